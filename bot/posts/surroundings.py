"""Finds what stands around a stored post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.documents import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.engine import Engine
    from index.posts import Post

BESIDE: Final = 3
"""So many messages before and after one of a chat are shown with it."""

COMMENTS: Final = 20
"""So many comments are shown with a post; of more, how many."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a post.

    Attributes:
        above: The post that it comments on, if that is stored.
        before: The messages just before it in its channel or thread, in their order.
        after: The messages just after it, in their order.
        comments: The first comments on it.
        more_comments: How many more comments there are.
    """

    above: Sequence[Post] = ()
    before: Sequence[Post] = ()
    after: Sequence[Post] = ()
    comments: Sequence[Post] = ()
    more_comments: int = 0


def surroundings(engine: Engine, post: Post) -> Surroundings:
    """Return what stands around a post; costs a few lookups."""
    comments = [each for each, _ in engine.comments_on([post.id])]
    above = engine.posts([post.parent_id]).values() if post.parent_id else ()
    before: list[str] = []
    after: list[str] = []
    place = place_of(post.id)
    if place != f"{post.id}/":  # a message of a chat
        before = engine.ids_before(place, post.id, BESIDE, ())[::-1]
        after = engine.ids_after(place, post.id, BESIDE)
    return Surroundings(
        tuple(above),
        _in_order(engine, before),
        _in_order(engine, after),
        comments[:COMMENTS],
        max(0, len(comments) - COMMENTS),
    )


def _in_order(engine: Engine, ids: Sequence[str]) -> list[Post]:
    posts = engine.posts(ids)
    return [posts[id_] for id_ in ids if id_ in posts]
