"""What one import has met so far, in a temporary table: it may be millions of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.postgres.reading.scope_conditions import came_from
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from index.postgres.server.database import Database


class ImportSession:
    """The posts that an import has met, to be compared with those that are stored."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._has_table = False

    def meet(self, posts: Mapping[str, tuple[str, str]]) -> None:
        """Note posts by id, each with its fingerprint and its origin."""
        database = self._database
        if not self._has_table:
            # Another import through the same connection may have left one.
            database.change("DROP TABLE IF EXISTS pg_temp.met")
            database.change(
                'CREATE TEMP TABLE met (id text COLLATE "C" PRIMARY KEY, fingerprint text,'
                " origin text)"
            )
            self._has_table = True
        if posts:
            columns = ([*posts], *map(list, zip(*posts.values(), strict=True)))
            database.change(
                "INSERT INTO pg_temp.met SELECT * FROM unnest(%s::text[], %s::text[], %s::text[])"
                " ON CONFLICT DO NOTHING",
                columns,
            )

    def met(self, id_: str) -> tuple[str, str] | None:
        """Return the fingerprint and the origin of a post that was met; None for another."""
        if not self._has_table:
            return None
        query = "SELECT fingerprint, origin FROM pg_temp.met WHERE id = %s"
        return next(((row[0], row[1]) for row in self._database.rows(query, (id_,))), None)

    def not_met(self, within: Sequence[str], torn: Collection[str]) -> list[str]:
        """Return the stored posts that came from these places and were not met.

        Args:
            within: Files and folders.
            torn: Origins that could not be read whole: nothing of these is missed.
        """
        self.meet({})
        rows = self._database.rows(
            "SELECT DISTINCT posts.number, posts.id FROM unnest(%s::text[]) AS place"
            f" JOIN posts ON {came_from('place')} WHERE"
            # A folder read as one archive is torn as well where a file below it is refused.
            " NOT EXISTS (SELECT 1 FROM unnest(%s::text[]) AS torn"
            "   WHERE starts_with(torn || '/', posts.origin || '/'))"
            " AND NOT EXISTS (SELECT 1 FROM pg_temp.met WHERE met.id = posts.id)"
            " ORDER BY posts.number",
            (list(within), sorted(torn)),
        )
        return [row[1] for row in rows]

    def audience_of(self, place: str) -> str:
        """Return the one audience that all stored posts of a file or folder have."""
        rows = self._database.rows(
            "SELECT DISTINCT labels.label FROM posts JOIN labels ON labels.number = posts.label"
            f" JOIN (SELECT %s::text AS place) AS of ON {came_from('of.place')} LIMIT 2",
            (place,),
        )
        return rows[0][0] if len(rows) == 1 else EVERYONE
