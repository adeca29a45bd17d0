"""Counts and samples what is stored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from index.search_scope import Scope
from index.sqlite.reading.keyword_index import KeywordIndex
from index.sqlite.reading.scope_conditions import condition
from index.sqlite.vectors.embedding_models import EmbeddingModels
from index.statistics import SourceCount, Statistics

if TYPE_CHECKING:
    from index.posts import Post


class PostStatistics(EmbeddingModels, KeywordIndex):
    """What is stored, in numbers and in examples."""

    def statistics(self, audience: frozenset[str] | None = None) -> Statistics:
        """Return what is stored for an audience, None for all; a pass over an index of them."""
        in_scope = condition(Scope(audience), leads=True)
        with self.reading():
            rows = self.connection.execute(
                "SELECT source, sum(parent_id IS NULL), sum(parent_id IS NOT NULL), max(posted_at),"
                f" min(posted_at) FROM posts WHERE {in_scope.sql} GROUP BY source ORDER BY source",
                in_scope.values,
            ).fetchall()
            passages = self.totals(audience).visible
            changed = self.connection.execute(
                "SELECT value FROM state WHERE name = 'changed_at'"
            ).fetchone()
            model = self.active_model()
        files = self.path.parent.glob(f"{self.path.stem}.*")
        return Statistics(
            tuple(
                SourceCount(name, posts, comments, _date(newest), _date(oldest))
                for name, posts, comments, newest, oldest in rows
            ),
            passages,
            model and model.name,
            _date(changed and changed[0]),
            sum(file.stat().st_size for file in files if file.is_file()),
        )

    def posts_by_month(self, audience: frozenset[str] | None = None) -> dict[str, tuple[int, int]]:
        """Return how many posts and comments of an audience each month has (`2026-01`).

        A pass over an index of the posts.
        """
        in_scope = condition(Scope(audience), leads=True)
        rows = self.connection.execute(
            "SELECT substr(posted_at, 1, 7), sum(parent_id IS NULL), sum(parent_id IS NOT NULL)"
            f" FROM posts WHERE posted_at IS NOT NULL AND {in_scope.sql} GROUP BY 1 ORDER BY 1",
            in_scope.values,
        )
        return {month: (posts, comments) for month, posts, comments in rows}

    def sample(self, most: int) -> list[Post]:
        """Return so many posts, spread over all: neighbours are of one author, day or subject."""
        rows = self.connection.execute(
            "SELECT id FROM posts WHERE number % (1 + (SELECT count(*) FROM posts) / ?) = 0"
            " ORDER BY number LIMIT ?",
            (most, most),
        )
        return list(self.posts([row[0] for row in rows]).values())


def _date(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
