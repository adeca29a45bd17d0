"""What is never stored again: who was erased, and what was deleted at its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.postgres.server.database import Database
from index.postgres.server.texts import bounded
from index.posts import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class SuppressionList(Database):
    """The accounts, posts and titles of which nothing is stored, and the messages deleted."""

    def suppress(self, *names: str) -> None:
        """Notes of what nothing is ever to be stored again.

        Accounts with the titles that they gave, posts, and the titles of threads; by their ids.
        """
        self._note("unwanted", [bounded(name, LONGEST_NAME) for name in names])

    def every_suppressed(self) -> list[str]:
        """Return all that `suppress` was given."""
        return [row[0] for row in self.rows("SELECT author_id FROM unwanted")]

    def every_deleted(self) -> list[str]:
        """Return all messages that are gone from their channel."""
        return [row[0] for row in self.rows("SELECT id FROM withdrawn")]

    def mark_deleted(self, ids: Collection[str]) -> None:
        """Note messages that are gone from their channel: no archive is to bring them back."""
        self._note("withdrawn", ids)

    def deleted_at_source(self, ids: Collection[str]) -> set[str]:
        """Return those of these messages that are gone from their channel."""
        query = "SELECT id FROM withdrawn WHERE id = ANY(%s::text[])"
        return {row[0] for row in self.rows(query, (list(ids),))}

    def unmark_deleted(self, ids: Collection[str]) -> None:
        """Take it that these messages stand in their channel again."""
        if self.deleted_at_source(ids):
            with self.writing():
                self.change("DELETE FROM withdrawn WHERE id = ANY(%s::text[])", (list(ids),))

    def suppressed_among(self, names: Iterable[str | None]) -> set[str]:
        """Return those of these accounts, posts and titles of which nothing is ever stored."""
        query = "SELECT author_id FROM unwanted WHERE author_id = ANY(%s::text[])"
        wanted = {bounded(name, LONGEST_NAME): name for name in names if name is not None}
        return {wanted[row[0]] for row in self.rows(query, (list(wanted),))}

    def _note(self, table: str, names: Iterable[str]) -> None:
        with self.writing():
            self.change(
                f"INSERT INTO {table} SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING",
                (list(names),),
            )
