"""Counts what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What is stored of one source, and of which dates, as far as they are known."""

    name: str
    posts: int
    comments: int
    newest: datetime | None
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is stored.

    Attributes:
        sources: Each source, by name.
        passages: How many passages are searched.
        model: The stored name of the model that answers; None before the first post.
        changed_at: When something was last written; None before that.
        size: Bytes on the disk: the database, its journal and what an earlier version left.
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
        """The date of the newest post that has one."""
        return max((each.newest for each in self.sources if each.newest), default=None)
