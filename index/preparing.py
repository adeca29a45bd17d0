"""Makes posts ready to be stored: splits them, and encodes every passage of a batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.lines import said_before
from index.passages import split
from index.posts import EVERYONE
from index.sentences import opening
from index.store import Prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from index.encoder import OpenEncoder
    from index.models import Model
    from index.ports import Encoder
    from index.posts import Post
    from index.store import Store


def rewrite(
    store: Store,
    open_encoder: OpenEncoder,
    model_now: Callable[[], Model],
    read: Callable[[], Mapping[str, tuple[Post, str]]],
    without: Collection[str] = (),
) -> None:
    """Stores posts anew, and removes others, in one transaction.

    Everything is made ready before the lock is taken, since encoding takes its time. If another
    process has changed meanwhile what it was made from (removed a post, edited the one that
    lends its words, switched the model), it is made again.

    Args:
        store: The database.
        open_encoder: Loads a model by its stored name.
        model_now: Returns the model that answers; only asked where there is something to store.
        read: Returns the posts to store, by id, each with its origin; asked again to compare.
        without: Posts to remove.
    """
    while True:
        posts = read()
        model = model_now() if posts else None
        ready = prepared(posts, store, open_encoder(model.name), without) if model else []
        with store.writing():
            lines = contexts([post for post, _ in posts.values()], store, without)
            is_same = read() == posts and model in {None, store.active_model()}
            if is_same and lines == {each.post.id: each.context for each in ready}:
                store.remove(without)
                if model:
                    store.put(ready, model)
                return


def prepared(
    posts: Mapping[str, tuple[Post, str]],
    store: Store,
    encoder: Encoder,
    without: Collection[str] = (),
) -> list[Prepared]:
    """Returns these posts split and encoded, with the context that helps to find them.

    Args:
        posts: By id, each with its origin.
        store: Where the posts are that comments belong to, unless they are in the batch.
        encoder: Encodes all passages in one call.
        without: Posts that are about to go, and lend no context any more.
    """
    lines = contexts([post for post, _ in posts.values()], store, without)
    spans = [split(post.text) for post, _ in posts.values()]
    texts = [
        searched_text(lines[post.id], post.text[start:end])
        for (post, _), own in zip(posts.values(), spans, strict=True)
        for start, end in own
    ]
    vectors = encoder.encode_passages(texts).astype(np.float16)
    ends = np.cumsum([len(own) for own in spans])
    return [
        Prepared(post, origin, lines[post.id], own, vectors[end - len(own) : end])
        for (post, origin), own, end in zip(posts.values(), spans, ends, strict=True)
    ]


def contexts(
    posts: Collection[Post], store: Store, without: Collection[str] = ()
) -> dict[str, str]:
    """Returns, by post id, the lines that help to find a post and are never quoted.

    They are the post's own title, for a comment that of its post, or how it begins, and for a
    short line of a chat what was said just before it; never a word of a post that some of its
    readers may not see.
    """
    own = {post.id: post for post in posts}
    parent_ids = {post.parent_id for post in posts if post.parent_id} - set(without)
    parents = store.posts(parent_ids - own.keys()) | {
        id_: own[id_] for id_ in parent_ids & own.keys()
    }
    before = said_before(posts, store, without)
    return {
        post.id: "\n".join(
            filter(None, [*_headings(post, parents.get(post.parent_id or "")), before.get(post.id)])
        )
        for post in posts
    }


def searched_text(context: str, passage: str) -> str:
    """Returns what is encoded for a passage."""
    return f"{context}\n{passage}" if context else passage


def searched_texts(store: Store, ids: Collection[int]) -> dict[int, str]:
    """Returns, by passage id, what is encoded for these passages."""
    passages = store.passages(ids)
    posts = store.posts({each.post_id for each in passages.values()})
    lines = contexts(list(posts.values()), store)
    return {id_: searched_text(lines[each.post_id], each.text) for id_, each in passages.items()}


def _headings(post: Post, parent: Post | None) -> list[str]:
    if parent is None or parent.audience not in {EVERYONE, post.audience}:
        return [post.title]
    # What is said in a thread goes by the thread's name and by how its root begins.
    lead = opening(parent.text) if parent.title in {"", post.title} else parent.title
    return [post.title, lead]
