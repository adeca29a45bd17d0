"""`/posts forget` and `/forget-me` in Discord: how much would be deleted, then the deletion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.lines.erasure import corrected_line, erased_lines, erasure_line
from adapters.discord.access.citable_posts import labels_in
from adapters.discord.ids import asker, post_id
from adapters.discord.private_replies import say
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.sender import FAILURES
from adapters.markup.links import discord_message
from bot.admin.erasure import (
    ErasureRequest,
    ErasureResult,
    ErasureScope,
    confirm_erasure,
    count_own,
    erase_person,
    offer_erasure,
    take_request,
)
from bot.posts.chat_import_sources import kept_apart_by
from bot.text import Count

if TYPE_CHECKING:
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext


_MENTION: Final = re.compile(r"<@!?(\d+)>")
_ACCOUNT: Final = re.compile(r"discord:(\d+)")


class ErasureCommands:
    """Offers to delete posts, and deletes them once that is confirmed."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self.buttons = {"forget": self._erase}
        self.own_buttons = {"forget_me": self._erase_own}

    async def offer(self, interaction: discord.Interaction, request: ErasureRequest) -> None:
        """Show how many posts of a server a request selects, and ask for a confirmation."""
        wording = self._context.wording(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if sum(map(bool, (request.person, request.source, request.post))) != 1:
            await _fill(interaction, lines_view([wording.forget_what]))
            return
        offer = await offer_erasure(
            self._context.services,
            _resolved(request, interaction.guild_id),
            await self._scope(interaction),
        )
        said = erasure_line(offer, wording, _called(offer.request), _mention, escaped_line)
        name = custom_id("forget", offer.mark)
        await _fill(
            interaction, _confirm(said, name, wording) if offer.mark else lines_view([said])
        )

    async def offer_own(self, interaction: discord.Interaction) -> None:
        """Show how much of the user's own is stored, and ask for a confirmation."""
        wording = self._context.wording(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        count = await count_own(self._context.services, asker(interaction.user).account)
        said = wording.forget_me_confirm.format(count=Count(count))
        name = custom_id("forget_me", str(interaction.user.id))
        await _fill(interaction, _confirm(said, name, wording))

    async def _erase(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        services, mark = self._context.services, pressed.subject
        request = _resolved(take_request(services, mark), interaction.guild_id)
        done = await confirm_erasure(services, mark, request, await self._scope(interaction))
        if isinstance(done, ErasureResult):
            lines = erased_lines(wording.forgotten, done, wording)
        else:
            lines = [erasure_line(done, wording, _called(done.request), _mention, escaped_line)]
        await _fill(interaction, lines_view(lines))
        if isinstance(done, ErasureResult):
            self._tell_end(interaction, done, wording)

    async def _erase_own(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        del pressed  # the user who presses is meant: nobody else sees the form
        await interaction.response.defer()
        done = await erase_person(self._context.services, asker(interaction.user))
        said = erased_lines(wording.forgotten_me, done, wording)
        await _fill(interaction, lines_view(said))
        self._tell_end(interaction, done, wording)

    async def _scope(self, interaction: discord.Interaction) -> ErasureScope:
        user, guild = interaction.user, interaction.guild
        if guild is None:
            return ErasureScope(frozenset(), frozenset())
        seen = await self._context.visibility.one(user, guild, among_adults=True)
        return ErasureScope(labels_in(guild), seen)

    def _tell_end(
        self, interaction: discord.Interaction, done: ErasureResult, wording: Wording
    ) -> None:
        """Have the end of the corrections told, where any are to be made."""
        if not done.outdated:
            return

        async def tell(left: int) -> None:
            line = corrected_line(left, wording)
            try:
                await say(interaction, line)
            except FAILURES:  # the command can be answered for a quarter of an hour only
                view, user = lines_view([line]), interaction.user
                await self._context.sender.send(user, view, f"{interaction.id}-{left}")

        self._context.services.corrections.tell_when_corrected(done.ids, tell)


def _resolved(request: ErasureRequest, guild_id: int | None) -> ErasureRequest:
    """Return a request with ids in place of a mention and of a link."""
    name = request.name or request.person or request.source or request.post
    if match := _MENTION.fullmatch(request.person.strip()):
        return ErasureRequest(account=f"discord:{match[1]}", name=name.strip())
    place = discord_message(request.post)
    post = post_id(*place) if place else request.post.strip()
    apart = kept_apart_by("discord", str(guild_id))
    return replace(request, post=post, name=name, apart=apart)


def _called(request: ErasureRequest) -> str:
    """Return what is to be deleted as people read it: a mention is shown by its name."""
    return request.name if request.account else escaped_line(request.name)


def _mention(account: str) -> str:
    return _ACCOUNT.sub(r"<@\1>", account) if _ACCOUNT.fullmatch(account) else account


def _confirm(said: str, name: str, wording: Wording) -> ui.LayoutView:
    return lines_view([said], [plain_button(wording.forget, name, discord.ButtonStyle.danger)])


async def _fill(interaction: discord.Interaction, view: ui.LayoutView) -> None:
    await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
