"""Compares watched channels with their platform, and takes over what no event told of."""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.sync.reading.progress import Progress
from bot.sync.schedule import DailySchedule
from index.ingest.counts import Counts
from index.posts import whole_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from bot.ports import Report
    from bot.services import Services
    from bot.sync.overlap import Heard
    from bot.sync.ports import ChannelReader, Heartbeat, OpenChannel, Page, Place
    from bot.sync.post_store import PostStore
    from bot.sync.reading.channel_access import ChannelAccess
    from bot.sync.reading.channel_names import ChannelNames


_log: Final = logging.getLogger(__name__)


class Reconciler:
    """Reads whole channels again: what changed is taken over, what is gone is removed.

    Costs a request for each page and each thread, and in memory the ids of the place that is
    being read: some 100 bytes each.
    """

    def __init__(
        self,
        services: Services,
        reader: ChannelReader,
        store: PostStore,
        *,
        access: ChannelAccess,
        names: ChannelNames,
    ) -> None:
        self._services = services
        self._access = access
        self._names = names
        self._library = services.library
        self._reader = reader
        self._store = store
        part = services.ledger.part
        note = f"{reader.platform}.swept:{part}" if part else f"{reader.platform}.swept"
        self._schedule = DailySchedule(services.ledger, note, self._reconcile_all)

    async def reconcile(self, channel_id: str, report: Report, since: str = "") -> Counts:
        """Compare one channel with its threads, and return what changed.

        Args:
            channel_id: The channel, as the ledger names it.
            report: Hears how far it is.
            since: A message: what is older is not looked at, and stays as it is.

        Raises:
            UnavailableError: It cannot be read, or is not watched any more.
            Exception: The platform's; nothing of what was not read is removed.
            JobEnded: It is to end here.
        """
        with self._store.left_out.counting(channel_id, all_of_it=not since):
            return await self._reconcile(channel_id, report, since)

    async def _reconcile(self, channel_id: str, report: Report, since: str) -> Counts:
        channel = await self._reader.open(channel_id, since=since)
        progress, met = Progress(report), set[str]()
        async for place in channel.places():
            met.add(place.id)
            comparison = _Comparison(channel, place, since, await self._stored(place, since))
            if not comparison.stored and place.is_quiet:
                continue
            with self._store.overlap.reading() as heard:
                async for page in comparison.pages(progress.report):
                    async for posts in page.batches:
                        progress.counts += await self._store.save(channel_id, posts, heard)
                        comparison.stored.difference_update(post.id for post in posts)
                    comparison.read(page)
                    progress.done = channel.progress(place, page)
                    progress.report()
                progress.counts += await self._remove_gone(comparison, heard)
        if not since:
            gone = await channel.deleted_threads(met)
            progress.counts += Counts(removed=await self._store.remove_all(gone))
        return progress.counts

    def soon(self) -> None:
        """Compare all watched channels in the background, for something may have been missed."""
        self._schedule.soon()

    async def run(self) -> None:
        """Compare all watched channels once a day, until cancelled."""
        await self._schedule.run()

    async def remove_channel(self, channel_id: str, workspace_id: str) -> None:
        """Remove what stands in a deleted channel and its threads, and watch it no longer."""
        self._services.ledger.channels.remove(channel_id)
        await self._store.remove_all(await self._reader.posts_of(channel_id, workspace_id))

    async def _reconcile_all(self) -> None:
        for record in self._services.ledger.channels.watched(self._reader.platform):
            try:
                if await self._reader.is_gone(record):
                    await self.remove_channel(record.id, record.workspace_id)
                    continue
                await self._names.follow(record)
                if record.is_whole and await self._reader.is_comparable(record):
                    await self.reconcile(record.id, lambda *_: None)
                    if record.error:
                        self._services.ledger.channels.note(record.id)
                    self._access.restored(record.id)
            except self._reader.unreadable as error:  # the next day does it again
                _log.warning("%s could not be compared (%s)", record.id, self._reader.reason(error))
                if await self._reader.is_gone(record, error):
                    await self.remove_channel(record.id, record.workspace_id)
                else:
                    await self._access.failed(record.id, error)
        self._services.corrections.want(self._reader.platform)

    async def _stored(self, place: Place, since: str) -> set[str]:
        """Return what is stored of a place, of this message or later."""
        ids = await self._library.ids_under(f"{place.id}/", since)
        return {id_ for id_ in ids if not since or message_in(id_) >= Decimal(since)}

    async def _remove_gone(self, comparison: _Comparison, heard: Heard) -> Counts:
        """Remove what was not met: deleted, or kept out."""
        unmet = [id_ for id_ in comparison.stored if whole_of(id_) not in heard.ids]
        gone = await self._gone(comparison, unmet)
        if not gone:
            return Counts()
        # A history that was closed meanwhile may be shown as empty; this is refused then.
        await comparison.channel.check(gone[-1])
        left = [id_ for id_ in gone if whole_of(id_) not in heard.ids]
        # Nobody tells who deleted them.
        return Counts(removed=await self._store.remove_all(left))

    async def _gone(self, comparison: _Comparison, unmet: Collection[str]) -> list[str]:
        """Return what is gone of what was not met.

        What was written since the reading began was not read, nor were replies to what stands
        before the first message that was.
        """
        place, first = comparison.place, comparison.first
        if place.until:
            unmet = [each for each in unmet if message_in(each) <= Decimal(place.until)]
        if first and place.holds_threads:
            recent = [each for each in unmet if message_in(each) >= Decimal(first)]
            posts = (await self._library.posts(recent)).values()
            unmet = [
                post.id
                for post in posts
                if post.parent_id is None or message_in(post.parent_id) >= Decimal(first)
            ]
        return sorted(unmet)


class _Comparison:
    """One place while it is compared.

    Attributes:
        channel: The channel it is in.
        place: The place.
        first: The first message of those that were read; "" where all were.
        stored: What is stored of it, and was not met yet.
    """

    def __init__(self, channel: OpenChannel, place: Place, since: str, stored: set[str]) -> None:
        self.channel = channel
        self.place = place
        self.first = since
        self.stored = stored
        self._is_cut = False

    async def pages(self, heartbeat: Heartbeat) -> AsyncIterator[Page]:
        """Yield the pages of the place."""
        cursor, has_more = "", True
        while has_more:
            page = await self.channel.page(self.place, cursor, heartbeat)
            yield page
            cursor, has_more = page.cursor, bool(page.cursor)

    def read(self, page: Page) -> None:
        """Note how far a page led, which is the end of it where older messages are hidden.

        What of it could not be read is not gone.
        """
        unread = {*page.unread}
        self.stored -= {id_ for id_ in self.stored if unread and whole_of(id_) in unread}
        self._is_cut = self._is_cut or page.is_cut
        if self._is_cut:
            self.first = max(self.first or "0", page.reached or self.place.until, key=Decimal)


def message_in(id_: str) -> Decimal:
    """Return the message that a post is: later ones have a higher number, on every platform."""
    return Decimal(whole_of(id_).rpartition("/")[2])
