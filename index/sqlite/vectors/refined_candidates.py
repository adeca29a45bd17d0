"""Finds passages by their second vector: in memory, kept in step with the database."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from index.sqlite.file_guard import changes
from index.sqlite.quantization import table
from index.sqlite.vectors import changelog
from index.sqlite.vectors.in_memory_index import InMemoryIndex
from index.sqlite.vectors.scoped_search import nearest_in_scope

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from index.documents import Model
    from index.search_scope import Scope
    from index.sqlite.reading.posts import StoredPosts

_BATCH: Final = 10_000


class RefinedCandidates:
    """The nearest passages within a scope, of those that have a second vector.

    Before a question, what was refined and removed since the last one is applied to the vectors
    in memory. What was found is only given where the database says that the readers may see it,
    and by the vector that it has there.
    """

    def __init__(self, database: StoredPosts) -> None:
        self._database = database
        self._vectors = InMemoryIndex(0)
        self._version: changes.Version | None = None
        self._newest = 0

    def nearest(
        self, question: NDArray[np.float32], scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, at most so many.

        Args:
            question: A unit vector, float32[dimension].
            scope: Which passages.
            model: The model of the vectors.
            count: How many at most.
        """
        self._read_on(model)
        found = nearest_in_scope(self._database, self._vectors, question, scope, count)
        within = self._database.within(found, scope)
        stored = changelog.vectors(self._database.connection, within, model)
        return {id_: float(stored[id_] @ question) for id_ in found if id_ in stored}

    def cosines_of(
        self, question: NDArray[np.float32], posts: Collection[str], model: Model, most: int
    ) -> dict[str, list[float | None]]:
        """Return the cosine of each of the first so many passages of these posts, in order.

        None stands for a passage that has no second vector yet.
        """
        rows = self._database.connection.execute(
            "SELECT posts.id, p.id FROM json_each(?) AS wanted"
            " CROSS JOIN posts ON posts.id = wanted.value"
            " CROSS JOIN passages AS p ON p.post = posts.number"
            " WHERE p.ordinal < ? ORDER BY posts.number, p.ordinal",
            (json.dumps(list(posts)), most),
        ).fetchall()
        stored = changelog.vectors(self._database.connection, [row[1] for row in rows], model)
        found: dict[str, list[float | None]] = defaultdict(list)
        for post, id_ in rows:
            found[post].append(float(stored[id_] @ question) if id_ in stored else None)
        return dict(found)

    def _read_on(self, model: Model) -> None:
        connection = self._database.connection
        version = changes.current_version(connection, model)
        newest = self._newest_refinement()
        if (version, newest) == (self._version, self._newest):
            return
        gone = None
        since, self._version = self._version, None  # after an error all is read again
        if since and newest >= self._newest and changes.follows(connection, version, since):
            gone = changes.removed(connection, since, version)
        if gone is None:
            self._vectors, self._newest, gone = InMemoryIndex(model.dimension), 0, []
        self._add(model)
        self._vectors.remove(gone)
        self._version, self._newest = version, newest

    def _add(self, model: Model) -> None:
        rows = self._database.connection.execute(
            "SELECT v.passage, passages.audience_key, v.vector FROM refinements AS r"
            " CROSS JOIN vectors AS v ON v.model = r.model AND v.passage = r.passage"
            " CROSS JOIN passages ON passages.id = v.passage"
            " WHERE r.sequence > ? AND r.model = ?",
            (self._newest, model.number),
        )
        while batch := rows.fetchmany(_BATCH):
            ids, audiences, blobs = zip(*batch, strict=True)
            self._vectors.add(np.array(ids, np.int64), audiences, table(blobs, model.dimension))

    def _newest_refinement(self) -> int:
        row = self._database.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'refinements'"
        ).fetchone()
        return row[0] if row else 0
