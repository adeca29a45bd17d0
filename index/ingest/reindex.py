"""Makes vectors and passages again, while questions go on being answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from index.ingest.context import encoded, stored_searched
from index.ingest.preparation import rewrite

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents import Model, Searched
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.ports import Encoder


BATCH: Final = 500


def reindex(
    store: Engine,
    open_encoder: OpenEncoder,
    model_name: str,
    *,
    full: bool = False,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> int:
    """Embed what needs it, and return how many posts or passages that were.

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


def _begun(store: Engine, encoder: Encoder, name: str, splitting: int) -> Model:
    with store.writing():
        return store.unfinished_model(name) or store.add_model(name, encoder.dimension, splitting)


def _embed_beside(
    store: Engine, encoder: Encoder, model: Model, progress: Callable[[int, int], None]
) -> int:
    done, total = store.embedded(model)
    while True:
        while texts := _texts_without_vector(store, model):
            vectors = encoded(list(texts.values()), encoder).astype(np.float16)
            with store.writing():
                store.put_vectors(model, list(texts), vectors)
            done += len(texts)
            progress(done, max(done, total))
        with store.writing():
            # Another process may have stored a passage since the last look.
            if not store.without_vector(model, 1):
                store.activate(model)
                return done


def _split_again(
    store: Engine, open_encoder: OpenEncoder, model: Model, progress: Callable[[int, int], None]
) -> int:
    every = store.every_id()
    for at in range(0, len(every), BATCH):
        ids = every[at : at + BATCH]
        rewrite(
            store,
            open_encoder,
            lambda: store.active_model() or model,
            partial(store.with_origins, ids),
        )
        progress(min(at + BATCH, len(every)), len(every))
    with store.writing():
        store.mark_split_as_now()
    return len(every)


def _texts_without_vector(store: Engine, model: Model) -> dict[int, Searched]:
    """Return what is embedded next, by passage id."""
    with store.reading():  # another process may remove posts meanwhile
        return stored_searched(store, store.without_vector(model, BATCH))
