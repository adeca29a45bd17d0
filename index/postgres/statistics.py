"""Counts and samples what is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from index.postgres.reading.keyword_index import KeywordIndex
from index.postgres.reading.scope_conditions import condition
from index.postgres.server.connections import SCHEMA
from index.postgres.vectors.embedding_models import EmbeddingModels
from index.search_scope import Scope
from index.statistics import SourceCount, Statistics

if TYPE_CHECKING:
    from index.posts import Post

_KINDS: Final = (
    "count(*) FILTER (WHERE parent_id IS NULL), count(*) FILTER (WHERE parent_id IS NOT NULL)"
)

_SIZE: Final = f"""
SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::int8 FROM pg_class
WHERE relnamespace = '{SCHEMA}'::regnamespace AND relkind = 'r'
"""


class PostStatistics(EmbeddingModels, KeywordIndex):
    """What is stored, in numbers and in examples."""

    def statistics(self, audience: frozenset[str] | None = None) -> Statistics:
        """Return what is stored for an audience, None for all; a pass over the posts."""
        in_scope = condition(self, Scope(audience))
        with self.reading():
            rows = self.rows(
                f"SELECT source, {_KINDS}, max(posted_at), min(posted_at) FROM posts"
                f" WHERE {in_scope.sql} GROUP BY source ORDER BY source",
                in_scope.values,
                audience=audience,
            )
            passages = self.totals(audience).visible
            changed = self.rows("SELECT value FROM state WHERE name = 'changed_at'")
            model = self.active_model()
            (size,) = self.row(_SIZE)
        return Statistics(
            tuple(
                SourceCount(name, posts, comments, _in_utc(newest), _in_utc(oldest))
                for name, posts, comments, newest, oldest in rows
            ),
            passages,
            model and model.name,
            datetime.fromisoformat(changed[0][0]) if changed else None,
            size,
        )

    def posts_by_month(self, audience: frozenset[str] | None = None) -> dict[str, tuple[int, int]]:
        """Return how many posts and comments of an audience each month has (`2026-01`).

        A pass over the posts.
        """
        in_scope = condition(self, Scope(audience))
        rows = self.rows(
            f"SELECT to_char(posted_at, 'YYYY-MM'), {_KINDS} FROM posts"
            f" WHERE posted_at IS NOT NULL AND {in_scope.sql} GROUP BY 1 ORDER BY 1",
            in_scope.values,
            audience=audience,
        )
        return {month: (posts, comments) for month, posts, comments in rows}

    def sample(self, most: int) -> list[Post]:
        """Return so many posts, spread over all: neighbours are of one author, day or subject."""
        rows = self.rows(
            "SELECT id FROM posts WHERE mod(number, 1 + (SELECT count(*) FROM posts) / %s) = 0"
            " ORDER BY number LIMIT %s",
            (most, most),
        )
        posts = self.posts([row[0] for row in rows])
        return [posts[row[0]] for row in rows if row[0] in posts]


def _in_utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None
