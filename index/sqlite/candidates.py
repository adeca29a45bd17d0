"""Finds passages by their meaning: their vectors, in memory, kept in step with the database."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from index.ports import Totals
from index.sqlite import changelog, vector_cache
from index.sqlite.conditions import condition
from index.sqlite.vector_index import VectorIndex

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.scope import Scope
    from index.sqlite.posts import StoredPosts


WORTH_CACHING: Final = 1_000
"""After this many changes the cache file is written again."""

_log: Final = logging.getLogger(__name__)


class Candidates:
    """The nearest passages within a scope.

    A question costs one comparison with every vector its readers may see. Before it, what others
    wrote since the last question is applied to the vectors in memory. What was found is only
    given where the database says that the readers may see it.
    """

    def __init__(self, database: StoredPosts, cache_file: Path) -> None:
        self._database = database
        self._cache_file = cache_file
        self._vectors = VectorIndex(0)
        self._version: changelog.Version | None = None

    def catch_up(self, model: Model) -> None:
        """Applies what was written since the last question to the vectors in memory."""
        if self._version is None and not len(self._vectors):
            cached = vector_cache.load(self._cache_file, model)
            self._vectors, self._version = cached or (VectorIndex(model.dimension), None)
        self._read_on(model)

    def save(self, model: Model) -> None:
        """Writes the cache file, so that the next start is quick."""
        if self._version is not None:
            vector_cache.save(self._cache_file, self._vectors, model, self._version)

    def nearest(
        self, question: NDArray[np.float32], scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages that the database itself says are in scope.

        It knows better than the vectors in memory; where it disagrees, they are read again.

        Args:
            question: A unit vector, float32[dimension].
            scope: Which passages.
            model: The model of the vectors.
            count: How many at most.
        """
        self.catch_up(model)
        nearest = self._nearest(question, scope, count)
        within = self._database.within(nearest, scope)
        if len(within) < len(nearest):
            _log.warning(
                "the vectors in memory were not those of %s: read again", self._database.path
            )
            self._version = None
            self._read_on(model)
            nearest = self._nearest(question, scope, count)
            within = self._database.within(nearest, scope)
        return {id_: cosine for id_, cosine in nearest.items() if id_ in within}

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Returns how many passages an audience may see, and how many there are."""
        return Totals(self._vectors.count(audience), len(self._vectors))

    def cosines(
        self, question: NDArray[np.float32], ids: Collection[int], model: Model
    ) -> dict[int, float]:
        """Returns the cosines of a question and these passages."""
        found = changelog.vectors(self._database.connection, ids, model)
        return {id_: float(vector @ question) for id_, vector in found.items()}

    def _read_on(self, model: Model) -> None:
        version = changelog.current_version(self._database.connection, model)
        if self._version == version:
            return
        changed = self._apply(model, version)
        self._version = version
        if changed >= WORTH_CACHING:
            self.save(model)

    def _apply(self, model: Model, version: changelog.Version) -> int:
        connection = self._database.connection
        gone = None
        if self._version is not None and changelog.follows(connection, version, self._version):
            gone = changelog.removed(connection, self._version, version)
        since = self._version
        if gone is None or since is None:
            self._vectors = VectorIndex(model.dimension)
            gone, since = [], changelog.first_version(version)
        # Until all is applied, nothing is known to be: after an error all is read anew.
        self._version = None
        count = len(gone)
        for batch in changelog.added(connection, since, model):
            self._vectors.add(batch.ids, batch.audiences, batch.vectors)
            count += len(batch.ids)
        self._vectors.remove(gone)
        return count

    def _nearest(self, question: NDArray[np.float32], scope: Scope, count: int) -> dict[int, float]:
        among: Collection[int] | None = None
        if scope.filters:
            in_scope = condition(scope, leads=True)
            among = [
                row[0]
                for row in self._database.connection.execute(
                    "SELECT passages.id FROM posts CROSS JOIN passages"
                    f" ON passages.post = posts.number WHERE {in_scope.sql}",
                    in_scope.values,
                )
            ]
        return self._vectors.search(question, count, audience=scope.audience, among=among)
