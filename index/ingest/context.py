"""What helps to find a post and is never quoted: its title, its root, the lines before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.documents import Context, Searched
from index.embedding.token_table import unit
from index.ingest.chat_context import lines_after, said_before
from index.posts import EVERYONE, LONGEST_NAME
from index.text.parts.sentences import opening

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.engine import Engine
    from index.ports import Encoder
    from index.posts import Passage, Post


BEFORE: Final = 0.5
"""What the lines before one count against its own words in its vector.

Simply put before it, they are most of what is encoded: a line was found for what others said,
and no more for what it says itself.
"""


def contexts(
    posts: Collection[Post], store: Engine, without: Collection[str] = ()
) -> dict[str, Context]:
    """Return, by post id, what helps to find each of these posts.

    Never a word of a post that some of its own readers may not see.

    Args:
        posts: Stored ones and others, which count as stored.
        store: Where the other posts are.
        without: Posts that are about to go, and lend no words any more.
    """
    own = {post.id: post for post in posts}
    parent_ids = {post.parent_id for post in posts if post.parent_id} - set(without)
    parents = store.posts(parent_ids - own.keys()) | {
        id_: own[id_] for id_ in parent_ids & own.keys()
    }
    before = said_before(posts, store, without)
    return {
        post.id: Context(
            _headings(post, parents.get(post.parent_id or "")), before.get(post.id, "")
        )
        for post in posts
    }


def found_through(store: Engine, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
    """Return the comments on these posts and the lines after them, which change with them."""
    comments = {post.id: (post, origin) for post, origin in store.comments_on(ids)}
    found = lines_after(store, ids) | comments
    return {id_: found[id_] for id_ in found.keys() - set(ids)}


def searched(context: Context, passage: str) -> Searched:
    """Return what is searched of a passage."""
    own = f"{context.headings}\n{passage}" if context.headings else passage
    return Searched(own, context.before)


def stored_searched(store: Engine, ids: Collection[int]) -> dict[int, Searched]:
    """Return, by passage id, what is searched of these passages."""
    passages = store.passages(ids)
    posts = store.posts({each.post_id for each in passages.values()})
    return searched_of(passages, posts, store)


def searched_of(
    passages: Mapping[int, Passage], posts: Mapping[str, Post], store: Engine
) -> dict[int, Searched]:
    """Return, by passage id, what is searched of stored passages whose posts were read."""
    lines = contexts(list(posts.values()), store)
    return {id_: searched(lines[each.post_id], each.text) for id_, each in passages.items()}


def encoded(texts: Sequence[Searched], encoder: Encoder) -> NDArray[np.float32]:
    """Return a unit row for each; all are encoded together."""
    led = [place for place, each in enumerate(texts) if each.before]
    vectors = encoder.encode_passages(
        [each.own for each in texts] + [texts[place].before for place in led]
    )
    vectors[led] = unit(vectors[led] + BEFORE * vectors[len(texts) :])
    return vectors[: len(texts)]


def _headings(post: Post, parent: Post | None) -> str:
    title = post.title[:LONGEST_NAME]
    if parent is None or parent.audience not in {EVERYONE, post.audience}:
        return title
    # What is said in a thread goes by the thread's name and by how its root begins.
    is_named = parent.title not in {"", post.title}
    lead = parent.title[:LONGEST_NAME] if is_named else opening(parent.text)
    return f"{title}\n{lead}" if title else lead
