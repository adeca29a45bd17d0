"""Counts what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from index.fulltext import totals
from index.scope import Scope, condition

if TYPE_CHECKING:
    from index.store import Store


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What is stored of one source."""

    name: str
    posts: int
    comments: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Census:
    """What is stored.

    Attributes:
        sources: Each source, by name.
        passages: How many passages are searched.
        model: The stored name of the model that answers; None before the first post.
        changed_at: When something was last written; None before that.
        size: Bytes on the disk: the database, its journal and the cache.
    """

    sources: tuple[SourceCount, ...]
    passages: int
    model: str | None
    changed_at: datetime | None
    size: int

    @property
    def posts(self) -> int:
        """Counts posts and comments together."""
        return sum(source.posts + source.comments for source in self.sources)

    @property
    def newest(self) -> datetime | None:
        """Returns the date of the newest post that has one."""
        return max((each.newest for each in self.sources if each.newest), default=None)


def census(store: Store, audience: frozenset[str] | None = None) -> Census:
    """Returns what is stored for an audience, None for all; costs a pass over an index of them."""
    in_scope = condition(Scope(audience), leads=True)
    with store.reading():
        rows = store.connection.execute(
            "SELECT source, sum(parent_id IS NULL), sum(parent_id IS NOT NULL), max(posted_at)"
            f" FROM posts WHERE {in_scope.sql} GROUP BY source ORDER BY source",
            in_scope.values,
        ).fetchall()
        passages = totals(store.connection, audience).visible
        changed = store.connection.execute(
            "SELECT value FROM state WHERE name = 'changed_at'"
        ).fetchone()
        model = store.active_model()
    files = store.path.parent.glob(f"{store.path.stem}.*")
    return Census(
        tuple(SourceCount(row[0], row[1], row[2], _date(row[3])) for row in rows),
        passages,
        model and model.name,
        _date(changed and changed[0]),
        sum(file.stat().st_size for file in files if file.is_file()),
    )


def _date(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
