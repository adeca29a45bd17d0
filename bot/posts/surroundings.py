"""Finds what stands around a stored post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from index.documents import place_of
from index.posts import is_of_a_chat, whole_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from index.engine import Engine
    from index.posts import Post

BESIDE: Final = 3
"""So many messages before and after one of a chat are shown with it."""

COMMENTS: Final = 20
"""So many comments are shown with a post; of more, how many."""


LOOKED_AT: Final = 30
"""So many messages on either side in its channel are looked at for those of its conversation."""

MOST_REPLIES: Final = 100
"""So many replies are looked at, the first stored."""

_NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Around:
    """What was said around a message where it stands.

    Attributes:
        before: The messages just before it in its thread, or its channel, in their order.
        post: It.
        after: The messages just after it, in their order.
    """

    before: Sequence[Post]
    post: Post
    after: Sequence[Post]


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


def around(
    engine: Engine, id_: str, audience: Collection[str], outdated: Collection[str] = ()
) -> Around | None:
    """Return what was said around a message; None where it may not be read, or is gone.

    In a thread that is what stands in the thread; in an open channel the replies to the message,
    and what else was said there that replies to nothing. Costs a few lookups.

    Args:
        engine: The posts.
        id_: The message.
        audience: The labels of what may be read.
        outdated: Posts that are not shown as they are stored.
    """
    post = engine.posts([id_]).get(id_)
    if post is None or post.audience not in audience or id_ in outdated:
        return None
    said = {
        each.id: each
        for each in _conversation(engine, post)
        if each.audience in audience and each.id not in outdated and whole_of(each.id) == each.id
    }
    in_order = sorted({**said, id_: post}.values(), key=lambda each: (_when(each), each.id))
    at = in_order.index(post)
    return Around(in_order[max(0, at - BESIDE) : at], post, in_order[at + 1 : at + 1 + BESIDE])


def _conversation(engine: Engine, post: Post) -> Iterator[Post]:
    """Yield what belongs to the conversation of a post, in no order, it among them or not."""
    parent = post.parent_id
    above = [parent] if parent else []
    replies = engine.replies_to([post.id, *above], MOST_REPLIES)
    yield from engine.posts(above).values()
    for said in replies.values():
        yield from said
    is_alone = len(replies.get(parent or "", ())) <= 1
    for each in _beside(engine, post):
        is_open = each.parent_id is None and is_alone
        if is_open or (each.parent_id is not None and each.parent_id in {parent, post.id}):
            yield each


def _beside(engine: Engine, post: Post) -> Iterator[Post]:
    """Yield what stands before and after a message in its channel."""
    if is_of_a_chat(post.id):
        place = f"{post.id.rpartition('/')[0]}/"
        before = engine.ids_before(place, post.id, LOOKED_AT, ())
        yield from engine.posts([*before, *engine.ids_after(place, post.id, LOOKED_AT)]).values()


def _when(post: Post) -> datetime:
    return post.posted_at or _NEVER


def _in_order(engine: Engine, ids: Sequence[str]) -> list[Post]:
    posts = engine.posts(ids)
    return [posts[id_] for id_ in ids if id_ in posts]
