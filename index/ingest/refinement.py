"""Gives passages a second vector by a better, slower model, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding.baseline import baseline_of, measured, note
from index.ingest.context import encoded, stored_searched

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from index.engine import Engine
    from index.ports import Encoder


BATCH: Final = 8
"""Passages between two transactions: a second or two, which is all that a kill costs."""

BEGINNING: Final = 2
"""So many passages of each post come before the rest of all: they tell what it is about."""


class Refiner:
    """Makes what is missing of second vectors: what is asked for first, then what is new.

    The database knows what is missing, so that the next one goes on where this one was stopped.
    Two at once do no harm, but some work twice.

    Args:
        store: The posts.
        encoder: The model that refines.
    """

    def __init__(self, store: Engine, encoder: Encoder) -> None:
        self._store = store
        self._encoder = encoder
        if baseline_of(store.noted, encoder.name) is None:
            note(measured(encoder), encoder.name, store.note)
        self._model = store.begin_refining(encoder.name, encoder.dimension)
        self._newest = self._seen = max(store.unrefined(self._model, 1), default=0)
        self._older: int | None = None
        self._first = BEGINNING

    def counts(self) -> tuple[int, int]:
        """Return how many passages have a second vector, and how many there are."""
        return self._store.embedded(self._model)

    def refine_some(self, asked: Collection[str] = ()) -> int:
        """Refine the next passages, and return how many; 0 where none was without.

        Args:
            asked: Posts that come first.
        """
        ids = self._next(asked)
        with self._store.reading():  # another process may remove posts meanwhile
            texts = stored_searched(self._store, ids)
        if texts:
            vectors = encoded(list(texts.values()), self._encoder).astype(np.float16)
            self._store.put_refined(self._model, list(texts), vectors)
        return len(ids)

    def refine(
        self,
        *,
        asked: Callable[[], Collection[str]] = tuple,
        may_go_on: Callable[[], bool] = lambda: True,
        progress: Callable[[int, int], None] = lambda *_: None,
    ) -> bool:
        """Refine what is without, and return whether nothing is left.

        Args:
            asked: Returns the posts that come first, before each batch.
            may_go_on: Asked before each batch.
            progress: Called after each with how many passages are refined, and of how many.
        """
        done, total = self.counts()
        while may_go_on():
            count = self.refine_some(asked())
            if not count:
                return True
            done += count
            progress(done, max(done, total))
        return False

    def _next(self, asked: Collection[str]) -> list[int]:
        if asked and (ids := self._store.unrefined_of(asked, self._model)):
            return ids[:BATCH]
        if ids := self._newer():
            return ids
        ids = self._down(self._first)
        if not ids and self._first:
            self._first, self._older = 0, None
            ids = self._down(0)
        return ids

    def _newer(self) -> list[int]:
        """Return what came since it was looked last."""
        ids = self._store.unrefined(self._model, BATCH, newer=self._newest)
        self._seen = max([self._seen, *ids])
        if not ids:
            self._newest = self._seen
        return ids

    def _down(self, first: int) -> list[int]:
        ids = self._store.unrefined(self._model, BATCH, older=self._older, first=first)
        if ids:
            self._older = ids[-1]
        return ids
