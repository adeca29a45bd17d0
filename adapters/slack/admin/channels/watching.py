"""Has channels watched, and ends that, as admins ask by a command, a form or a button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from adapters.chat.lines.watching import Begun, begun_lines, ended_lines, ended_of, ids_of
from adapters.slack.ids import PLATFORM, Spot, channel_id, team_and_channel, team_label
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from adapters.slack.rendering.modals import watch_form
from bot.admin.watched_names import NamedChannels, all_named, as_named, own_id, words_of
from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.channels import Channel
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
_OTHER_CHOICE: Final = re.compile(r"(?<!\S)[a-z]+:[^\s/]*(?=\s|$)", re.IGNORECASE)
_CHANNEL: Final = re.compile(r"<#([A-Z0-9]+)(?:\|[^>]*)?>|([CG][A-Z0-9]{6,})")
_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class _WatchRequest:
    """What somebody wishes to have watched.

    Attributes:
        channels: The ids of channels, with what whoever asks calls them.
        named: What else was named.
        is_all: All public ones.
        takes_apps: Whether what apps write is kept; None where that was not said.
        is_later: Those that are made later, too; False for none of these any more.
        no_choice: What looks like a choice, and is none; "" for nothing.
    """

    channels: Mapping[str, str]
    named: tuple[str, ...] = ()
    is_all: bool = False
    takes_apps: bool | None = None
    is_later: bool | None = None
    no_choice: str = ""


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
        is_none = not (request.is_all or request.channels or request.named or request.no_choice)
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
            found = all_named(known, rest or command.channel)
        self._watched.watching.end(found.channels, groups)
        unknown = [await self._called(command, each) for each in found.unknown]
        ended = ended_of(found._replace(unknown=unknown), no_longer_new=bool(groups))
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
        if said and not match:
            found = await self._named(command.team, command.user, said, with_archived=True)
            channel = own_id(found.channels[0]) if found.channels else ""
        if not channel or channel.startswith("D"):
            return None
        self._context.directory.forget(command.team, channel)
        self._context.audiences.forget(command.team, command.user)
        return await self._context.directory.conversation(command.team, channel)

    async def _called(self, command: SlashCommand, said: str) -> str:
        """Return what a channel is called, to whoever sees it; else as they named it."""
        match = _CHANNEL.fullmatch(said)
        team, user, id_ = command.team, command.user, (match[1] or match[2]) if match else ""
        if not id_ or not await self._context.sees(team, user, id_):
            return as_named(said)
        return f"#{(await self._context.directory.conversation(team, id_)).name}"

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
        if request.no_choice:
            said = wording.watching["no_choice"]
            await answer(notice(said.format(word=request.no_choice)))
            return
        self._context.audiences.forget(team, user)  # their channel may be a minute old
        wanted = await directory.public(team) if request.is_all else []
        found = await self._named(team, user, ", ".join(request.named))
        for each in [*request.channels, *map(own_id, found.channels)]:
            directory.forget(team, each)
            wanted.append(await directory.conversation(team, each))
        readable, unread, unknown = [], [], list(found.unknown)
        for one in {one.id: one for one in wanted}.values():
            if one.is_direct or not await self._context.sees(team, user, one.id):
                unknown.append(request.channels.get(one.id, one.id))
            elif await self._watched.is_let_in(team, one):  # joining it, if need be
                readable.append(one)
            else:
                unread.append(f"#{one.name}")
        label = team_label(team)
        group = ChannelGroup(label, PLATFORM, team, "", account, request.takes_apps)
        ids, is_left = self._watched.begin(team, readable, group, is_later=request.is_later)
        names, new = [f"#{one.name}" for one in readable], [group] if request.is_later else ()
        begun = Begun(names, unread, unknown, ids_of(found.several), new, no_longer_new=is_left)
        await answer(notice(*begun_lines(begun, wording)))
        if ids:
            job = new_job(
                PLATFORM, "watch", " ".join(ids), workspace_id=team, audience=label,
                locale=wording.language, started_at=utc_now(),
            )  # fmt: skip
            if refused := await self._job_progress.begin(job, user, wording):
                await answer(notice(refused))

    async def _named(
        self, team: str, user: str, said: str, *, with_archived: bool = False
    ) -> NamedChannels:
        """Return which channels somebody names, of those that they see.

        These are the public ones, the private ones that we are in, and what is watched already.
        """
        if not said:
            return NamedChannels([], [], [])
        context = self._context
        records = {
            each.id: each
            for each in context.services.ledger.channels.watched(PLATFORM, team)
            if await self.may_know(team, user, each.id)
        }
        public = await context.directory.public(team, with_archived=with_archived)
        for one in [*public, *await context.directory.private(team)]:
            record = Channel(channel_id(team, one.id), PLATFORM, team, f"#{one.name}")
            if await context.sees(team, user, one.id):
                records[record.id] = record
        return all_named(list(records.values()), said)


def _request_of(text: str) -> _WatchRequest:
    """Return what is wished for: `#one #two`, `all new:yes`, `bots:no`."""
    chosen = {match[1].lower(): match[2].lower() == "yes" for match in _CHOICE.finditer(text)}
    rest = _CHOICE.sub("", text)
    other = _OTHER_CHOICE.search(rest)
    words = words_of(rest)
    found = {word: _CHANNEL.fullmatch(word) for word in words if word.lower() != _ALL}
    return _WatchRequest(
        {match[1] or match[2]: as_named(word) for word, match in found.items() if match},
        tuple(word for word, match in found.items() if match is None),
        is_all=any(word.lower() == _ALL for word in words),
        takes_apps=chosen.get("bots"),
        is_later=chosen.get("new"),
        no_choice=other[0] if other else "",
    )
