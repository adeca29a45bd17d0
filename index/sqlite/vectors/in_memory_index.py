"""Nearest neighbours in memory, each with the audience it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.sqlite.vectors.chunk import ROWS, Chunk

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray


class InMemoryIndex:
    """All passages' vectors, each with the label of its audience.

    A question is compared only with the rows its readers may see, so that what they may not
    see can neither be found nor push anything out. The comparison is exact (no clusters, no
    graph): 1 byte a dimension and passage in memory, and a time that grows with the number of
    visible passages. What is removed is marked; half of it gone, a chunk is made again.
    """

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._chunks: list[Chunk] = []
        self._labels: dict[str, int] = {}
        self._counts = np.zeros(0, np.int64)

    def __len__(self) -> int:
        """Count the passages."""
        return int(self._counts.sum())

    def count(self, audience: frozenset[str] | None) -> int:
        """Count the passages that an audience may see; None may see all of them."""
        return len(self) if audience is None else int(self._counts[self._visible(audience)].sum())

    def add(
        self, ids: NDArray[np.int64], audiences: Sequence[str], rows: NDArray[np.uint8]
    ) -> None:
        """Add rows as `packed` makes them, each with its audience.

        Args:
            ids: The passages, none of which is there; in their order they are found again sooner.
            audiences: The label of each.
            rows: uint8[len(ids), 1 + dimension].
        """
        numbers = [self._labels.setdefault(each, len(self._labels)) for each in audiences]
        labels = np.array(numbers, np.int32)
        self._counts = np.pad(self._counts, (0, len(self._labels) - len(self._counts)))
        self._counts += np.bincount(labels, minlength=len(self._counts))
        for place in np.unique(rows[:, 0]):
            own = np.flatnonzero(rows[:, 0] == place)
            while len(own):
                chunk = self._with_room(int(place))
                some, own = np.split(own, [ROWS - chunk.rows])
                chunk.add(ids[some], labels[some], rows[some, 1:])

    def remove(self, ids: Collection[int]) -> None:
        """Remove these passages; unknown ids are fine."""
        gone = np.unique(np.fromiter(ids, np.int64, len(ids)))
        for at, chunk in enumerate(self._chunks):
            labels = chunk.remove(gone)
            self._counts -= np.bincount(labels, minlength=len(self._counts))
            if chunk.is_sparse:
                self._chunks[at] = chunk.compacted()
        self._chunks = [each for each in self._chunks if each.rows]

    def rows_of(self, ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return which of these passages are here, by their places in `ids`, and a row for each.

        Returns:
            int64[n] in ascending order, and float32[n, dimension].
        """
        wanted = np.array(ids, np.int64)
        found = [chunk.rows_of(wanted) for chunk in self._chunks]
        if not found:
            return np.zeros(0, np.int64), np.zeros((0, self.dimension), np.float32)
        here, rows = (np.concatenate(each) for each in zip(*found, strict=True))
        order = np.argsort(here)
        return here[order], rows[order]

    def search(
        self,
        question: NDArray[np.float32],
        count: int,
        *,
        audience: frozenset[str] | None = None,
        among: Collection[int] | None = None,
    ) -> dict[int, float]:
        """Return the passages nearest to the question with their cosine, nearest first.

        Args:
            question: A unit vector, float32[dimension].
            count: How many at most.
            audience: The labels that may be found; None for all of them.
            among: The only passages to consider; None for all.
        """
        labels = None if audience is None else self._visible(audience)
        chosen = None if among is None else np.fromiter(among, np.int64, len(among))
        found = [
            chunk.search(question, count, labels, None if chosen is None else chunk.among(chosen))
            for chunk in self._chunks
        ]
        if not found:
            return {}
        ids, cosines = (np.concatenate(each) for each in zip(*found, strict=True))
        best = np.lexsort((ids, -cosines))[:count]
        return dict(zip(ids[best].tolist(), cosines[best].tolist(), strict=True))

    def _visible(self, audience: frozenset[str]) -> NDArray[np.bool_]:
        return np.array([label in audience for label in self._labels], bool)

    def _with_room(self, place: int) -> Chunk:
        """Return the last chunk of a range, or a new one: what is in order stays so."""
        last = next((each for each in reversed(self._chunks) if each.place == place), None)
        if last is None or last.rows == ROWS:
            last = Chunk(self.dimension, place)
            self._chunks.append(last)
        return last
