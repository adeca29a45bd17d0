"""Makes vectors and passages anew, while questions go on being answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from index.ingest.context import encoded, stored_searched
from index.ingest.preparation import rewrite
from index.sqlite.embedding_models import activate, add_model, mark_split_as_now, unfinished_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents import Model, Searched
    from index.embedding.encoder import OpenEncoder
    from index.ports import Encoder
    from index.sqlite.store import Store


BATCH: Final = 500


def reindex(
    store: Store,
    open_encoder: OpenEncoder,
    model_name: str,
    *,
    full: bool = False,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> int:
    """Embeds what needs it, and returns how many posts or passages that were.

    A new model's vectors are made beside the old ones, which answer until all are there; the
    switch is one transaction. Killed, the next call goes on where this one stopped.

    Args:
        store: The database.
        open_encoder: Loads a model by its stored name.
        model_name: The model that is wanted now.
        full: Splits and embeds everything again, changed or not.
        progress: Called after each batch with how many are done, and of how many.
    """
    active = store.active_model()
    if active is None:
        return 0
    done = 0
    if active.name != model_name:
        active = _begun(store, open_encoder(model_name), model_name, active.splitting)
        done = _embed_beside(store, open_encoder(model_name), active, progress)
    if full or not active.is_split_as_now:
        done = _split_again(store, open_encoder, active, progress)
    return done


def _begun(store: Store, encoder: Encoder, name: str, splitting: int) -> Model:
    with store.writing():
        return unfinished_model(store.connection, name) or add_model(
            store.connection, name, encoder.dimension, splitting
        )


def _embed_beside(
    store: Store, encoder: Encoder, model: Model, progress: Callable[[int, int], None]
) -> int:
    total = _count(store, "SELECT count(*) FROM passages")
    done = _count(store, "SELECT count(*) FROM vectors WHERE model = ?", model.number)
    while True:
        while texts := _texts_without_vector(store, model):
            vectors = encoded(list(texts.values()), encoder).astype(np.float16)
            with store.writing():
                store.put_vectors(model, list(texts), vectors)
            done += len(texts)
            progress(done, max(done, total))
        with store.writing():
            # Another process may have stored a passage since the last look.
            if not _without_vector(store, model, 1):
                activate(store.connection, model)
                return done


def _split_again(
    store: Store, open_encoder: OpenEncoder, model: Model, progress: Callable[[int, int], None]
) -> int:
    rows = store.connection.execute("SELECT id FROM posts ORDER BY number").fetchall()
    for at in range(0, len(rows), BATCH):
        ids = [row[0] for row in rows[at : at + BATCH]]
        rewrite(
            store,
            open_encoder,
            lambda: store.active_model() or model,
            partial(store.with_origins, ids),
        )
        progress(min(at + BATCH, len(rows)), len(rows))
    with store.writing():
        mark_split_as_now(store.connection)
    return len(rows)


def _texts_without_vector(store: Store, model: Model) -> dict[int, Searched]:
    """Returns what is embedded next, by passage id."""
    with store.reading():  # another process may remove posts meanwhile
        return stored_searched(store, _without_vector(store, model, BATCH))


def _without_vector(store: Store, model: Model, most: int) -> list[int]:
    # Vectors are made in the order of the ids, and later passages have higher ids: the highest
    # that has one tells where to go on, after a kill as after a batch.
    rows = store.connection.execute(
        "SELECT id FROM passages WHERE id >"
        " coalesce((SELECT max(passage) FROM vectors WHERE model = ?), 0) ORDER BY id LIMIT ?",
        (model.number, most),
    )
    return [row[0] for row in rows]


def _count(store: Store, query: str, *values: int) -> int:
    count: int = store.connection.execute(query, values).fetchone()[0]
    return count
