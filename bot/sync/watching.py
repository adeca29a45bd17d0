"""Begins and ends the watching of channels, once for all platforms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.channel_groups import ChannelGroup
    from bot.ledger.channels import Channel
    from bot.ledger.database import Database
    from bot.sync.new_channels import NewChannels
    from bot.sync.service import SyncService


class Watching:
    """Has many channels watched, or no longer, at once: one wait for the disk for all of them.

    Args:
        database: Where that is noted.
        sync: Keeps the messages of channels.
        new: Watches what is made later.
    """

    def __init__(self, database: Database, sync: SyncService, new: NewChannels) -> None:
        self._database = database
        self._sync = sync
        self._new = new

    def begin(
        self, channels: Sequence[Channel], groups: Sequence[ChannelGroup], *, is_later: bool | None
    ) -> bool:
        """Watch channels from now on; return whether those made later are watched no longer.

        Args:
            channels: The channels.
            groups: What those that are made later are made in, one at least; the first tells who
                asks, and whether what apps write is kept.
            is_later: Those that are made later, too; False for none of these any more.
        """
        with self._database.writing():
            for each in channels:
                own = replace(each, watched_by=groups[0].watched_by)
                self._sync.begin(own, takes_apps=groups[0].takes_apps)
            if is_later:
                for group in groups:
                    self._new.follow(group)
            left = [self._new.leave(each.id) for each in groups if is_later is False]
            return any(left)

    def end(self, channels: Sequence[Channel], groups: Sequence[ChannelGroup]) -> None:
        """Watch channels no longer, nor what is made later in groups."""
        with self._database.writing():
            for group in groups:
                self._new.leave(group.id)
            for each in channels:
                self._sync.end(each.id)
