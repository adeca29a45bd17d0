"""Keeps the messages of watched channels as posts: the old ones, the new ones, their changes."""

from __future__ import annotations

import logging
from dataclasses import replace
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST, problem_of
from adapters.slack.ids import channel_id, team_and_channel
from adapters.slack.payloads import parse_message
from adapters.slack.sync.edits import Edits
from adapters.slack.sync.history import since
from adapters.slack.sync.posts import source_name
from adapters.slack.sync.posts_of_pages import Stretch
from adapters.slack.sync.reader import KIND, kind_of
from bot.errors import BotError, ChannelClosed, UnavailableError
from bot.ledger.channels import Channel
from bot.sync.live import LiveMessages
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Mapping

    from adapters.slack.access.directory import Conversation
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message, Payload
    from adapters.slack.sync.history import Heartbeat
    from adapters.slack.sync.posts_of_pages import PostReader
    from adapters.slack.sync.reader import Reconciler
    from bot.ports import Report
    from bot.sync.post_store import PostStore


_TURNS: Final = frozenset({"channel_convert_to_private", "channel_topic", "group_topic"})
"""Notices after which a channel may have other readers, or may be kept out."""

_KNOWN: Final = "slack.known:"

_log: Final = logging.getLogger(__name__)


class ChannelSync:
    """Reads watched channels, backwards once and forwards for ever.

    The reading backwards begins with the newest messages, so that answers are good early. After
    every page it is noted how far it came; a kill costs one page. What was written while we were
    away is read forwards from the newest message that was seen.
    """

    def __init__(
        self,
        context: SlackContext,
        reader: PostReader,
        store: PostStore,
        reconciler: Reconciler,
        editor: SlackAnswerEditor,
    ) -> None:
        self._context = context
        self._reader = reader
        self._store = store
        self._live = LiveMessages(context.services, store)
        self._reconciler = reconciler
        self._editor = editor
        self._channels = context.services.ledger.channels
        self._caught_up: set[str] = set()
        self._edits = Edits(context, reader, self._live)
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "reaction_added": self._edits.on_reaction,
            "reaction_removed": self._edits.on_reaction,
        }

    def begin(self, team: str, conversation: Conversation) -> str:
        """Watches a channel from now on, and returns what it is called in what is remembered."""
        id_ = channel_id(team, conversation.id)
        known = self._channels.get(id_) or Channel(
            id_, "slack", team, source_name(conversation), newest=f"{time():.6f}"
        )
        self._channels.put(replace(known, name=source_name(conversation)))
        self._caught_up.add(id_)
        self._note_kind(id_, conversation)
        return id_

    def end(self, team: str, channel: str) -> bool:
        """Watches a channel no longer; False where it was not watched."""
        id_ = channel_id(team, channel)
        was_watched = self._channels.get(id_) is not None
        self._channels.remove(id_)
        return was_watched

    async def backfill(self, id_: str, report: Report) -> Counts:
        """Reads a watched channel and its threads to their first messages.

        One that was read so far before is compared with Slack instead.

        Raises:
            UnavailableError: We may not read it, or it is not watched any more.
            JobEnded: It is to end here; what was read is stored.
        """
        record, counts, done = self._channels.get(id_), Counts(), (0, 0)
        try:
            if record is not None and record.is_whole:
                counts = await self._reconciler.reconcile(id_, report)
                self._editor.look()
                self._channels.note(id_)
                return counts
            before = record.oldest if record is not None else ""
            since = await self._compared_since(id_, before)
            stretch = Stretch.of(
                await self._context.directory.conversation(*team_and_channel(id_)), before
            )
            pages = self._pages_back(id_, lambda: report(*done, counts))
            async for stored, oldest in pages:
                counts, done = counts + stored, stretch.read_to(oldest)
                report(*done, counts)
            if since is not None:
                counts += replace(await self._reconciler.reconcile(id_, report, since), unchanged=0)
        except (SlackApiError, *LOST) as error:
            raise ChannelClosed("Slack", self._tell(id_, error)) from error
        return counts

    def compare_soon(self) -> None:
        """Compares all channels in the background: an archive may have held what is gone."""
        self._reconciler.soon()

    async def _compared_since(self, id_: str, read_before: str) -> str | None:
        """Returns since when a channel is to be compared once it is read to its end.

        What was read before an interruption may have changed in the meantime; what an archive
        held, or an earlier watching, may be gone. None where there was nothing of either.
        """
        library, ledger = self._context.services.library, self._context.services.ledger
        if not read_before:
            ledger.note(f"{_KNOWN}{id_}", "yes" if await library.ids_under(f"{id_}/") else "")
        return "" if ledger.noted(f"{_KNOWN}{id_}") else read_before or None

    async def catch_up(self) -> None:
        """Takes over what became of the watched channels while we were away.

        First what is recent, in all of them: what was written from some time before we last
        heard of a channel on. What became of older messages, and what was replied to them, is
        found by comparing the whole channels, in the background.
        """
        for record in self._channels.watched("slack"):
            newest = f"{time():.6f}"
            if record.id in self._caught_up:  # it was just begun to be watched
                continue
            try:
                await self._check_kind(record.id)
                await self._reconciler.reconcile(record.id, lambda *_: None, since(record))
            except (SlackApiError, BotError, *LOST) as error:
                _log.info("a watched channel cannot be read: %s", self._tell(record.id, error))
            else:
                self._caught_up.add(record.id)
                self._channels.note(record.id, newest=newest)
        self._editor.look()  # nobody told us who may read what since

    def mark_missed(self) -> None:
        """Takes it that messages were missed, until it has caught up with them."""
        self._caught_up.clear()

    async def on_message(self, event: Payload, team: str) -> None:
        """Takes over what happened in a watched channel."""
        id_ = channel_id(team, event.get("channel", ""))
        if event.get("subtype") in _TURNS:
            await self._narrow(id_)
        is_watched = self._channels.get(id_) is not None
        match event.get("subtype"):
            case "message_changed":
                ts, after = event["message"]["ts"], event["message"]
                await self._edits.turned(team, event["channel"], ts, after, is_watched=is_watched)
            case "message_deleted":
                ts = event["deleted_ts"]
                await self._edits.turned(team, event["channel"], ts, is_watched=is_watched)
            case _ if is_watched:
                message = parse_message(event, team)
                if message is not None:
                    await self._keep(id_, message)

    async def _keep(self, id_: str, message: Message) -> None:
        try:
            await self._live.on_message(id_, lambda: self._reader.posts(message.team, [message]))
        except UnavailableError:  # it is read again with what was missed
            self._caught_up.discard(id_)
            if self._channels.get(id_) is not None:
                raise
        if id_ in self._caught_up:
            self._channels.note(id_, newest=message.ts)

    async def _pages_back(
        self, id_: str, heartbeat: Heartbeat
    ) -> AsyncIterator[tuple[Counts, str]]:
        """Yields what was stored, and the message that all is read back to."""
        team, channel = team_and_channel(id_)
        history, has_more = await self._reader.history(team), True
        while has_more:
            record = self._channels.still(id_)
            with self._store.overlap.reading() as heard:
                page = await history.page(channel, latest=record.oldest, heartbeat=heartbeat)
                posts = await self._reader.posts(team, page.messages)
                yield await self._store.save(id_, posts, heard), record.oldest
                async for replies in self._reader.replies(page.roots, heartbeat):
                    posts = await self._reader.posts(team, replies)
                    yield await self._store.save(id_, posts, heard), record.oldest
            has_more, oldest = page.has_more, page.oldest or record.oldest
            self._channels.note(id_, oldest=oldest, is_whole=not has_more)
            yield Counts(), oldest

    async def _narrow(self, id_: str) -> None:
        """Takes it over at once that a channel has other readers, or is kept out, from now on."""
        team, channel = team_and_channel(id_)
        self._context.directory.forget(team, channel)
        self._context.audiences.forget(team, channel)
        self._context.audiences.forget_lists(team)
        self._editor.look_for_posts_of(channel)
        if self._channels.get(id_) is not None:
            await self._check_kind(id_)

    async def _check_kind(self, id_: str) -> None:
        """Removes what is stored of a channel that was closed; corrects answers from a private one.

        Its posts are for its readers, whoever those are: they stay as they are.
        """
        team, channel = team_and_channel(id_)
        conversation = await self._context.directory.conversation(team, channel)
        library, ledger = self._context.services.library, self._context.services.ledger
        has_turned = ledger.noted(f"{KIND}{id_}") not in {"", kind_of(conversation)}
        self._note_kind(id_, conversation)
        ids = await library.ids_under(f"{id_}/") if conversation.is_closed or has_turned else []
        if conversation.is_closed:
            await self._store.remove_all(ids)
        elif ids:
            await self._editor.correct(ids)

    def _tell(self, id_: str, error: Exception) -> str:
        """Notes why a channel cannot be read, and returns it."""
        problem = problem_of(error) if isinstance(error, SlackApiError) else type(error).__name__
        self._channels.note(id_, error=f"Slack: {problem}")
        return problem

    def _note_kind(self, id_: str, conversation: Conversation) -> None:
        if conversation.is_joined or not conversation.is_private:  # else Slack does not show it
            self._context.services.ledger.note(f"{KIND}{id_}", kind_of(conversation))
