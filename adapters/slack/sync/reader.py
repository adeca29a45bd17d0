"""Compares watched channels with Slack, and mends what no event told of."""

from __future__ import annotations

import logging
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST, problem_of, reason
from adapters.slack.ids import team_and_channel
from adapters.slack.sync.posts_of_pages import Stretch
from bot.errors import BotError
from bot.sync.schedule import DailySchedule
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Collection

    from adapters.slack.access.directory import Conversation
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from adapters.slack.sync.deleted_channels import DeletedChannels
    from adapters.slack.sync.posts_of_pages import PostReader
    from bot.ports import Report
    from bot.sync.post_store import PostStore


GONE: Final = "channel_not_found"
"""What Slack says of a channel that was deleted, or that we may not know of any more."""

KIND: Final = "slack.kind:"
"""What a channel was when it was last looked at is noted under this and its id."""

_NOTE: Final = "slack.swept"

_log: Final = logging.getLogger(__name__)


class Reconciler:
    """Reads whole channels again: what changed is taken over, what is gone is removed.

    Costs a request for each page and each thread, and their ids in memory: some 100 bytes each.
    """

    def __init__(
        self,
        context: SlackContext,
        reader: PostReader,
        store: PostStore,
        editor: SlackAnswerEditor,
        deleted_channels: DeletedChannels,
    ) -> None:
        self._context = context
        self._deleted_channels = deleted_channels
        self._reader = reader
        self._store = store
        self._editor = editor
        self._schedule = DailySchedule(context.services.ledger, _NOTE, self.reconcile_all)

    async def reconcile(self, id_: str, report: Report, since: str = "") -> Counts:
        """Compares one channel with its threads, and returns what was mended.

        Args:
            id_: The channel.
            report: Hears how far it is.
            since: A time: what is older is not looked at, and stays as it is.

        Raises:
            SlackApiError: It cannot be read; nothing of what was not read is removed.
            JobEnded: It is to end here.
        """
        team, channel = team_and_channel(id_)
        began, counts, done = time(), Counts(), (0, 0)
        conversation = await self._context.directory.conversation(team, channel)
        stretch = Stretch.of(conversation, since=since)
        stored = set(await self._context.services.library.ids_under(f"{id_}/", since))
        reached, is_cut = f"{began:.6f}", False
        with self._store.overlap.reading() as heard:
            pages = self._reader.pages(team, channel, since, lambda: report(*done, counts))
            async for page, threads in pages:
                counts += await self._take_over(id_, page.messages, stored, heard)
                async for replies in threads:
                    counts += await self._take_over(id_, replies, stored, heard)
                reached, is_cut = page.oldest or reached, is_cut or page.is_cut
                done = stretch.read_to(reached)
                report(*done, counts)
        # What is left was not met: deleted, kept out, or written since the reading began.
        unmet = [each for each in stored.difference(heard) if _time_in(each) <= began]
        gone = await self._gone(unmet, max(since, reached) if is_cut else since)
        # Its topic is not their author's word.
        removed = await self._store.remove_all(gone, by_author=not conversation.is_closed)
        return counts + Counts(removed=removed)

    def soon(self) -> None:
        """Compares all watched channels in the background, for something may have been missed."""
        self._schedule.soon()

    async def run(self) -> None:
        """Sweeps all watched channels once a day, until cancelled."""
        await self._schedule.run()

    async def _gone(self, unmet: list[str], reached: str) -> list[str]:
        """Returns what is gone of what was not met, if it was read back to this time alone.

        What stands in threads that began before was not read either.
        """
        if not reached:
            return sorted(unmet)
        recent = [each for each in unmet if each.rpartition("/")[2] >= reached]
        posts = await self._context.services.library.posts(recent)
        return sorted(
            post.id
            for post in posts.values()
            if post.parent_id is None or post.parent_id.rpartition("/")[2] >= reached
        )

    async def reconcile_all(self) -> None:
        """Compares every watched channel that Slack lets us read at a decent pace."""
        for record in self._context.services.ledger.channels.watched("slack"):
            try:
                team = team_and_channel(record.id)[0]
                is_limited = (await self._reader.history(team)).is_limited
                if record.is_whole and not is_limited:
                    await self.reconcile(record.id, lambda *_: None)
            except (SlackApiError, BotError, *LOST) as error:
                _log.warning("%s could not be compared (%s)", record.id, reason(error))
                is_gone = isinstance(error, SlackApiError) and problem_of(error) == GONE
                # A private channel that we were taken out of looks the same; what is stored of
                # it nobody can be shown to read, and it is there when we are let in again.
                kind = self._context.services.ledger.noted(f"{KIND}{record.id}")
                if is_gone and kind != "private":
                    await self._deleted_channels.channel(record.id)
        self._editor.look()

    async def _take_over(
        self, id_: str, messages: tuple[Message, ...], stored: set[str], heard: Collection[str]
    ) -> Counts:
        posts = await self._reader.posts(team_and_channel(id_)[0], messages)
        counts = await self._store.save(id_, posts, heard)
        stored.difference_update(post.id for post in posts)
        return counts


def _time_in(id_: str) -> float:
    return float(id_.rpartition("/")[2])


def kind_of(conversation: Conversation) -> str:
    """Return who may read a channel, in a word."""
    return "private" if conversation.is_private else "public"
