"""Notes which watched channels cannot be read any more, and tells an admin once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services import Services
    from bot.sync.ports import Admins, ChannelReader


class ChannelAccess:
    """Knows of which channels it was told that the platform lets us read them no longer.

    What passes (a fault of the platform, a lost connection) is noted of the channel, and shown in
    the status, but nobody is written to.
    """

    def __init__(self, services: Services, reader: ChannelReader, admins: Admins) -> None:
        self._ledger = services.ledger
        self._reader = reader
        self._admins = admins

    async def failed(self, channel_id: str, error: Exception, *, is_told: bool = False) -> None:
        """Note why a channel could not be read, and tell an admin where it may not be.

        Args:
            channel_id: The channel.
            error: What reading it ended in.
            is_told: An admin hears of it anyway.
        """
        self._ledger.channels.note(channel_id, error=self._reader.noted(error))
        record = self._ledger.channels.get(channel_id)
        if record is None or not self._reader.is_refused(error):
            return
        if is_told:
            self._ledger.note(self._note(channel_id), "told")
        elif not await self._reader.is_gone(record, error):
            await self._tell_once(channel_id)

    async def lost(self, channel_id: str, reason: str) -> None:
        """Take it over that we may read a channel no longer, as the platform told."""
        if self._ledger.channels.get(channel_id) is not None:
            self._ledger.channels.note(channel_id, error=reason)
            await self._tell_once(channel_id)

    def restored(self, channel_id: str) -> None:
        """Take it that a channel can be read: should that end, an admin is told again."""
        self._ledger.forget_note(self._note(channel_id))

    async def _tell_once(self, channel_id: str) -> None:
        record, note = self._ledger.channels.get(channel_id), self._note(channel_id)
        if record is None or self._ledger.noted(note):
            return
        self._ledger.note(note, "told")  # first: it may be found out twice at the same time
        if not await self._admins.tell_lost(record):
            self._ledger.forget_note(note)

    def _note(self, channel_id: str) -> str:
        return f"{self._reader.platform}.lost:{channel_id}"
