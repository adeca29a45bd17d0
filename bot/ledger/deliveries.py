"""Remembers which messages were taken, so that none is answered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ledger.leases import in_no_hands

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.ledger.database import Database
    from index.clock import Clock


class Deliveries:
    """What was delivered, repeats and other processes included.

    Args:
        database: Remembers it.
        clock: Tells the time.
        holder: Names this process and no other; "" where there is one alone.
    """

    def __init__(self, database: Database, clock: Clock, holder: str = "") -> None:
        self._database = database
        self._clock = clock
        self._holder = holder

    def claim(self, message: str) -> bool:
        """Take a message; False where somebody took it before."""
        with self._database.hastily():
            return bool(
                self._database.run(
                    "INSERT INTO deliveries (message, taken_at, taken_by) VALUES (?, ?, ?)"
                    " ON CONFLICT DO NOTHING",
                    message,
                    self._clock().isoformat(),
                    self._holder,
                )
            )

    def is_claimed(self, message: str) -> bool:
        """Return whether somebody took a message, as far as that is remembered."""
        return bool(self._database.rows("SELECT 1 FROM deliveries WHERE message = ?", message))

    def finish(self, message: str) -> None:
        """Note that a message that was taken got its reply."""
        with self._database.hastily():
            self._database.run("UPDATE deliveries SET is_done = TRUE WHERE message = ?", message)

    def release(self, message: str) -> None:
        """Give back a message that turned out to be none of ours."""
        with self._database.hastily():
            self._database.run("DELETE FROM deliveries WHERE message = ?", message)

    def reopen(self, platform: str) -> list[str]:
        """Give back what was taken and got no reply, for a process that was killed over it.

        What a process has in hand that serves the platform beside others stays its own.

        Returns:
            The messages that may be taken again.
        """
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

    def forget_older(self, than: timedelta) -> None:
        """Delete what was taken longer ago than any platform repeats."""
        oldest = (self._clock() - than).isoformat()
        self._database.run("DELETE FROM deliveries WHERE taken_at < ?", oldest)
