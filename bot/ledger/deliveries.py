"""Remembers which messages were taken, so that none is answered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.ledger.leases import in_no_hands
from bot.outages import Outage

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.ledger.database import Database
    from index.clock import Clock


MOST_UNWRITTEN: Final = 10_000
"""So many messages are remembered without the ledger: hours of a large community."""

_TAKE: Final = (
    "INSERT INTO deliveries (message, taken_at, taken_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
)
_FINISH: Final = "UPDATE deliveries SET is_done = TRUE WHERE message = ?"


class Deliveries:
    """What was delivered, repeats and other processes included.

    While the ledger cannot be written, on a full disk above all, what was delivered is remembered
    by the process alone, so that each message gets a reply even then, and once.

    Args:
        database: Remembers it.
        clock: Tells the time.
        holder: Names this process and no other; "" where there is one alone.
    """

    def __init__(self, database: Database, clock: Clock, holder: str = "") -> None:
        self._database = database
        self._clock = clock
        self._holder = holder
        self._unwritten: dict[str, bool] = {}
        self._outage = Outage("writing the ledger")

    def claim(self, message: str) -> bool:
        """Take a message; False where somebody took it before."""
        try:
            self._write_behind()
            return bool(self._run(_TAKE, message, self._clock().isoformat(), self._holder))
        except UnavailableError as error:
            self._outage.failed(error)
            if message in self._unwritten:
                return False
            self._note(message, is_done=False)
            return True

    def _run(self, statement: str, *values: object) -> int:
        with self._database.hastily():
            return self._database.run(statement, *values)

    def _note(self, message: str, *, is_done: bool) -> None:
        self._unwritten[message] = is_done
        if len(self._unwritten) > MOST_UNWRITTEN:
            del self._unwritten[next(iter(self._unwritten))]

    def _write_behind(self) -> None:
        """Write what was remembered without the ledger, now that it can be written again."""
        while self._unwritten:
            message, is_done = next(iter(self._unwritten.items()))
            self._run(_TAKE, message, self._clock().isoformat(), self._holder)
            if is_done:
                self._run(_FINISH, message)
            del self._unwritten[message]
        self._outage.ended()

    def is_claimed(self, message: str) -> bool:
        """Return whether somebody took a message, as far as that is remembered."""
        return bool(self._database.rows("SELECT 1 FROM deliveries WHERE message = ?", message))

    def finish(self, message: str) -> None:
        """Note that a message that was taken got its reply."""
        if message in self._unwritten:
            self._unwritten[message] = True
            return
        try:
            self._run(_FINISH, message)
        except UnavailableError as error:
            self._outage.failed(error)
            self._note(message, is_done=True)

    def release(self, message: str) -> None:
        """Give back a message that turned out to be none of ours."""
        if self._unwritten.pop(message, None) is not None:
            return
        try:
            self._run("DELETE FROM deliveries WHERE message = ?", message)
        except UnavailableError as error:  # it is none of ours: nobody misses a reply
            self._outage.failed(error)

    def reopen(self, platform: str) -> list[str]:
        """Give back what was taken and got no reply, for a process that was killed over it.

        What a process has in hand that serves the platform beside others stays its own.

        Returns:
            The messages that may be taken again.
        """
        self._write_behind()
        is_left, served = in_no_hands(self._database, platform)
        rows = self._database.rows(
            "DELETE FROM deliveries WHERE NOT is_done AND substr(message, 1, ?) = ?"
            f" AND {is_left} RETURNING message",
            len(platform) + 1,
            f"{platform}:",
            served,
        )
        return [str(row[0]) for row in rows]

    def take_over(self, platform: str, *, own: bool) -> list[str]:
        """Take what was taken and got no reply, and is in the hands of no living process.

        Args:
            platform: The platform.
            own: Also what this process took itself, before it began again.

        Returns:
            The messages that are in this process's hands now.
        """
        self._write_behind()
        is_left, served = in_no_hands(self._database, platform)
        rows = self._database.rows(
            "UPDATE deliveries SET taken_by = ? WHERE NOT is_done AND substr(message, 1, ?) = ?"
            f" AND (taken_by = ? AND {'TRUE' if own else 'FALSE'}"
            f" OR taken_by <> ? AND {is_left}) RETURNING message",
            self._holder,
            len(platform) + 1,
            f"{platform}:",
            self._holder,
            self._holder,
            served,
        )
        return [str(row[0]) for row in rows]

    def finished(self, platform: str, since: timedelta) -> list[str]:
        """Return what got its reply and was taken no longer ago than this, the last first."""
        rows = self._database.rows(
            "SELECT message FROM deliveries WHERE is_done AND substr(message, 1, ?) = ?"
            " AND taken_at >= ? ORDER BY taken_at DESC",
            len(platform) + 1,
            f"{platform}:",
            (self._clock() - since).isoformat(),
        )
        return [str(row[0]) for row in rows]

    def forget_older(self, than: timedelta) -> None:
        """Delete what was taken longer ago than any platform repeats."""
        oldest = (self._clock() - than).isoformat()
        self._database.run("DELETE FROM deliveries WHERE taken_at < ?", oldest)
