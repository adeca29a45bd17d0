"""The storage port's part for posts and passages by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from index.documents import Known, Model, Prepared
    from index.posts import Passage, Post
    from index.search_scope import Scope


class Posts(Protocol):
    """Posts and passages by id."""

    def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Return what is stored of these posts; unknown ids are left out."""

    def posts(self, ids: Collection[str]) -> dict[str, Post]:
        """Return these posts by id; unknown ids are left out."""

    def with_origins(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts by id, each with its origin, in the order they were stored."""

    def comments_on(self, ids: Collection[str]) -> list[tuple[Post, str]]:
        """Return the stored comments on these posts, each with its origin."""

    def every_post(self) -> Iterator[Post]:
        """Yield all posts in the order they were stored."""

    def every_id(self) -> list[str]:
        """Return the ids of all posts in the order they were stored."""

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """Return these passages by id; those removed meanwhile are left out."""

    def passages_and_posts(
        self, ids: Collection[int], scope: Scope
    ) -> tuple[dict[int, Passage], dict[str, Post]]:
        """Return those of these passages that are in scope, by id, and their posts by theirs."""

    def within(self, ids: Collection[int], scope: Scope) -> set[int]:
        """Return those of these passages that are stored, of posts in the scope."""

    def put(self, prepared: Sequence[Prepared], model: Model) -> None:
        """Store these posts in place of what was stored of them; call inside `writing`."""

    def move(self, origins: Mapping[str, str]) -> None:
        """Note that these posts (by id) now come from there; what a channel tells of stays its."""

    def remove(self, ids: Iterable[str], *, spares: str | None = None) -> None:
        """Remove these posts with all that belongs to them, but for those of an origin."""
