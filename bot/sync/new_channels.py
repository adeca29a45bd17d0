"""Watches the channels that are made, or opened, in groups of which that is wished."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
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
        self._ledger = services.ledger
        self._groups = services.ledger.groups
        self._sync = sync

    def follow(self, group: ChannelGroup) -> None:
        """Watch what is made in a group from now on, too."""
        self._groups.put(group)
        self.looked(group.workspace_id, self._ledger.clock())

    def rename(self, group: ChannelGroup, name: str) -> None:
        """Take over that a watched group has another name."""
        self._groups.put(replace(group, name=name))

    def leave(self, group_id: str) -> bool:
        """Watch what is made in a group no longer; False where it was not watched."""
        return self._groups.remove(group_id)

    def watched(self, workspace_id: str) -> list[ChannelGroup]:
        """Return the watched groups of a workspace."""
        return self._groups.watched(self._platform, workspace_id)

    def group_of(self, ids: Sequence[str]) -> ChannelGroup | None:
        """Return the first of these groups that is watched; None where none is."""
        return next(filter(None, map(self._groups.get, ids)), None)

    def looked(self, workspace_id: str, until: datetime) -> None:
        """Note that all was looked at that was made in a workspace until some moment."""
        self._ledger.note(self._note(workspace_id), until.isoformat())
        for note, met_at in self._ledger.notes(self._met(workspace_id)).items():
            if datetime.fromisoformat(met_at) < until:
                self._ledger.forget_note(note)

    def unknown_since(self, workspace_id: str) -> datetime | None:
        """Return from when on new channels of a workspace may not be known.

        None where they are not watched.
        """
        looked = self._ledger.noted_moment(self._note(workspace_id))
        return looked if self.watched(workspace_id) else None

    def is_met(self, workspace_id: str, channel_id: str) -> bool:
        """Return whether a channel was begun to be watched since; an admin may have ended it."""
        return bool(self._ledger.noted(self._met(workspace_id, channel_id)))

    def _met(self, workspace_id: str, channel_id: str = "") -> str:
        return f"{self._platform}.met:{workspace_id}/{channel_id}"

    def _note(self, workspace_id: str) -> str:
        return f"{self._platform}.looked:{workspace_id}"

    async def begin(self, channel: Channel, group: ChannelGroup) -> None:
        """Watch a channel of a watched group, and take over what was written in it by now."""
        if self._sync.is_watched(channel.id):
            return
        watched = replace(channel, watched_by=group.watched_by)
        with self._ledger.database.writing():
            self._sync.begin(watched, takes_apps=group.takes_apps)
            met = self._met(channel.workspace_id, channel.id)
            self._ledger.note(met, self._ledger.clock().isoformat())
        await self._sync.read(channel.id)
