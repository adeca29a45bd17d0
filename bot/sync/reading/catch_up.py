"""Reads what was written in watched channels while nothing was heard of them."""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.sync.schedule import MARGIN

if TYPE_CHECKING:
    from bot.ledger.channels import Channel
    from bot.services import Services
    from bot.sync.ports import ChannelReader
    from bot.sync.reading.channel_access import ChannelAccess
    from bot.sync.reading.channel_names import ChannelNames
    from bot.sync.reading.reconcile import Reconciler


_log: Final = logging.getLogger(__name__)


class CatchUp:
    """Knows which channels nothing was missed of, and catches up with the others."""

    def __init__(
        self,
        services: Services,
        reader: ChannelReader,
        reconciler: Reconciler,
        *,
        access: ChannelAccess,
        names: ChannelNames,
    ) -> None:
        self._channels = services.ledger.channels
        self._access = access
        self._names = names
        self._reader = reader
        self._reconciler = reconciler
        self._caught_up: set[str] = set()

    def begin(self, channel_id: str) -> None:
        """Take it that nothing is missed of a channel from now on."""
        self._caught_up.add(channel_id)

    def mark_channel_missed(self, channel_id: str) -> None:
        """Take it that a message of a channel was missed."""
        self._caught_up.discard(channel_id)

    def mark_missed(self, workspace_id: str | None = None) -> None:
        """Take it that messages of a workspace, or of all, were missed."""
        if workspace_id is None:
            self._caught_up.clear()
            return
        watched = self._channels.watched(self._reader.platform, workspace_id)
        self._caught_up.difference_update(each.id for each in watched)

    def note(self, channel_id: str, newest: str) -> None:
        """Note the newest message of a channel, if nothing was missed before it."""
        if channel_id in self._caught_up:
            self._channels.note(channel_id, newest=newest)

    async def catch_up(self, workspace_id: str | None = None) -> bool:
        """Take over what was written since some time before a channel was last heard of.

        Returns:
            Whether any channel is watched. What became of older messages, and what was replied
            to them, is found by comparing whole channels.
        """
        watched = self._channels.watched(self._reader.platform, workspace_id)
        for record in watched:
            if record.id not in self._caught_up:  # else it was just begun to be watched
                await self.read(record)
        return bool(watched)

    async def read(self, record: Channel) -> None:
        """Take over what was written in one channel since some time before it was last heard of."""
        try:
            await self._names.follow(record)
            newest = await self._reader.refresh(record)
            if newest is None:
                return
            await self._reconciler.reconcile(record.id, lambda *_: None, self._since(record))
        except self._reader.unreadable as error:
            noted = self._reader.noted(error)
            _log.info("%s is watched and cannot be read: %s", record.id, noted)
            await self._access.failed(record.id, error)
            return
        self._access.restored(record.id)
        self._caught_up.add(record.id)
        self._channels.note(record.id, newest=newest)

    def _since(self, record: Channel) -> str:
        if record.read_at is None or not record.newest:
            return record.newest
        return min(record.newest, self._reader.message_at(record.read_at - MARGIN), key=Decimal)
