"""Has channels watched, and ends that, as admins ask by a command or a button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from adapters.chat.lines.watching import Begun, begun_lines, ended_lines, ended_of
from adapters.discord.access.audience import Place, is_open_to_all, label, may_read
from adapters.discord.ids import ledger_id
from adapters.discord.private_replies import say
from adapters.discord.sender import FAILURES
from adapters.discord.sync.channels import Watchable
from bot.admin.watched_names import NamedChannels, all_named, own_id
from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.jobs import new_job
from index.clock import utc_now

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.discord.admin.progress import JobProgress
    from adapters.discord.context import DiscordContext
    from adapters.discord.rendering.custom_ids import Pressed
    from adapters.discord.sync.watched_channels import WatchedChannels
    from bot.ledger.channels import Channel

_ID: Final = re.compile(r"<#(\d+)>|(\d+)")
_MOST_CHOICES: Final = 25
_LONGEST_CHOICE: Final = 100

Chosen = Watchable | discord.CategoryChannel


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """What somebody wishes to have watched.

    Attributes:
        chosen: The channels and categories.
        picked: That of them which Discord itself offered to whoever asks.
        unknown: What was named and is none.
        is_all: All public ones.
        is_later: Those that are made later, too; False for none of these any more.
        takes_apps: Whether what apps write is kept; None where that was not said.
    """

    chosen: tuple[Chosen, ...] = ()
    unknown: tuple[str, ...] = ()
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
        self.buttons = {"watch": self._pressed}

    async def request_of(
        self,
        interaction: discord.Interaction,
        channel: Chosen | None,
        more: str,
        *,
        is_all: bool,
        is_later: bool | None,
        takes_apps: bool | None,
    ) -> WatchRequest:
        """Return what a command asks for; where it names nothing, the channel it was used in."""
        chosen, unknown = [channel] if channel else [], []
        for word in more.replace("><", "> <").split():
            found = await self._found(interaction.guild, word)
            if isinstance(found, Watchable | discord.CategoryChannel):
                chosen.append(found)
            else:
                unknown.append(word)
        here = interaction.channel
        names_nothing = not (chosen or unknown or is_all or is_later is not None)
        if names_nothing and isinstance(here, Watchable):
            chosen.append(here)
        return WatchRequest(tuple(chosen), tuple(unknown), is_all, is_later, takes_apps, channel)

    async def watch(
        self, interaction: discord.Interaction, member: discord.Member, request: WatchRequest
    ) -> None:
        """Watch what a member of a server wishes, and show the reading of it."""
        wording = self._context.wording(interaction)
        guild, by = member.guild, f"discord:{member.id}"
        readable, unread = [], list(request.unknown)
        for each in _channels(guild, request):
            # Discord offers nobody what they may not see; an id may be typed by anyone.
            if each != request.picked and not await self._context.visibility.may_see(member, each):
                unread.append(str(each.id))
            elif may_read(each, each.permissions_for(guild.me)):
                readable.append(each)
            else:
                unread.append(f"#{each.name}")
        for each in readable:
            self._watched.begin(each, by=by, takes_apps=request.takes_apps)
        group, is_left = self._follow(guild, request, by)
        begun = Begun([f"#{each.name}" for each in readable], unread, group, no_longer_new=is_left)
        if readable:
            subject = " ".join(ledger_id(each.id) for each in readable)
            job = new_job(
                "discord", "watch", subject, workspace_id=f"discord:{guild.id}",
                audience=label(guild), locale=wording.language, started_at=utc_now(),
            )  # fmt: skip
            await self._job_progress.begin(interaction, job)
        if unread or group or is_left or len(readable) != 1:
            await say(interaction, *begun_lines(begun, wording))

    def _follow(
        self, guild: discord.Guild, request: WatchRequest, by: str
    ) -> tuple[ChannelGroup | None, bool]:
        """Watch what is made later in the chosen category, or in public, or cease to.

        Returns:
            The group, where it is watched, and whether it is watched no longer.
        """
        category = next(
            (each for each in request.chosen if isinstance(each, discord.CategoryChannel)), None
        )
        id_ = ledger_id(category.id if category else guild.id)
        if request.is_later:
            name = category.name if category else ""
            group = ChannelGroup(id_, "discord", ledger_id(guild.id), name, by, request.takes_apps)
            self._watched.new.follow(group)
            return group, False
        return None, request.is_later is False and self._watched.new.leave(id_)

    async def unwatch(self, interaction: discord.Interaction, said: str, *, is_all: bool) -> None:
        """Watch what was named no longer, or the channel that the command was used in."""
        wording = self._context.wording(interaction)
        known = await self._known(interaction)
        workspace = ledger_id(interaction.guild_id or 0)
        if is_all:
            groups = self._watched.new.watched(workspace)
            for each in groups:
                self._watched.new.leave(each.id)
            found = NamedChannels(known, [], [])
        else:
            groups, found = [], all_named(known, said or str(interaction.channel_id))
        for record in found.channels:
            self._watched.end(record.id)
        ended = ended_of(
            found._replace(
                unknown=[self._called_here(interaction, each) for each in found.unknown]
            ),
            no_longer_new=bool(groups),
        )
        lines = ended_lines(ended, wording) or [wording.watching["not_watched"].format(channel="–")]
        await say(interaction, *lines)

    async def complete(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Return the watched channels that may be meant; a thread goes by its own name, too."""
        known = await self._known(interaction)
        found = [(await self._called(each, interaction.guild), own_id(each)) for each in known]
        choices = [
            app_commands.Choice(name=name[:_LONGEST_CHOICE], value=id_)
            for name, id_ in found
            if typed.casefold() in name.casefold()
        ]
        return choices[:_MOST_CHOICES]

    async def may_know(self, user: discord.abc.User, record: Channel) -> bool:
        """Return whether somebody may know of a watched channel; one that is gone is no secret."""
        channel = self._context.client.get_channel(int(own_id(record)))
        if not isinstance(channel, Place):
            return channel is None
        return await self._context.visibility.may_see(user, channel)

    def _called_here(self, interaction: discord.Interaction, said: str) -> str:
        """Return what a channel of this server is called that is not watched."""
        match = _ID.fullmatch(said)
        place = self._context.client.get_channel(int(match[1] or match[2])) if match else None
        is_here = isinstance(place, Place) and place.guild == interaction.guild
        return f"#{place.name}" if isinstance(place, Place) and is_here else said

    async def _pressed(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        """Watch what was offered, if whoever presses may."""
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
            await say(interaction, wording.watching["cannot_read"].format(channel=channel_id))

    async def _known(self, interaction: discord.Interaction) -> list[Channel]:
        channels = self._context.services.ledger.channels
        watched = channels.watched("discord", ledger_id(interaction.guild_id or 0))
        return [each for each in watched if await self.may_know(interaction.user, each)]

    async def _called(self, record: Channel, guild: discord.Guild | None) -> str:
        place = await self._found(guild, own_id(record))
        return f"{record.name} / {place.name}" if isinstance(place, discord.Thread) else record.name

    async def _found(self, guild: discord.Guild | None, word: str) -> object:
        match = _ID.fullmatch(word)
        if match is None or guild is None:
            return None
        id_ = int(match[1] or match[2])
        try:  # an archived thread is not in memory
            return guild.get_channel_or_thread(id_) or await guild.fetch_channel(id_)
        except (*FAILURES, discord.InvalidData):
            return None


def _channels(guild: discord.Guild, request: WatchRequest) -> list[Watchable]:
    """Return the channels that are wished for, each once."""
    found: list[object] = [*(guild.channels if request.is_all else ())]
    wanted = [each for each in found if isinstance(each, Watchable) and is_open_to_all(each)]
    for chosen in request.chosen:
        inside = chosen.channels if isinstance(chosen, discord.CategoryChannel) else [chosen]
        wanted += [each for each in inside if isinstance(each, Watchable)]
    return list({each.id: each for each in wanted}.values())
