"""Makes posts ready to be stored: splits them, and encodes every passage of a batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.documents import Prepared
from index.ingest.answer_evidence import questions_around, take_over_accepted, work_out
from index.ingest.context import contexts, encoded, searched
from index.ingest.marks import take_over_solved
from index.text.parts.passages import split

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from index.documents import Model
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.ports import Encoder
    from index.posts import Post


def rewrite(
    store: Engine,
    open_encoder: OpenEncoder,
    model_now: Callable[[], Model],
    read: Callable[[], Mapping[str, tuple[Post, str]]],
    without: Collection[str] = (),
    *,
    spares: str | None = None,
) -> None:
    """Store posts again, and remove others, in one transaction.

    Everything is made ready before the lock is taken, since encoding takes its time. If another
    process has changed meanwhile what it was made from (removed a post, edited the one that
    lends its words, switched the model), it is made again.

    Args:
        store: The database.
        open_encoder: Loads a model by its stored name.
        model_now: Returns the model that answers; only asked where there is something to store.
        read: Returns the posts to store, by id, each with its origin; asked again to compare.
        without: Posts to remove.
        spares: Those of this origin stay, should they have it by then.
    """
    while True:
        posts = read()
        model = model_now() if posts else None
        ready = prepared(posts, store, open_encoder(model.name), without) if model else []
        with store.writing():
            lines = contexts([post for post, _ in posts.values()], store, without)
            is_same = read() == posts and model in {None, store.active_model()}
            if is_same and lines == {each.post.id: each.context for each in ready}:
                asked = questions_around(store, [post for post, _ in posts.values()], without)
                store.remove(without, spares=spares)
                if model:
                    store.put(ready, model)
                take_over_accepted(store, [post for post, _ in posts.values()])
                take_over_solved(store, [post for post, _ in posts.values()])
                work_out(store, asked)
                return


def prepared(
    posts: Mapping[str, tuple[Post, str]],
    store: Engine,
    encoder: Encoder,
    without: Collection[str] = (),
) -> list[Prepared]:
    """Return these posts split and encoded, with the context that helps to find them.

    Args:
        posts: By id, each with its origin.
        store: Where the posts are that lend them words, unless they are in the batch.
        encoder: Encodes all passages in one call.
        without: Posts that are about to go, and lend no context any more.
    """
    lines = contexts([post for post, _ in posts.values()], store, without)
    spans = [split(post.text) for post, _ in posts.values()]
    texts = [
        searched(lines[post.id], post.text[start:end])
        for (post, _), own in zip(posts.values(), spans, strict=True)
        for start, end in own
    ]
    vectors = encoded(texts, encoder).astype(np.float16)
    ends = np.cumsum([len(own) for own in spans])
    return [
        Prepared(post, origin, lines[post.id], own, vectors[end - len(own) : end])
        for (post, origin), own, end in zip(posts.values(), spans, ends, strict=True)
    ]
