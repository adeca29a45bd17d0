"""Short lines of a chat: what was said just before one helps to find it, and is never quoted."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.posts import EVERYONE, is_of_a_chat
from index.text.parts.sentences import shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from index.engine import Engine
    from index.posts import Post


WORDS: Final = range(3, 12)
"""A line of so many words says what it means only after others.

A longer one stands for itself, and what was said before would drown it. A shorter one ("ok",
"thanks a lot") answers nothing, and would be found for all that was said before it.
"""

LINES: Final = 3
"""So many lines before it help to find it."""

WITHIN: Final = timedelta(minutes=5)
"""What was said longer ago is another matter."""

NEAR: Final = 6
"""Lines are looked for among so many messages before it: what one costs is bounded."""


def said_before(
    posts: Collection[Post], store: Engine, without: Collection[str] = ()
) -> dict[str, str]:
    """Return, by id, what was said just before each of these posts that is a short line.

    Only in the same channel or thread, and never a word that some of its readers may not see.
    Costs a short line the reading of six posts, from the index of ids, which go by time.

    Args:
        posts: Stored ones and others, which count as stored.
        store: Where the lines before them are, unless they are among the posts.
        without: Posts that are about to go, and help no more.
    """
    short = [post for post in posts if _is_short_line(post)]
    known = store.posts(_near(short, store, without)) | {post.id: post for post in posts}
    in_order = sorted(known)
    place = {id_: at for at, id_ in enumerate(in_order)}
    return {
        post.id: _told(post, [known[id_] for id_ in in_order[: place[post.id]][-NEAR:]])
        for post in short
    }


def lines_after(store: Engine, ids: Iterable[str]) -> dict[str, tuple[Post, str]]:
    """Return the short lines that these posts may help to find, each with its origin.

    They are six for each at most, by id.
    """
    after = {
        each
        for id_ in ids
        if is_of_a_chat(id_)
        for each in store.ids_after(f"{_place(id_)}/", id_, NEAR)
    }
    stored = store.with_origins(after)
    return {id_: each for id_, each in stored.items() if _is_short_line(each[0])}


def _near(short: Iterable[Post], store: Engine, without: Collection[str]) -> set[str]:
    return {
        id_
        for post in short
        for id_ in store.ids_before(f"{_place(post.id)}/", post.id, NEAR, without)
    }


def _told(post: Post, near: Sequence[Post]) -> str:
    """Return the lines among the messages before a post that lead to it, one a line."""
    leading = list(islice((each for each in reversed(near) if _leads_to(post, each)), LINES))
    return "\n".join(shortened(each.text) for each in reversed(leading))


def _leads_to(post: Post, earlier: Post) -> bool:
    if post.posted_at is None or earlier.posted_at is None:
        return False
    return (
        earlier.part is None
        and _conversation(earlier) == _conversation(post)
        and earlier.audience in {EVERYONE, post.audience}
        and timedelta() <= post.posted_at - earlier.posted_at <= WITHIN
        and earlier.id != post.parent_id  # what it answers helps anyway
    )


def _is_short_line(post: Post) -> bool:
    is_line = is_of_a_chat(post.id) and post.part is None
    return is_line and len(post.text.split()) in WORDS


def _conversation(post: Post) -> str:
    # On Discord a thread is a place of its own; in Slack it stands among its channel's lines.
    place = _place(post.id)
    return post.parent_id or place if place.startswith("slack:") else place


def _place(id_: str) -> str:
    return id_.rpartition("/")[0]
