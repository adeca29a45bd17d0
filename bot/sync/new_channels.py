"""Watches the channels that are made, or opened, in groups of which that is wished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.channel_groups import ChannelGroup
    from bot.ledger.channels import Channel
    from bot.services import Services
    from bot.sync.service import SyncService


class NewChannels:
    """The watched groups of one platform."""

    def __init__(self, platform: str, services: Services, sync: SyncService) -> None:
        self._platform = platform
        self._groups = services.ledger.groups
        self._sync = sync

    def follow(self, group: ChannelGroup) -> None:
        """Watch what is made in a group from now on, too."""
        self._groups.put(group)

    def leave(self, group_id: str) -> bool:
        """Watch what is made in a group no longer; False where it was not watched."""
        return self._groups.remove(group_id)

    def watched(self, workspace_id: str) -> list[ChannelGroup]:
        """Return the watched groups of a workspace."""
        return self._groups.watched(self._platform, workspace_id)

    def group_of(self, ids: Sequence[str]) -> ChannelGroup | None:
        """Return the first of these groups that is watched; None where none is."""
        return next(filter(None, map(self._groups.get, ids)), None)

    async def begin(self, channel: Channel, group: ChannelGroup) -> None:
        """Watch a channel of a watched group, and take over what was written in it by now."""
        if self._sync.is_watched(channel.id):
            return
        watched = replace(channel, watched_by=group.watched_by)
        self._sync.begin(watched, takes_apps=group.takes_apps)
        await self._sync.read(channel.id)
