"""Has channels watched, and ends that, as admins ask by a command or a button."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from adapters.chat.lines.watching import (
    Begun,
    begun_lines,
    ended_lines,
    ended_of,
    ids_of,
    unknown_line,
)
from adapters.discord.access.citable_posts import is_open_to_all, label, may_read
from adapters.discord.admin.named_places import NamedPlaces
from adapters.discord.ids import ledger_id
from adapters.discord.private_replies import say
from adapters.discord.sender import FAILURES
from adapters.discord.sync.channels import Watchable
from adapters.discord.sync.watched_channels import record_of
from bot.admin.watched_names import NamedChannels, all_named, own_id
from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.jobs import new_job
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.chat.wording import Wording
    from adapters.discord.admin.named_places import Picked
    from adapters.discord.admin.progress import JobProgress
    from adapters.discord.context import DiscordContext
    from adapters.discord.rendering.custom_ids import Pressed
    from adapters.discord.sync.watched_channels import WatchedChannels
    from bot.ledger.channels import Channel

_MOST_CHOICES: Final = 25

COMPLETION_SECONDS: Final = 2.0
"""How long is looked for what may be meant: Discord gives it three seconds."""

MOST_ASKED: Final = 25
"""Channels that are not in memory and are asked for at one letter."""
_LONGEST_CHOICE: Final = 100

Chosen = Watchable | discord.CategoryChannel


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """What somebody wishes to have watched.

    Attributes:
        chosen: The channels and categories.
        picked: That of them which Discord itself offered to whoever asks.
        unread: What we may not read of it.
        unknown: What was named and is none.
        several: Names of more than one channel, each with these.
        is_all: All public ones.
        is_later: Those that are made later, too; False for none of these any more.
        takes_apps: Whether what apps write is kept; None where that was not said.
    """

    chosen: tuple[Chosen, ...] = ()
    unread: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    several: tuple[tuple[str, list[Channel]], ...] = ()
    is_all: bool = False
    is_later: bool | None = None
    takes_apps: bool | None = None
    picked: Chosen | None = None


class WatchCommands:
    """What an admin says of the channels to watch."""

    def __init__(
        self, context: DiscordContext, job_progress: JobProgress, watched_channels: WatchedChannels
    ) -> None:
        self._context = context
        self._job_progress = job_progress
        self._watched = watched_channels
        self.named = NamedPlaces(context)
        self.buttons = {"watch": self._pressed}

    async def request_of(
        self,
        interaction: discord.Interaction,
        channel: Picked | None,
        more: str,
        *,
        is_all: bool,
        is_later: bool | None,
        takes_apps: bool | None,
    ) -> WatchRequest:
        """Return what a command asks for; where it names nothing, the channel it was used in."""
        picked = await self.named.picked(channel)
        member: Any = interaction.user
        found = await self.named.all_named(member, more)
        places, unknown = [picked], []
        for word in [*map(own_id, found.channels), *found.unknown]:
            # A thread at rest is found by its id alone.
            place = await self.named.by_id(interaction, word)
            places.append(place)
            unknown += [] if place else [word]
        chosen = [each for each in places if isinstance(each, Watchable | discord.CategoryChannel)]
        here = interaction.channel
        names_nothing = not (channel or more.strip() or is_all or is_later is not None)
        if names_nothing and isinstance(here, Watchable):
            chosen.append(here)
        return WatchRequest(
            tuple(chosen),
            (f"#{channel.name}",) if channel and not picked else (),
            tuple(unknown),
            tuple(found.several),
            is_all,
            is_later,
            takes_apps,
            chosen[0] if picked and chosen else None,
        )

    async def watch(
        self, interaction: discord.Interaction, member: discord.Member, request: WatchRequest
    ) -> None:
        """Watch what a member of a server wishes, and show the reading of it.

        Args:
            interaction: It was put off, for the member alone: the reading is shown beside that.
            member: The member.
            request: What they wish.
        """
        wording = self._context.wording(interaction)
        guild, groups = member.guild, _groups_of(member, request)
        readable, unread, unknown = [], list(request.unread), list(request.unknown)
        for each in _channels(guild, request):
            # Discord offers nobody what they may not see; an id may be typed by anyone.
            if each != request.picked and not await self._context.visibility.may_see(member, each):
                # Of what else stands in a category, they are not to learn.
                unknown += [str(each.id)] if each in request.chosen else []
            elif may_read(each, each.permissions_for(guild.me)):
                readable.append(each)
            else:
                unread.append(f"#{each.name}")
        records = [record_of(each) for each in readable]
        is_left = self._watched.watching.begin(records, groups, is_later=request.is_later)
        names, new = [f"#{each.name}" for each in readable], groups if request.is_later else ()
        begun = Begun(names, unread, unknown, ids_of(request.several), new, no_longer_new=is_left)
        await say(interaction, *begun_lines(begun, wording))
        if records:
            subject = " ".join(each.id for each in records)
            job = new_job(
                "discord", "watch", subject, workspace_id=f"discord:{guild.id}",
                audience=label(guild), locale=wording.language, started_at=utc_now(),
            )  # fmt: skip
            await self._job_progress.begin(interaction, job, is_beside=True)

    async def unwatch(self, interaction: discord.Interaction, said: str, *, is_all: bool) -> None:
        """Watch what was named no longer, or the channel that the command was used in."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        wording = self._context.wording(interaction)
        known = await self.named.watched(interaction)
        workspace = ledger_id(interaction.guild_id or 0)
        groups = self._watched.new.watched(workspace) if is_all else []
        if is_all:
            found = NamedChannels(known, [], [])
        else:
            found = all_named(known, said or str(interaction.channel_id))
        self._watched.watching.end(found.channels, groups)
        unknown = [await self.named.called(interaction, each) for each in found.unknown]
        ended = ended_of(found._replace(unknown=unknown), no_longer_new=bool(groups))
        await say(interaction, *ended_lines(ended, wording))

    async def complete(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Return the watched channels that may be meant; a thread goes by its own name, too.

        What is not in memory is asked for, a few at each letter, and no longer than is waited for.
        """
        choices: list[app_commands.Choice[str]] = []
        with suppress(*FAILURES):  # too late is one of them
            async with asyncio.timeout(COMPLETION_SECONDS):
                async for record, name in self._offered(interaction, typed.casefold()):
                    value = own_id(record)
                    choices.append(app_commands.Choice(name=name[:_LONGEST_CHOICE], value=value))
                    if len(choices) == _MOST_CHOICES:
                        break
        return choices

    async def _offered(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> AsyncIterator[tuple[Channel, str]]:
        """Yield watched channels that may be meant, with their names, those in memory first."""
        records = self._watched_in(interaction)
        at_hand: list[Channel] = []
        to_ask: list[Channel] = []
        for each in records:
            is_known = self.named.places.known(int(own_id(each))) is not None
            (at_hand if is_known else to_ask).append(each)
        for record in (*at_hand, *to_ask[:MOST_ASKED]):
            name = (await self.named.shown(record)).name
            if typed in name.casefold() and await self.named.may_know(interaction.user, record):
                yield record, name

    async def _pressed(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        """Watch what was offered, if whoever presses may."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild_id, _, channel_id = pressed.subject.partition("/")
        guild = self._context.client.get_guild(int(guild_id))
        try:
            member = await guild.fetch_member(interaction.user.id) if guild else None
        except FAILURES:
            member = None
        if guild is None or member is None or not self._context.may_manage(member):
            await say(interaction, wording.admins_only)
            return
        channel = guild.get_channel(int(channel_id))
        if isinstance(channel, Watchable | discord.CategoryChannel):
            is_later = True if isinstance(channel, discord.CategoryChannel) else None
            request = WatchRequest((channel,), is_later=is_later, picked=channel)
            await self.watch(interaction, member, request)
        elif channel_id == "0":
            await self.watch(interaction, member, WatchRequest(is_all=True, is_later=True))
        else:
            await say(interaction, unknown_line([channel_id], wording))

    def _watched_in(self, interaction: discord.Interaction) -> list[Channel]:
        channels = self._context.services.ledger.channels
        return channels.watched("discord", ledger_id(interaction.guild_id or 0))


def _groups_of(member: discord.Member, request: WatchRequest) -> list[ChannelGroup]:
    """Return what the channels are made in that are meant: chosen categories, or in public."""
    chosen = dict.fromkeys(
        each for each in request.chosen if isinstance(each, discord.CategoryChannel)
    )
    places = [(each.id, each.name) for each in chosen]
    if request.is_all or not places:
        places.append((member.guild.id, ""))
    guild, by = ledger_id(member.guild.id), f"discord:{member.id}"
    return [
        ChannelGroup(ledger_id(id_), "discord", guild, name, by, request.takes_apps)
        for id_, name in places
    ]


def _channels(guild: discord.Guild, request: WatchRequest) -> list[Watchable]:
    """Return the channels that are wished for, each once."""
    found: list[object] = [*(guild.channels if request.is_all else ())]
    wanted = [each for each in found if isinstance(each, Watchable) and is_open_to_all(each)]
    for chosen in request.chosen:
        inside = chosen.channels if isinstance(chosen, discord.CategoryChannel) else [chosen]
        wanted += [each for each in inside if isinstance(each, Watchable)]
    return list({each.id: each for each in wanted}.values())
