"""Keeps the messages of watched channels as posts: the old ones, the new ones, their changes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from bot.errors import UnavailableError
from bot.outages import Outage
from bot.sync.live_messages import LiveMessages
from bot.sync.reading.backfill import Backfill
from bot.sync.reading.catch_up import CatchUp
from bot.sync.reading.channel_access import ChannelAccess
from bot.sync.reading.channel_names import ChannelNames
from bot.sync.reading.reconcile import Reconciler
from bot.sync.until_stored import PAUSE_SECONDS

if TYPE_CHECKING:
    from bot.ledger.channels import Channel
    from bot.ports import Report
    from bot.services import Services
    from bot.sync.live_messages import Read
    from bot.sync.ports import Admins, ChannelReader
    from bot.sync.post_store import PostStore
    from index.ingest.counts import Counts


class _Kept(TypedDict):
    access: ChannelAccess
    names: ChannelNames


class SyncService:
    """Reads the watched channels of one platform, backwards once and forwards for ever.

    Attributes:
        reconciler: Compares whole channels.
        live: Takes over what becomes of single messages.
        access: Knows which channels we were shut out of.
        left_out: What of the channels is made no post of, and whose messages are wanted.
    """

    def __init__(
        self, services: Services, reader: ChannelReader, store: PostStore, admins: Admins
    ) -> None:
        self._ledger = services.ledger
        self._unstored = asyncio.Event()
        self._outage = Outage(f"storing what is written on {reader.platform}")
        self.access = ChannelAccess(services, reader, admins)
        self._names = ChannelNames(services, reader)
        self._reader = reader
        self.live = LiveMessages(services, store, self._outage)
        self.left_out = store.left_out
        kept: _Kept = {"access": self.access, "names": self._names}
        self.reconciler = Reconciler(services, reader, store, **kept)
        self._backfill = Backfill(services, reader, store, self.reconciler, **kept)
        self._catch_up = CatchUp(services, reader, self.reconciler, **kept)

    def begin(self, channel: Channel, *, takes_apps: bool | None = None) -> None:
        """Watch a channel from now on; one that is watched is only known by who asks last.

        Args:
            channel: The channel.
            takes_apps: Keep what apps and webhooks write there, or not; None for as before.
        """
        if takes_apps is not None:
            self.left_out.choose_apps(channel.id, are_kept=takes_apps)
        known = self._ledger.channels.get(channel.id)
        if known is None:  # what was missed since it was watched before is read again
            for beginning in self._reader.notes_of(channel.id):
                self._ledger.forget_notes(beginning)
            self.left_out.forget(channel.id)
            self.access.restored(channel.id)
        watched_by = channel.watched_by or (known.watched_by if known else "")
        self._ledger.channels.put(replace(known or channel, watched_by=watched_by))
        self._catch_up.begin(channel.id)

    def end(self, channel_id: str) -> bool:
        """Watch a channel no longer; False where it was not watched."""
        known = self.is_watched(channel_id)
        self._ledger.channels.remove(channel_id)
        return known

    async def rename(self, channel_id: str, workspace_id: str, name: str) -> None:
        """Call a channel, and the source of what is stored of it, by its new name."""
        await self._names.rename(channel_id, workspace_id, name)

    def is_watched(self, channel_id: str) -> bool:
        """Return whether a channel is watched."""
        return self._ledger.channels.get(channel_id) is not None

    async def backfill(self, channel_id: str, report: Report) -> Counts:
        """Read a watched channel back: see `Backfill`; it tells what was left out, too.

        What is never stored again is among that: counted for the channel, and not a second time.
        """
        counts = await self._backfill.backfill(channel_id, report)
        return replace(counts, left_out=0, left_out_of_files=self.left_out.told(channel_id))

    async def read(self, channel_id: str) -> None:
        """Take over what was written in a watched channel since it was last heard of."""
        self._catch_up.mark_channel_missed(channel_id)
        await self._catch_up.read(self._ledger.channels.still(channel_id))

    def mark_missed(self, workspace_id: str | None = None) -> None:
        """Take it that messages of a workspace, or of all, were missed."""
        self._catch_up.mark_missed(workspace_id)

    async def catch_up(self, workspace_id: str | None = None) -> bool:
        """Take over what is recent in the watched channels: see `CatchUp`."""
        return await self._catch_up.catch_up(workspace_id)

    async def on_message(self, channel_id: str, message: str, read: Read) -> None:
        """Store a new message of a watched channel.

        Args:
            channel_id: The channel.
            message: The message, as the channel's row names it.
            read: Returns the posts that it is.

        What cannot be stored is read again with what was missed: see `take_up`.
        """
        try:
            await self.live.on_message(channel_id, read)
            self._catch_up.note(channel_id, message)
        except UnavailableError as error:
            self._catch_up.mark_channel_missed(channel_id)
            if self.is_watched(channel_id):
                self._outage.failed(error)
                self._unstored.set()

    async def take_up(self) -> None:
        """Catch up with what could not be stored when it was told, once it can be; for ever."""
        while True:
            await self._unstored.wait()
            await asyncio.sleep(PAUSE_SECONDS)
            try:
                await self._catch_up.catch_up()
            except UnavailableError as error:
                self._outage.failed(error)
            else:
                self._unstored.clear()
                self._outage.ended()
