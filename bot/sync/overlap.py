"""Knows what changed while older messages were on their way to us."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.posts import whole_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from index.posts import Post


class OverlapGuard:
    """Keeps a page of old messages from undoing what was heard since it was asked for."""

    def __init__(self) -> None:
        self._under_way: list[set[str]] = []

    @contextmanager
    def reading(self) -> Iterator[Collection[str]]:
        """Give the ids of the posts that are edited or removed from now on."""
        heard: set[str] = set()
        self._under_way.append(heard)
        try:
            yield heard
        finally:
            # By identity: two of them may hold the same.
            self._under_way[:] = [each for each in self._under_way if each is not heard]

    def heard(self, ids: Iterable[str]) -> None:
        """Take it that these posts are as they were just heard to be."""
        told = set(ids)
        for each in self._under_way:
            each.update(told)


def still_so(posts: Iterable[Post], heard: Collection[str]) -> list[Post]:
    """Return the posts of a page that nothing newer was heard of."""
    return [post for post in posts if whole_of(post.id) not in heard]
