"""Counts what each person asked in the last minute, whichever process was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ledger.database import Database


class AskedLately:
    """When each account asked, by the database's clock; nothing is kept for longer than needed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waits(self, account: str, most: int, seconds: float) -> float:
        """Return how long an account is to wait until it may ask again; 0 for not at all.

        Args:
            account: The account.
            most: How many questions are taken of it.
            seconds: In how long.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        now = self._database.now
        rows = self._database.rows(
            f"SELECT at + ? - {now} FROM asked WHERE account = ? AND at > {now} - ?"
            " ORDER BY at DESC LIMIT 1 OFFSET ?",
            float(seconds),
            account,
            float(seconds),
            most - 1,
        )
        return max(float(rows[0][0]), 0.0) if rows else 0.0

    def take(self, account: str, most: int, seconds: float) -> float:
        """Count a question unless it is one too many; return how long to wait in that case.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        with self._database.hastily(), self._database.writing():  # so that two cannot be the last
            self.forget_old(seconds)
            waits = self.waits(account, most, seconds)
            if not waits:
                now = self._database.now
                self._database.run(f"INSERT INTO asked (account, at) VALUES (?, {now})", account)
        return waits

    def forget_old(self, seconds: float) -> None:
        """Delete what was asked longer ago than this.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        now = self._database.now
        self._database.run(f"DELETE FROM asked WHERE at <= {now} - ?", float(seconds))
