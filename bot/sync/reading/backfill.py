"""Reads watched channels back to their first messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.errors import ChannelClosed
from bot.sync.reading.progress import Progress
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.ledger.channels import Channel
    from bot.ports import Report
    from bot.services import Services
    from bot.sync.ports import ChannelReader, Heartbeat, OpenChannel, Page, Place
    from bot.sync.post_store import PostStore
    from bot.sync.reading.channel_access import ChannelAccess
    from bot.sync.reading.channel_names import ChannelNames
    from bot.sync.reading.reconcile import Reconciler


WHOLE: Final = "whole"
"""Noted of a place in place of its oldest message once all of it is read."""


class Backfill:
    """Reads channels backwards once, from the newest messages, so that answers are good early.

    After every page it is noted how far it came; a kill costs one page.
    """

    def __init__(
        self,
        services: Services,
        reader: ChannelReader,
        store: PostStore,
        reconciler: Reconciler,
        *,
        access: ChannelAccess,
        names: ChannelNames,
    ) -> None:
        self._access = access
        self._names = names
        self._services = services
        self._channels = services.ledger.channels
        self._reader = reader
        self._store = store
        self._reconciler = reconciler

    async def backfill(self, channel_id: str, report: Report) -> Counts:
        """Read a watched channel and its threads to their first messages.

        One that was read so far before is compared with its platform instead.

        Raises:
            UnavailableError: It may not be read, or is not watched any more.
            JobEnded: It is to end here; what was read is stored.
        """
        record = self._channels.still(channel_id)
        try:
            await self._names.follow(record)
            record = self._channels.still(channel_id)
            if not record.is_whole:
                return await self._read(record, report)
            counts = await self._reconciler.reconcile(channel_id, report)
        except self._reader.closed as error:
            await self._access.failed(channel_id, error, is_told=True)
            raise ChannelClosed(self._reader.title, self._reader.reason(error)) from error
        self._services.corrections.want(self._reader.platform)
        self._channels.note(channel_id)
        self._access.restored(channel_id)
        return counts

    async def _read(self, record: Channel, report: Report) -> Counts:
        progress = Progress(report)
        since = await self._compared_since(record)
        channel = await self._reader.open(record.id, goes_on=True)
        async for place in channel.places():
            pages = self._pages(record.id, channel, place, progress.report)
            async for stored, page in pages:
                progress.counts += stored
                if page is not None:
                    progress.done = channel.progress(place, page)
                progress.report()
        if since is not None:
            changed = await self._reconciler.reconcile(record.id, report, since)
            progress.counts += replace(changed, unchanged=0)
        self._channels.note(record.id, is_whole=True)
        self._access.restored(record.id)
        return progress.counts

    async def _compared_since(self, record: Channel) -> str | None:
        """Return since which message a channel is to be compared once it is read to its end.

        What was read before an interruption may have changed in the meantime; what an archive
        held, or an earlier watching, may be gone. None where there was nothing of either.
        """
        ledger, read_to = self._services.ledger, self._reader.read_to(record)
        note = self._reader.known_note(record.id)
        if read_to is None:
            known = await self._reader.posts_of(record.id, record.workspace_id)
            ledger.note(note, "yes" if known else "")
            if known:  # an archive, or an earlier watching, may have another name for the channel
                await self._names.rename(record.id, record.workspace_id, record.name)
        return "" if ledger.noted(note) else read_to

    async def _pages(
        self, channel_id: str, channel: OpenChannel, place: Place, heartbeat: Heartbeat
    ) -> AsyncIterator[tuple[Counts, Page | None]]:
        """Yield what was stored, and each page once all of it is."""
        while (cursor := self._read_to(channel_id, place)) != WHOLE:
            with self._store.overlap.reading() as heard:
                page = await channel.page(place, cursor, heartbeat)
                async for posts in page.batches:
                    yield await self._store.save(channel_id, posts, heard), None
            if page.is_cut:
                self._store.left_out.note_cut(channel_id)
            if place.note:
                self._services.ledger.note(place.note, page.cursor or WHOLE)
            else:
                oldest = page.cursor or page.reached or cursor
                self._channels.note(channel_id, oldest=oldest, is_whole=not page.cursor)
            yield Counts(), page

    def _read_to(self, channel_id: str, place: Place) -> str:
        if place.note:
            return self._services.ledger.noted(place.note)
        record = self._channels.still(channel_id)
        return WHOLE if record.is_whole else record.oldest
