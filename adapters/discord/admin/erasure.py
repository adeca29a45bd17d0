"""Removes posts for good, after saying how much that is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import discord

from adapters.chat.reports import erased_lines
from adapters.discord.access.audience import labels_in
from adapters.discord.ids import asker, post_id
from adapters.discord.locale import wording_for_locale
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from bot.admin.erasure import erase_person, erase_posts, select_posts_of_person
from index.ingest.erasure import ErasureSelection

if TYPE_CHECKING:
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext


_LINK: Final = re.compile(r"https?://[^/\s]+/channels/(\d+)/(\d+)/(\d+)")
_MENTION: Final = re.compile(r"<@!?(\d+)>")


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What is to be forgotten: one of them is given."""

    person: str = ""
    source: str = ""
    post: str = ""

    @property
    def name(self) -> str:
        """Is what people call it."""
        return self.person or self.source or self.post


class ErasureCommands:
    """Offers to remove posts, and removes them when that is confirmed."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self.buttons = {"forget": self._erase, "forget_me": self._erase_own}

    async def offer(self, interaction: discord.Interaction, request: ErasureRequest) -> None:
        """Says how many posts of a server a wish means, and asks for a confirmation."""
        wording = wording_for_locale(interaction.locale, self._context.language)
        await interaction.response.defer(ephemeral=True, thinking=True)
        given = [each for each in (request.person, request.source, request.post) if each]
        selection = (
            await self._selection(interaction, request) if len(given) == 1 else ErasureSelection()
        )
        if len(given) != 1:
            await self._fill(interaction, lines_view([wording.forget_what]))
        elif selection.candidates:
            await self._fill(interaction, lines_view([_which(request, selection, wording)]))
        elif not (selection.ids or selection.titles):
            said = wording.forget_nothing.format(what=_called(request))
            await self._fill(interaction, lines_view([said]))
        else:
            count = f"{len(selection.ids):,}"
            said = wording.forget_confirm.format(count=count, what=_called(request))
            mark = uuid4().hex[:12]
            self._context.services.ledger.note(
                f"forget:{mark}", json.dumps([request.person, request.source, request.post])
            )
            await self._fill(interaction, self._confirm(said, custom_id("forget", mark), wording))

    async def offer_own(self, interaction: discord.Interaction) -> None:
        """Says how much of the asker's own is stored, and asks for a confirmation."""
        wording = wording_for_locale(interaction.locale, self._context.language)
        await interaction.response.defer(ephemeral=True, thinking=True)
        ids = await self._own(interaction.user)
        said = wording.forget_me_confirm.format(count=f"{len(ids):,}")
        name = custom_id("forget_me", str(interaction.user.id))
        await self._fill(interaction, self._confirm(said, name, wording))

    async def _erase(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        noted = self._context.services.ledger.noted(f"forget:{pressed.subject}")
        request = ErasureRequest(*json.loads(noted)) if noted else ErasureRequest()
        selection = await self._selection(interaction, request)
        self._context.services.ledger.forget_notes(f"forget:{pressed.subject}")  # it named a person
        if selection.candidates:  # another has come by that name since
            await self._fill(interaction, lines_view([_which(request, selection, wording)]))
            return
        done = await erase_posts(self._context.services, selection, for_good=not request.source)
        await self._fill(interaction, lines_view(erased_lines(wording.forgotten, done, wording)))

    async def _erase_own(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        del pressed  # whoever presses is forgotten: the form is for their eyes alone
        await interaction.response.defer()
        done = await erase_person(self._context.services, asker(interaction.user))
        said = erased_lines(wording.forgotten_me, done, wording)
        await self._fill(interaction, lines_view(said))

    async def _own(self, user: discord.abc.User) -> list[str]:
        return await self._context.services.library.ids(author_id=asker(user).account)

    async def _selection(
        self, interaction: discord.Interaction, request: ErasureRequest
    ) -> ErasureSelection:
        """Returns the posts meant, of this server: those of others are not its to forget."""
        guild, services = interaction.guild, self._context.services
        if guild is None:
            return ErasureSelection()
        if request.person:
            mention = _MENTION.fullmatch(request.person.strip())
            person = f"discord:{mention[1]}" if mention else request.person
            return await select_posts_of_person(services, person, labels_in(guild))
        match = _LINK.fullmatch(request.post.strip())
        post = post_id(*map(int, match.groups())) if match else request.post.strip()
        return ErasureSelection(
            await services.library.ids(
                source=request.source or None, post=post or None, audience=labels_in(guild)
            )
        )

    def _confirm(self, said: str, name: str, wording: Wording) -> ui.LayoutView:
        return lines_view([said], [plain_button(wording.forget, name, discord.ButtonStyle.danger)])

    async def _fill(self, interaction: discord.Interaction, view: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)


def _called(request: ErasureRequest) -> str:
    """Returns what is to be forgotten as people read it: a mention is shown by its name."""
    name = request.name.strip()
    return name if request.person and _MENTION.fullmatch(name) else escaped_line(request.name)


def _which(request: ErasureRequest, selection: ErasureSelection, wording: Wording) -> str:
    """Returns the question which of several people of one name is meant."""
    shown = {each: re.sub(r"^discord:(\d+)$", r"<@\1>", each) for each in selection.candidates}
    accounts = [f"{shown[each]} ({count:,})" for each, count in selection.candidates.items()]
    return wording.forget_which.format(name=_called(request), accounts=", ".join(accounts))
