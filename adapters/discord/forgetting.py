"""Removes posts for good, after saying how much that is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import discord

from adapters.discord.audience import labels_in
from adapters.discord.buttons import Pressed, custom_id
from adapters.discord.escaping import escaped_line
from adapters.discord.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.posts import post_id
from adapters.discord.translate import asker, wording_for_locale
from adapters.reports import forgotten_lines
from bot.forgetting import forget_person, forget_posts

if TYPE_CHECKING:
    from discord import ui

    from adapters.discord.office import Office
    from adapters.wording import Wording

_LINK: Final = re.compile(r"https?://[^/\s]+/channels/(\d+)/(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be forgotten: one of them is given."""

    person: str = ""
    source: str = ""
    post: str = ""

    @property
    def name(self) -> str:
        """Is what people call it."""
        return self.person or self.source or self.post


class Forgetting:
    """Offers to remove posts, and removes them when that is confirmed."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.buttons = {"forget": self._forget, "forget_me": self._forget_me}

    async def offer(self, interaction: discord.Interaction, wish: Wish) -> None:
        """Says how many posts of a server a wish means, and asks for a confirmation."""
        wording = wording_for_locale(interaction.locale, self._office.language)
        await interaction.response.defer(ephemeral=True, thinking=True)
        given = [each for each in (wish.person, wish.source, wish.post) if each]
        ids = await self._ids(interaction, wish) if len(given) == 1 else []
        if len(given) != 1:
            await self._fill(interaction, lines_view([wording.forget_what]))
        elif not ids:
            said = wording.forget_nothing.format(what=escaped_line(wish.name))
            await self._fill(interaction, lines_view([said]))
        else:
            said = wording.forget_confirm.format(
                count=f"{len(ids):,}", what=escaped_line(wish.name)
            )
            mark = uuid4().hex[:12]
            self._office.room.ledger.note(
                f"forget:{mark}", json.dumps([wish.person, wish.source, wish.post])
            )
            await self._fill(interaction, self._confirm(said, custom_id("forget", mark), wording))

    async def offer_own(self, interaction: discord.Interaction) -> None:
        """Says how much of the asker's own is stored, and asks for a confirmation."""
        wording = wording_for_locale(interaction.locale, self._office.language)
        await interaction.response.defer(ephemeral=True, thinking=True)
        ids = await self._own(interaction.user)
        said = wording.forget_me_confirm.format(count=f"{len(ids):,}")
        name = custom_id("forget_me", str(interaction.user.id))
        await self._fill(interaction, self._confirm(said, name, wording))

    async def _forget(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        noted = self._office.room.ledger.noted(f"forget:{pressed.subject}")
        wish = Wish(*json.loads(noted)) if noted else Wish()
        ids = await self._ids(interaction, wish)
        self._office.room.ledger.forget_notes(f"forget:{pressed.subject}")  # it named a person
        done = await forget_posts(self._office.room, ids, for_good=not wish.source)
        await self._fill(interaction, lines_view(forgotten_lines(wording.forgotten, done, wording)))

    async def _forget_me(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        del pressed  # whoever presses is forgotten: the form is for their eyes alone
        await interaction.response.defer()
        done = await forget_person(self._office.room, asker(interaction.user))
        said = forgotten_lines(wording.forgotten_me, done, wording)
        await self._fill(interaction, lines_view(said))

    async def _own(self, user: discord.abc.User) -> list[str]:
        return await self._office.room.library.ids(author_id=asker(user).account)

    async def _ids(self, interaction: discord.Interaction, wish: Wish) -> list[str]:
        """Returns the posts meant, of this server: those of others are not its to forget."""
        guild = interaction.guild
        if guild is None:
            return []
        match = _LINK.fullmatch(wish.post.strip())
        post = post_id(*map(int, match.groups())) if match else wish.post.strip()
        return await self._office.room.library.ids(
            author=wish.person or None,
            source=wish.source or None,
            post=post or None,
            audience=labels_in(guild),
        )

    def _confirm(self, said: str, name: str, wording: Wording) -> ui.LayoutView:
        return lines_view([said], [plain_button(wording.forget, name, discord.ButtonStyle.danger)])

    async def _fill(self, interaction: discord.Interaction, view: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
