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
from bot.forgetting import Meant, forget_person, forget_posts, posts_of_person

if TYPE_CHECKING:
    from discord import ui

    from adapters.discord.office import Office
    from adapters.wording import Wording

_LINK: Final = re.compile(r"https?://[^/\s]+/channels/(\d+)/(\d+)/(\d+)")
_MENTION: Final = re.compile(r"<@!?(\d+)>")


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
        meant = await self._meant(interaction, wish) if len(given) == 1 else Meant()
        if len(given) != 1:
            await self._fill(interaction, lines_view([wording.forget_what]))
        elif meant.bearers:
            await self._fill(interaction, lines_view([_which(wish, meant, wording)]))
        elif not (meant.ids or meant.titles):
            said = wording.forget_nothing.format(what=_called(wish))
            await self._fill(interaction, lines_view([said]))
        else:
            count = f"{len(meant.ids):,}"
            said = wording.forget_confirm.format(count=count, what=_called(wish))
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
        meant = await self._meant(interaction, wish)
        self._office.room.ledger.forget_notes(f"forget:{pressed.subject}")  # it named a person
        if meant.bearers:  # another has come by that name since
            await self._fill(interaction, lines_view([_which(wish, meant, wording)]))
            return
        done = await forget_posts(self._office.room, meant, for_good=not wish.source)
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

    async def _meant(self, interaction: discord.Interaction, wish: Wish) -> Meant:
        """Returns the posts meant, of this server: those of others are not its to forget."""
        guild, room = interaction.guild, self._office.room
        if guild is None:
            return Meant()
        if wish.person:
            mention = _MENTION.fullmatch(wish.person.strip())
            person = f"discord:{mention[1]}" if mention else wish.person
            return await posts_of_person(room, person, labels_in(guild))
        match = _LINK.fullmatch(wish.post.strip())
        post = post_id(*map(int, match.groups())) if match else wish.post.strip()
        return Meant(
            await room.library.ids(
                source=wish.source or None, post=post or None, audience=labels_in(guild)
            )
        )

    def _confirm(self, said: str, name: str, wording: Wording) -> ui.LayoutView:
        return lines_view([said], [plain_button(wording.forget, name, discord.ButtonStyle.danger)])

    async def _fill(self, interaction: discord.Interaction, view: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)


def _called(wish: Wish) -> str:
    """Returns what is to be forgotten as people read it: a mention is shown by its name."""
    name = wish.name.strip()
    return name if wish.person and _MENTION.fullmatch(name) else escaped_line(wish.name)


def _which(wish: Wish, meant: Meant, wording: Wording) -> str:
    """Returns the question which of several people of one name is meant."""
    shown = {each: re.sub(r"^discord:(\d+)$", r"<@\1>", each) for each in meant.bearers}
    accounts = [f"{shown[each]} ({count:,})" for each, count in meant.bearers.items()]
    return wording.forget_which.format(name=_called(wish), accounts=", ".join(accounts))
