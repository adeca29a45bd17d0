"""What is never stored again: who was erased, and what was deleted at its source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from index.sqlite.database import Database

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class SuppressionList(Database):
    """The accounts, posts and titles of which nothing is stored, and the messages deleted."""

    def suppress(self, *names: str) -> None:
        """Notes of what nothing is ever to be stored again.

        Accounts with the titles that they gave, posts, and the titles of threads; by their ids.
        """
        self._note("unwanted", names)

    def every_suppressed(self) -> list[str]:
        """Return all that `suppress` was given."""
        return [row[0] for row in self.connection.execute("SELECT author_id FROM unwanted")]

    def every_deleted(self) -> list[str]:
        """Return all messages that are gone from their channel."""
        return [row[0] for row in self.connection.execute("SELECT id FROM withdrawn")]

    def mark_deleted(self, ids: Collection[str]) -> None:
        """Note messages that are gone from their channel: no archive is to bring them back."""
        self._note("withdrawn", ids)

    def deleted_at_source(self, ids: Collection[str]) -> set[str]:
        """Return those of these messages that are gone from their channel."""
        return self._names_in("withdrawn", ids)

    def unmark_deleted(self, ids: Collection[str]) -> None:
        """Take it that these messages stand in their channel again."""
        if self.deleted_at_source(ids):
            with self.writing():
                self.connection.execute(
                    "DELETE FROM withdrawn WHERE id IN (SELECT value FROM json_each(?))",
                    (json.dumps(list(ids)),),
                )

    def suppressed_among(self, names: Iterable[str | None]) -> set[str]:
        """Return those of these accounts, posts and titles of which nothing is ever stored."""
        return self._names_in("unwanted", names)

    def _note(self, table: str, names: Iterable[str]) -> None:
        with self.writing():
            self.connection.executemany(
                f"INSERT OR IGNORE INTO {table} VALUES (?)", [(name,) for name in names]
            )

    def _names_in(self, table: str, names: Iterable[str | None]) -> set[str]:
        """Return those of these names that a table lists."""
        rows = self.connection.execute(
            f"SELECT value FROM json_each(?) WHERE value IN {table}", (json.dumps(list(names)),)
        )
        return {row[0] for row in rows}
