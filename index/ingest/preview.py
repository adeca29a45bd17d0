"""Names a few of the posts that an import would change or remove."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from index.engine import Engine
    from index.posts import Post


MOST: Final = 5
"""How many are named of either kind."""

LONGEST: Final = 60
"""Characters of a post that are shown."""

_LOOKED_AT: Final = 100


class Examples:
    """Gathers the first few.

    Args:
        store: The posts as they are.
        shows: Says of an audience whether its posts may be named.
    """

    def __init__(self, store: Engine, shows: Callable[[str], bool]) -> None:
        self._store = store
        self._shows = shows
        self._changed: list[str] = []
        self._gone: list[str] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """Are what goes, with a minus, and what changes, with a tilde: ids and first words."""
        return (*self._gone, *self._changed)

    def change(self, posts: Mapping[str, tuple[Post, str]], moved: Mapping[str, str]) -> None:
        """Take posts that are new or changed, as they would be; those moved are as they were."""
        del moved
        if len(self._changed) < MOST:
            known = self._stored(posts)
            wanted = (post for id_, (post, _) in posts.items() if id_ in known)
            self._changed += [_line("~", post) for post in wanted][: MOST - len(self._changed)]

    def remove(self, ids: Sequence[str]) -> None:
        """Take posts that would go."""
        self._gone = [_line("-", post) for post in islice(self._stored(ids).values(), MOST)]

    def _stored(self, ids: Collection[str]) -> dict[str, Post]:
        found = self._store.posts(list(islice(ids, _LOOKED_AT)))
        return {id_: post for id_, post in found.items() if self._shows(post.audience)}


def _line(sign: str, post: Post) -> str:
    words = " ".join(post.text.split())
    return f"{sign} {post.id}: {words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}"
