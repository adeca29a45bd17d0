"""Finds passages by their meaning: their vectors, in memory, kept in step with the database."""

from __future__ import annotations

import json
import logging
from collections import Counter
from contextlib import suppress
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from index.ports import Totals
from index.private_files import remove_former
from index.sqlite.file_guard import changes
from index.sqlite.reading.scope_conditions import audience_keys
from index.sqlite.vectors import changelog
from index.sqlite.vectors.in_memory_index import InMemoryIndex
from index.sqlite.vectors.scoped_search import nearest_in_scope

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.search_scope import Scope
    from index.sqlite.reading.posts import StoredPosts


_log: Final = logging.getLogger(__name__)


_PASSAGES: Final = (
    # Answered by indexes alone; the ids of a post's passages are in their order.
    "SELECT posts.id, passages.id FROM json_each(?) AS wanted"
    " CROSS JOIN posts ON posts.id = wanted.value"
    " CROSS JOIN passages ON passages.post = posts.number ORDER BY posts.number, passages.id"
)


class _Held(NamedTuple):
    """The vectors of a model in memory, and the state of the database that they are of."""

    vectors: InMemoryIndex
    version: changes.Version


class Candidates:
    """The nearest passages within a scope.

    A question costs one comparison with every vector its readers may see. Before it, what others
    wrote since the last question is applied to the vectors in memory. The vectors of several models
    are held side by side, each model's from its first question on.

    The vectors are kept once, in the database. Versions before this one copied them to a file
    beside it, and such a copy is taken away.
    """

    def __init__(self, database: StoredPosts, cache_file: Path) -> None:
        self._database = database
        self._cache_file = cache_file
        self._held: dict[int, _Held] = {}

    def catch_up(self, model: Model) -> None:
        """Apply what was written since the last question to the vectors in memory."""
        connection = self._database.connection
        version = changes.current_version(connection, model)
        # Until all is applied, nothing is known to be: after an error all is read again.
        held = self._held.pop(model.number, None)
        if held is None or held.version != version:
            held = _Held(self._changed(held, model, version), version)
        self._held[model.number] = held

    def nearest(
        self, question: NDArray[np.float32], scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, as it is known in memory.

        Args:
            question: A unit vector, float32[dimension].
            scope: Which passages.
            model: The model of the vectors.
            count: How many at most.
        """
        self.catch_up(model)
        return nearest_in_scope(
            self._database, self._held[model.number].vectors, question, scope, count
        )

    def read_again(self, model: Model) -> None:
        """Forget a model's vectors: the database disagrees, and it knows better."""
        _log.warning("the vectors in memory were not those of %s: read again", self._database.path)
        self._held.pop(model.number, None)

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Return how many passages an audience may see, and how many there are."""
        if not self._held:
            return Totals(0, 0)
        # The vectors of a further model may still be in the making.
        vectors = max((each.vectors for each in self._held.values()), key=len)
        return Totals(vectors.count(audience_keys(audience)), len(vectors))

    def cosines(
        self, question: NDArray[np.float32], ids: Collection[int], model: Model
    ) -> dict[int, float]:
        """Return the cosines of a question and those of these passages that have a vector."""
        self.catch_up(model)
        wanted = [*ids]
        places, vectors = self._held[model.number].vectors.rows_of(wanted)
        found = map(wanted.__getitem__, places.tolist())
        return dict(zip(found, (vectors @ question).tolist(), strict=True))

    def vectors_of(
        self, posts: Collection[str], model: Model, most: int
    ) -> tuple[dict[str, int], NDArray[np.float32]]:
        """Return the vectors of the first so many passages of each of these posts.

        Returns:
            How many each post has, by its id, and all of them in this order, float32[n, dimension].
        """
        self.catch_up(model)
        rows = self._database.connection.execute(_PASSAGES, (json.dumps(list(posts)),))
        firsts = [pair for _, own in groupby(rows, key=itemgetter(0)) for pair in islice(own, most)]
        places, vectors = self._held[model.number].vectors.rows_of([each[1] for each in firsts])
        return Counter(firsts[place][0] for place in places.tolist()), vectors

    def _changed(self, held: _Held | None, model: Model, version: changes.Version) -> InMemoryIndex:
        """Return the vectors of a version: those held, with what changed since, or all again."""
        connection = self._database.connection
        gone = None
        if held is not None and changes.follows(connection, version, held.version):
            gone = changes.removed(connection, held.version, version)
        if held is None or gone is None:
            self._forget_the_dropped(connection)
            held, gone = _Held(InMemoryIndex(model.dimension), changes.first_version(version)), []
        for batch in changelog.added(connection, held.version, model):
            held.vectors.add(batch.ids, batch.audiences, batch.rows)
        held.vectors.remove(gone)
        return held.vectors

    def _forget_the_dropped(self, connection: sqlite3.Connection) -> None:
        """Give the memory free that models had which are no more, and an old copy's place."""
        kept = {number for (number,) in connection.execute("SELECT number FROM models")}
        self._held = {number: each for number, each in self._held.items() if number in kept}
        with suppress(OSError):
            remove_former(self._cache_file)
