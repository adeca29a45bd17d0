"""Remembers the watched channels and how far each was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.errors import NotWatched
from bot.ledger.database import upsert

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ledger.database import Database
    from index.clock import Clock


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel whose messages are posts.

    Attributes:
        id: As its platform names it: `discord:1/2`.
        platform: Which platform.
        workspace_id: The guild or workspace it belongs to.
        name: What people call it.
        oldest: The oldest message that the reading backwards has come to; "" before it began.
        newest: The newest message that was read; "" before any.
        is_whole: The reading backwards has come to the first message.
        read_at: When it was last read, timezone-aware; None before that.
        error: Why it could not be read the last time; "" where it could.
        watched_by: The account of the admin who had it watched; "" where that is not known.
    """

    id: str
    platform: str
    workspace_id: str
    name: str
    oldest: str = ""
    newest: str = ""
    is_whole: bool = False
    read_at: datetime | None = None
    error: str = ""
    watched_by: str = ""


def everything(_: str) -> bool:
    """Return that a workspace is looked after, whichever it is."""
    return True


class Channels:
    """The watched channels of all platforms.

    Args:
        database: Remembers them.
        clock: Tells the time.
        serves: Returns whether the channels of a workspace are looked after.
    """

    def __init__(
        self, database: Database, clock: Clock, serves: Callable[[str], bool] = everything
    ) -> None:
        self._database = database
        self._clock = clock
        self._serves = serves

    def put(self, channel: Channel) -> None:
        """Keep a channel, in place of what was known of it."""
        self._database.run(
            upsert(
                "channels",
                "id",
                "platform, room, name, oldest, newest, is_whole, read_at, error, watched_by",
            ),
            channel.id,
            channel.platform,
            channel.workspace_id,
            channel.name,
            channel.oldest,
            channel.newest,
            channel.is_whole,
            channel.read_at.isoformat() if channel.read_at else "",
            channel.error,
            channel.watched_by,
        )

    def get(self, id_: str) -> Channel | None:
        """Return a watched channel; None for any other."""
        found = self._where("id = ?", id_)
        return found[0] if found else None

    def still(self, id_: str) -> Channel:
        """Return a channel that was being watched a moment ago.

        Raises:
            NotWatched: It is not any more: what is on its way from it is not to be kept.
        """
        found = self.get(id_)
        if found is None:
            raise NotWatched
        return found

    def note(
        self,
        id_: str,
        *,
        oldest: str | None = None,
        newest: str | None = None,
        is_whole: bool | None = None,
        error: str = "",
    ) -> None:
        """Note how far a channel was read just now, or why it could not be.

        What is not given stays as it was; one that is not watched any more is left alone.
        """
        record = self.get(id_)
        if record is not None:
            noted = replace(
                record,
                oldest=record.oldest if oldest is None else oldest,
                newest=record.newest if newest is None else newest,
                is_whole=record.is_whole if is_whole is None else is_whole,
                read_at=record.read_at if error else self._clock(),
                error=error,
            )
            with self._database.hastily():  # the posts are on the disk by now
                self.put(noted)

    def watched(self, platform: str, workspace_id: str | None = None) -> list[Channel]:
        """Return the watched channels of a platform, or of one room of it, by name.

        Those of workspaces that others look after are not among them.
        """
        if workspace_id is None:
            found = self._where("platform = ?", platform)
            return [each for each in found if self._serves(each.workspace_id)]
        return self._where("platform = ? AND room = ?", platform, workspace_id)

    def shared(self, platform: str, within: str) -> list[Channel]:
        """Return the watched channels that have one id within several rooms of a platform."""
        end = f"/{within}"
        found = self._where("platform = ? AND id LIKE ?", platform, f"%{end}") if within else []
        return [each for each in found if each.id.endswith(end)]

    def remove(self, id_: str) -> None:
        """Watch a channel no longer."""
        self._database.run("DELETE FROM channels WHERE id = ?", id_)

    def _where(self, condition: str, *values: str) -> list[Channel]:
        rows = self._database.rows(
            "SELECT id, platform, room, name, oldest, newest, is_whole, read_at, error, watched_by"
            f" FROM channels WHERE {condition} ORDER BY name",
            *values,
        )
        return [
            Channel(
                id=id_,
                platform=of,
                workspace_id=within,
                name=name,
                oldest=oldest,
                newest=newest,
                is_whole=bool(is_whole),
                read_at=_date(read_at),
                error=error,
                watched_by=by,
            )
            for id_, of, within, name, oldest, newest, is_whole, read_at, error, by in rows
        ]


def _date(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
