"""Has channels watched, and ends that, as admins ask by a command, a form or a button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from adapters.chat.lines.watching import Begun, begun_lines, ended_lines, ended_of
from adapters.slack.ids import PLATFORM, Spot, team_and_channel, team_label
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from adapters.slack.rendering.modals import watch_form
from bot.admin.watched_names import NamedChannels, all_named, unnamed
from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.jobs import new_job
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Conversation
    from adapters.slack.admin.progress import JobProgress
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import SlashCommand, ViewSubmission
    from adapters.slack.rendering.blocks import Outgoing
    from adapters.slack.sync.watched_channels import WatchedChannels

    Answer = Callable[[Outgoing], Awaitable[None]]

_CHOICE: Final = re.compile(r"(?:^|\s+)(bots|new):(yes|no)(?=\s|$)", re.IGNORECASE)
_CHANNEL: Final = re.compile(r"<#([A-Z0-9]+)(?:\|[^>]*)?>|([CG][A-Z0-9]{6,})")
_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class _WatchRequest:
    """What somebody wishes to have watched.

    Attributes:
        channels: The channels by their ids.
        unknown: What was named and is none.
        is_all: All public ones.
        takes_apps: Whether what apps write is kept; None where that was not said.
        is_later: Those that are made later, too; False for none of these any more.
    """

    channels: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    is_all: bool = False
    takes_apps: bool | None = None
    is_later: bool | None = None


class WatchCommands:
    """What an admin says of the channels to watch."""

    def __init__(
        self, context: SlackContext, job_progress: JobProgress, watched_channels: WatchedChannels
    ) -> None:
        self._context = context
        self._job_progress = job_progress
        self._watched = watched_channels
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "watch": self._chosen
        }

    async def watch(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Watch what was named, or the channel that the command was typed in; else ask which."""
        request = _request_of(rest)
        is_none = not (request.is_all or request.channels or request.unknown)
        if is_none and request.is_later is None:
            if not command.channel or command.is_direct:
                client = (await self._context.workspaces.of(command.team)).client
                view = watch_form(wording)
                await client.views_open(trigger_id=command.trigger, view=view)
                return
            request = _request_of(f"{command.channel} {rest}")

        async def answer(message: Outgoing) -> None:
            await reply(self._context, command, message)

        await self._begin(command.team, command.user, request, wording, answer)

    async def unwatch(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Watch what was named no longer, or the channel that the command was typed in."""
        team, ledger = command.team, self._context.services.ledger
        watched = ledger.channels.watched(PLATFORM, team)
        known = [each for each in watched if await self.may_know(team, command.user, each.id)]
        is_all = rest.lower() == _ALL
        groups = self._watched.new.watched(team) if is_all else []
        if is_all:
            found = NamedChannels(known, [], [])
        else:
            # An id is no secret to who has it, what it is called is one; and a name may be guessed.
            is_by_id = all(map(_CHANNEL.fullmatch, rest.split()))
            found = all_named(watched if is_by_id else known, rest or command.channel)
        self._watched.watching.end(found.channels, groups)
        ids = {each.id for each in known}
        ended = ended_of(
            found._replace(
                channels=[each if each.id in ids else unnamed(each) for each in found.channels],
                unknown=[await self._called(command, each) for each in found.unknown],
            ),
            no_longer_new=bool(groups),
        )
        await reply(self._context, command, notice(*ended_lines(ended, wording)))

    async def may_know(self, team: str, user: str, id_: str) -> bool:
        """Return whether somebody may know of a watched channel.

        A public one is no secret to full members of the workspace.
        """
        record = self._context.services.ledger.channels.get(id_)
        is_own = record is not None and record.watched_by == f"slack:{team}/{user}"
        is_member = (await self._context.directory.person(team, user)).is_member
        if is_own or (is_member and not self._watched.was_private(id_)):
            return True
        return await self._context.sees(team, user, team_and_channel(id_)[1])

    async def channel(self, command: SlashCommand, said: str) -> Conversation | None:
        """Return the channel that was named, or the one that a command was typed in."""
        match = _CHANNEL.fullmatch(said)
        channel = (match[1] or match[2]) if match else "" if said else command.channel
        if not channel or channel.startswith("D"):
            return None
        self._context.directory.forget(command.team, channel)
        self._context.audiences.forget(command.team, command.user)
        return await self._context.directory.conversation(command.team, channel)

    async def _called(self, command: SlashCommand, said: str) -> str:
        match = _CHANNEL.fullmatch(said)
        if match is None:
            return said
        return await self._context.name_for(command.team, command.user, match[1] or match[2])

    async def _chosen(self, submission: ViewSubmission, wording: Wording) -> None:
        """Watch what was chosen in the form, and say so directly."""
        person = await self._context.directory.person(submission.team, submission.user)
        sender = self._context.sender
        spot = Spot(submission.team, await sender.direct(submission.team, submission.user))
        numbers = count(1)  # each message goes by its own key, or one is taken for another

        async def answer(message: Outgoing) -> None:
            await sender.post(spot, message, f"watch/{submission.id}/{next(numbers)}")

        if not self._context.may_manage(person):
            await answer(notice(wording.admins_only))
            return
        more = submission.values.get("more", "")
        request = _request_of(f"{submission.values.get('channels', '')} {more}")
        await self._begin(submission.team, submission.user, request, wording, answer)

    async def _begin(
        self, team: str, user: str, request: _WatchRequest, wording: Wording, answer: Answer
    ) -> None:
        directory, account = self._context.directory, f"slack:{team}/{user}"
        self._context.audiences.forget(team, user)  # their channel may be a minute old
        wanted = await directory.public(team) if request.is_all else []
        for each in request.channels:
            directory.forget(team, each)
            wanted.append(await directory.conversation(team, each))
        readable, unread = [], list(request.unknown)
        for one in {one.id: one for one in wanted}.values():
            if await self._can_read(team, user, one):
                readable.append(one)
            else:
                unread.append(await self._context.name_for(team, user, one.id))
        label = team_label(team)
        group = ChannelGroup(label, PLATFORM, team, "", account, request.takes_apps)
        ids, is_left = self._watched.begin(team, readable, group, is_later=request.is_later)
        names, new = [f"#{one.name}" for one in readable], group if request.is_later else None
        begun = Begun(names, unread, new, no_longer_new=is_left)
        await answer(notice(*begun_lines(begun, wording)))
        if ids:
            job = new_job(
                PLATFORM, "watch", " ".join(ids), workspace_id=team, audience=label,
                locale=wording.language, started_at=utc_now(),
            )  # fmt: skip
            await answer(notice(await self._job_progress.begin(job, user, wording)))

    async def _can_read(self, team: str, user: str, conversation: Conversation) -> bool:
        """Return whether we read a channel, joining it if need be, and whoever asks does too."""
        if conversation.is_direct or not await self._context.sees(team, user, conversation.id):
            return False
        return await self._watched.is_let_in(team, conversation)


def _request_of(text: str) -> _WatchRequest:
    """Return what is wished for: `#one #two`, `all new:yes`, `bots:no`."""
    chosen = {match[1].lower(): match[2].lower() == "yes" for match in _CHOICE.finditer(text)}
    words = _CHOICE.sub("", text).split()
    found = {word: _CHANNEL.fullmatch(word) for word in words if word.lower() != _ALL}
    return _WatchRequest(
        tuple(match[1] or match[2] for match in found.values() if match),
        tuple(word for word, match in found.items() if match is None),
        is_all=any(word.lower() == _ALL for word in words),
        takes_apps=chosen.get("bots"),
        is_later=chosen.get("new"),
    )
