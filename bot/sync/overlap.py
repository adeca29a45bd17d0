"""Knows what changed while older messages were on their way to us."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from index.posts import whole_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bot.ledger.heard import HeardMessages
    from bot.ports import Newer
    from index.posts import Post

MOST_LATELY: Final = 10_000
"""So many messages are remembered of which something was heard: one that waited may come later."""


@dataclass(eq=False, slots=True)
class Heard:
    """What was heard since a reading began.

    Attributes:
        ids: The posts that were edited or removed.
        names: What accounts are called by now, by account and what their posts' ids begin with.
        newer: Returns those of some posts of which another process heard since; None where
            there can be no other.
        before: Posts of which something was heard before, and comes later all the same.
    """

    ids: set[str] = field(default_factory=set)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    newer: Newer | None = None
    before: Collection[str] = ()

    def renamed(self, posts: Iterable[Post]) -> list[Post]:
        """Return posts under the names that their authors have by now."""
        return [self._renamed(post) for post in posts]

    def still_so(self, posts: Iterable[Post]) -> list[Post]:
        """Return the posts of a page that nothing newer was heard of, under today's names."""
        wholes = ((whole_of(post.id), post) for post in posts)
        return self.renamed(
            post for id_, post in wholes if id_ not in self.ids and id_ not in self.before
        )

    def _renamed(self, post: Post) -> Post:
        for (account, beginning), name in self.names.items():
            is_own = post.author_id == account and whole_of(post.id) == post.id
            if is_own and post.id.startswith(beginning):
                return replace(post, author=name)
        return post


class OverlapGuard:
    """Keeps a page of old messages from undoing what was heard since it was asked for.

    Args:
        told: What all processes hear; None where the messages are one process's alone.
    """

    def __init__(self, told: HeardMessages | None = None) -> None:
        self._told = told
        self._under_way: list[Heard] = []
        self._lately: dict[str, None] = {}

    @contextmanager
    def reading(self, *, is_new: bool = False) -> Iterator[Heard]:
        """Give what is heard from now on: posts edited or removed, people renamed.

        Args:
            is_new: It is a message that was just written: what was heard of it comes later,
                although it may have been heard, here or by another process, before.

        Raises:
            UnavailableError: What other processes hear cannot be known.
        """
        heard = Heard(before=self._lately if is_new else ())
        if self._told is not None:
            heard.newer = partial(self._told.since, 0.0 if is_new else self._told.moment())
        self._under_way.append(heard)
        try:
            yield heard
        finally:
            self._under_way.remove(heard)

    def heard(self, ids: Iterable[str]) -> None:
        """Take it that these posts are as they were just heard to be.

        Raises:
            UnavailableError: Other processes cannot be told of it.
        """
        told = set(ids)
        if self._told is not None:
            self._told.note(told)
        self._lately |= dict.fromkeys(map(whole_of, told))
        while len(self._lately) > MOST_LATELY:
            del self._lately[next(iter(self._lately))]
        for each in self._under_way:
            each.ids.update(told)

    def heard_name(self, author_id: str, beginning: str, name: str) -> None:
        """Take it that an account is called so where its posts' ids begin like this."""
        for each in self._under_way:
            each.names[author_id, beginning] = name
