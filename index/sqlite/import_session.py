"""What one import has met so far, in a temporary table: it may be millions of posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from index.posts import EVERYONE
from index.sqlite.reading.scope_conditions import came_from

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from index.sqlite.database import Database


class ImportSession:
    """The posts that an import has met, to be compared with those that are stored."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._has_table = False

    def meet(self, posts: Mapping[str, tuple[str, str]]) -> None:
        """Note posts by id, each with its fingerprint and its origin."""
        connection = self._database.connection
        if not self._has_table:
            # Another import through the same connection may have left one.
            connection.execute("DROP TABLE IF EXISTS temp.met")
            connection.execute(
                "CREATE TEMP TABLE met (id TEXT PRIMARY KEY, fingerprint TEXT, origin TEXT)"
                " WITHOUT ROWID"
            )
            self._has_table = True
        connection.executemany(
            "INSERT OR IGNORE INTO temp.met VALUES (?, ?, ?)",
            [(id_, *each) for id_, each in posts.items()],
        )

    def met(self, id_: str) -> tuple[str, str] | None:
        """Return the fingerprint and the origin of a post that was met; None for another."""
        if not self._has_table:
            return None
        row = self._database.connection.execute(
            "SELECT fingerprint, origin FROM temp.met WHERE id = ?", (id_,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def not_met(self, within: Sequence[str], torn: Collection[str]) -> list[str]:
        """Return the stored posts that came from these places and were not met.

        Args:
            within: Files and folders.
            torn: Origins that could not be read whole: nothing of these is missed.
        """
        rows = self._database.connection.execute(
            "SELECT DISTINCT posts.id FROM json_each(?) AS place CROSS JOIN posts"
            f" ON {came_from('place.value')} WHERE"
            # A folder read as one archive is torn as well where a file below it is refused.
            " NOT EXISTS (SELECT 1 FROM json_each(?) AS torn WHERE"
            "   substr(torn.value || '/', 1, length(origin) + 1) = origin || '/')"
            " AND posts.id NOT IN (SELECT id FROM temp.met)",
            (json.dumps(list(within)), json.dumps(sorted(torn))),
        )
        return [row[0] for row in rows]

    def audience_of(self, place: str) -> str:
        """Return the one audience that all stored posts of a file or folder have."""
        rows = self._database.connection.execute(
            f"SELECT DISTINCT audience FROM posts WHERE {came_from('?1')} LIMIT 2",
            (place,),
        ).fetchall()
        return rows[0][0] if len(rows) == 1 else EVERYONE
