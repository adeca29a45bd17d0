"""Hands on what Slack tells of watched channels."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.lines.status import Extent
from adapters.markup.message_times import read_back_to
from adapters.markup.post_rules import source_name
from adapters.markup.slack_blocks import object_of, text_of
from adapters.slack.api.web_api import LOST, problem_of, reason
from adapters.slack.ids import PLATFORM, channel_id, team_and_channel, team_label
from adapters.slack.payloads import deleted_at, is_deletion, parse_message
from adapters.slack.sync.answer_marks import AnswerMarks
from adapters.slack.sync.channel_reader import LEFT
from adapters.slack.sync.edits_and_deletions import MessageChanges
from bot.errors import BotError
from bot.ledger.channels import Channel
from bot.sync.new_channels import NewChannels
from bot.sync.watching import Watching

if TYPE_CHECKING:
    from collections.abc import (
        Awaitable,
        Callable,
        Coroutine,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from adapters.slack.access.directory import Conversation
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.channel_kinds import ChannelKinds
    from adapters.slack.sync.message_reader import MessageReader
    from bot.ledger.channel_groups import ChannelGroup
    from bot.ports import Report
    from bot.sync.service import SyncService
    from index.ingest.counts import Counts


_log: Final = logging.getLogger(__name__)

_TURNS: Final = frozenset(
    {"channel_convert_to_private", "channel_convert_to_public", "channel_topic", "group_topic"}
)
"""Notices after which a channel may have other readers, or may be kept out."""


class WatchedChannels:
    """Hands on what Slack tells of watched channels."""

    def __init__(
        self,
        context: SlackContext,
        reader: MessageReader,
        sync: SyncService,
        kinds: ChannelKinds,
        editor: SlackAnswerEditor,
    ) -> None:
        self._context = context
        self._reader = reader
        self._sync = sync
        self._kinds = kinds
        self._editor = editor
        self.new = NewChannels(PLATFORM, context.services, sync)
        self.watching = Watching(context.services.ledger.database, sync, self.new)
        self._changes = MessageChanges(context, reader, sync.live)
        self._marks = AnswerMarks(context)
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "reaction_added": self._on_reaction,
            "reaction_removed": self._on_reaction,
        }

    def begin(
        self,
        team: str,
        channels: Sequence[Conversation],
        group: ChannelGroup,
        *,
        is_later: bool | None,
    ) -> tuple[list[str], bool]:
        """Watch channels from now on: see `Watching`.

        Returns:
            What they are called in what is remembered, and whether those that are made later
            are watched no longer.
        """
        records = [_record(team, each) for each in channels]
        with self._context.services.ledger.database.writing():
            is_left = self.watching.begin(records, [group], is_later=is_later)
            for each, conversation in zip(records, channels, strict=True):
                self._kinds.note(each.id, conversation)
        return [each.id for each in records], is_left

    def was_private(self, id_: str) -> bool:
        """Return whether a channel was private when it was last looked at."""
        return self._kinds.was_private(id_)

    async def is_let_in(self, team: str, conversation: Conversation) -> bool:
        """Return whether we read a channel, joining it if need be."""
        if conversation.is_joined:
            return True
        client = (await self._context.workspaces.of(team)).client
        try:
            await client.conversations_join(channel=conversation.id)
        except SlackApiError as error:
            if problem_of(error):
                return False
            raise
        self._context.directory.forget(team, conversation.id)
        return True

    async def on_created(self, team: str, channel: str) -> None:
        """Watch a public channel that was just made, where such ones are watched."""
        group = self.new.group_of([team_label(team)])
        if group is None:
            return
        conversation = await self._context.directory.conversation(team, channel)
        if conversation.is_open_in(team) and await self.is_let_in(team, conversation):
            record = replace(_record(team, conversation), is_whole=True)
            self._kinds.note(record.id, conversation)
            await self.new.begin(record, group)

    async def _find_new(self, team: str) -> None:
        """Watch the public channels that were made while we were away, where new ones are."""
        since, now = self.new.unknown_since(team), self._context.services.ledger.clock()
        if since is None:
            return
        for each in await self._context.directory.public(team):
            is_met = self.new.is_met(team, channel_id(team, each.id))
            if each.created >= int(since.timestamp()) and not is_met:
                await self.on_created(team, each.id)
        self.new.looked(team, now)

    async def on_left(self, team: str, channel: str) -> None:
        """Take it over that somebody took us out of a channel."""
        await self._sync.access.lost(channel_id(team, channel), f"Slack: {LEFT}")

    async def on_joined(self, team: str, channel: str) -> bool:
        """Read a watched channel that we were let into again; False where it is not watched."""
        id_ = channel_id(team, channel)
        record = self._context.services.ledger.channels.get(id_)
        if record is not None and record.error:
            await self._sync.read(id_)
        return record is not None

    async def backfill(self, id_: str, report: Report) -> Counts:
        """Read a watched channel back: see `Backfill`."""
        return await self._sync.backfill(id_, report)

    async def rename(self, team: str, channel: str) -> None:
        """Take over that a channel has another name."""
        conversation = await self._context.directory.conversation(team, channel)
        name = source_name(conversation.name)
        await self._at_homes(
            team, channel, lambda home: self._sync.rename(channel_id(home, channel), home, name)
        )

    async def rename_author(self, author_id: str, team: str, name: str) -> None:
        """Take over that somebody has another name."""
        await self._sync.live.on_name(author_id, f"slack:{team}/", name)

    def left_out(self, id_: str) -> Mapping[str, int]:
        """Return what of a channel is made no post of, by the names it is told by."""
        return self._sync.left_out.told(id_)

    def extents(self, channels: Iterable[Channel]) -> dict[str, Extent]:
        """Return how far channels were read back, by their ids."""
        is_cut = self._sync.left_out.is_cut
        return {each.id: Extent(read_back_to(each), is_cut(each.id)) for each in channels}

    def takes_apps(self, id_: str) -> bool:
        """Return whether what apps write in a channel is kept."""
        return self._sync.left_out.takes_apps(id_)

    def compare_soon(self) -> None:
        """Compare all channels in the background: an archive may have held what is gone."""
        self._sync.reconciler.soon()

    async def catch_up(self) -> None:
        """Take over what is recent in the watched channels, after nothing reached us."""
        teams: list[str] = []
        with _noted(PLATFORM):
            teams = [each.team for each in await self._context.workspaces.all()]
        for team in teams:
            with _noted(f"{PLATFORM}:{team}"):
                await self._find_new(team)
        await self._sync.catch_up()
        self._editor.look()  # nobody told us who may read what since

    def mark_missed(self) -> None:
        """Take it that messages were missed, until it has caught up with them."""
        self._sync.mark_missed()

    async def _on_reaction(self, event: Payload, team: str) -> None:
        async def react(home: str) -> None:
            await self._changes.on_reaction(event, home)
            await self._marks.on_reaction(event, home)

        await self._at_homes(team, text_of(object_of(event.get("item")).get("channel")), react)

    async def on_message(self, event: Payload, team: str) -> None:
        """Take over what happened in a watched channel."""
        channel = text_of(event.get("channel"))
        await self._at_homes(team, channel, lambda home: self._on_message(event, home, channel))

    async def _at_homes(
        self, team: str, channel: str, work: Callable[[str], Awaitable[None]]
    ) -> None:
        """Do some work for each workspace under which what happens in a channel may be stored.

        Slack tells of a channel that several share once, and names any one of them. That one
        comes first: what it is told is doubted although the others cannot be looked up just now.
        """
        await work(team)
        shared = self._context.services.ledger.channels.shared(PLATFORM, channel)
        others = {each.workspace_id for each in shared} - {team}
        served = self._context.workspaces.teams() if others else ()
        for each in sorted(others.intersection(served)):
            await work(each)

    async def _on_message(self, event: Payload, team: str, channel: str) -> None:
        id_, subtype = channel_id(team, channel), text_of(event.get("subtype"))
        if subtype in _TURNS:
            await self._take_over_readers(id_)
        is_watched = partial(self._sync.is_watched, id_)
        if is_deletion(event) or subtype == "message_changed":
            after = object_of(event.get("message"))
            ts = deleted_at(event) if is_deletion(event) else text_of(after.get("ts"))
            left = None if is_deletion(event) else after
            if ts:
                await self._changes.on_change(team, channel, ts, left, is_watched=is_watched)
        elif is_watched() and (message := parse_message(event, team)) is not None:
            await self._sync.on_message(
                id_, message.ts, lambda: self._reader.posts(team, [message])
            )

    async def _take_over_readers(self, id_: str) -> None:
        """Take it over at once that a channel has other readers, or is kept out, from now on."""
        team, channel = team_and_channel(id_)
        self._context.forget(team, channel, lists=True)
        self._editor.look_for_posts_of(channel)
        self._editor.look_in(team, channel)
        if self._sync.is_watched(id_):
            await self._kinds.check(id_)


@contextmanager
def _noted(where: str) -> Iterator[None]:
    """Leave it at a note in the log where Slack fails: the next time does it again."""
    try:
        yield
    except (SlackApiError, BotError, *LOST) as error:
        _log.warning("new channels of %s could not be looked for: %s", where, reason(error))


def _record(team: str, conversation: Conversation) -> Channel:
    """Return what is remembered of a channel that begins to be watched."""
    id_, name = channel_id(team, conversation.id), source_name(conversation.name)
    return Channel(id_, PLATFORM, team, name, newest=f"{time():.6f}")
