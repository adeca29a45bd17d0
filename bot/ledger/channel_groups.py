"""Remembers of which groups of channels those that are made later are watched, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ledger.database import upsert

if TYPE_CHECKING:
    from bot.ledger.database import Database


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """Channels that belong together: all public ones of a workspace, or a category.

    Attributes:
        id: As its platform names it; a workspace's own name for all its public channels.
        platform: Which platform.
        workspace_id: The guild or workspace it belongs to.
        name: What people call it; "" for all public channels.
        watched_by: The account of the admin who had it watched.
        takes_apps: Whether what apps write there is kept; None where that was not said.
    """

    id: str
    platform: str
    workspace_id: str
    name: str = ""
    watched_by: str = ""
    takes_apps: bool | None = None


class ChannelGroups:
    """The watched groups of all platforms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, group: ChannelGroup) -> None:
        """Watch what is made in a group from now on."""
        self._database.run(
            upsert("channel_groups", "id", "platform, room, name, watched_by, takes_apps"),
            group.id,
            group.platform,
            group.workspace_id,
            group.name,
            group.watched_by,
            group.takes_apps,
        )

    def get(self, id_: str) -> ChannelGroup | None:
        """Return a watched group; None for any other."""
        return next(iter(self._where("id = ?", id_)), None)

    def watched(self, platform: str, workspace_id: str) -> list[ChannelGroup]:
        """Return the watched groups of a workspace, that of all public channels first."""
        return self._where("platform = ? AND room = ?", platform, workspace_id)

    def remove(self, id_: str) -> bool:
        """Watch what is made in a group no longer; False where it was not watched."""
        return bool(self._database.run("DELETE FROM channel_groups WHERE id = ?", id_))

    def remove_all(self) -> bool:
        """Watch what is made in any group no longer; False where none was watched."""
        return bool(self._database.run("DELETE FROM channel_groups"))

    def _where(self, condition: str, *values: str) -> list[ChannelGroup]:
        rows = self._database.rows(
            "SELECT id, platform, room, name, watched_by, takes_apps FROM channel_groups"
            f" WHERE {condition} ORDER BY name, id",
            *values,
        )
        return [
            ChannelGroup(id_, of, within, name, by, None if takes is None else bool(takes))
            for id_, of, within, name, by, takes in rows
        ]
