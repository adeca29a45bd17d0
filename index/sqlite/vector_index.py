"""Nearest neighbours in memory, a shelf for each audience; the only importer of faiss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import faiss
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray


class VectorIndex:
    """All passages' vectors, kept apart by audience.

    A question is compared only with the shelves its readers may see, so that what they may not
    see can neither be found nor push anything out. The comparison is exact (no clusters, no
    graph): 2 bytes a dimension and passage in memory, and a time that grows with the number of
    visible passages. Half-precision rows are compared four times as fast as single-precision
    ones, since the memory is what the processor waits for.
    """

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._partitions: dict[str, faiss.Index] = {}

    def __len__(self) -> int:
        """Counts the passages."""
        return sum(partition.ntotal for partition in self._partitions.values())

    def count(self, audience: frozenset[str] | None) -> int:
        """Counts the passages that an audience may see; None may see all of them."""
        return sum(
            partition.ntotal
            for label, partition in self._partitions.items()
            if audience is None or label in audience
        )

    def add(
        self, ids: NDArray[np.int64], audiences: Sequence[str], vectors: NDArray[np.float16]
    ) -> None:
        """Adds unit rows, float16[len(ids), dimension], each to its audience's shelf."""
        labels = np.array(audiences)
        for label in dict.fromkeys(audiences):
            chosen = labels == label
            self._partition(label).add_with_ids(vectors[chosen].astype(np.float32), ids[chosen])

    def remove(self, ids: Collection[int]) -> None:
        """Removes these passages; unknown ids are fine."""
        if not ids:
            return
        selected = faiss.IDSelectorBatch(np.fromiter(ids, np.int64))
        for label, partition in list(self._partitions.items()):
            partition.remove_ids(selected)
            if not partition.ntotal:
                del self._partitions[label]

    def search(
        self,
        question: NDArray[np.float32],
        count: int,
        *,
        audience: frozenset[str] | None = None,
        among: Collection[int] | None = None,
    ) -> dict[int, float]:
        """Returns the passages nearest to the question with their cosine, nearest first.

        Args:
            question: A unit vector, float32[dimension].
            count: How many at most.
            audience: The shelves to look on; None for all of them.
            among: The only passages to consider; None for all.
        """
        # One question is compared by one thread; FAISS would only have the others wait for it.
        faiss.omp_set_num_threads(1)
        parameters = None
        if among is not None:
            chosen = faiss.IDSelectorBatch(np.fromiter(among, np.int64, len(among)))
            parameters = faiss.SearchParameters()
            parameters.sel = chosen
        found: list[tuple[float, int]] = []
        for label, partition in self._partitions.items():
            if audience is None or label in audience:
                cosines, ids = partition.search(question[None, :], count, params=parameters)
                # FAISS fills up with -1 where it finds fewer than were asked for.
                found += [(c, i) for c, i in zip(cosines[0], ids[0], strict=True) if i >= 0]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return {int(id_): float(cosine) for cosine, id_ in found[:count]}

    def serialized(self) -> Iterator[tuple[str, bytes]]:
        """Yields each shelf's audience and bytes."""
        for label, partition in self._partitions.items():
            yield label, faiss.serialize_index(partition).tobytes()

    @classmethod
    def deserialized(cls, dimension: int, partitions: Mapping[str, bytes | memoryview]) -> Self:
        """Returns what `serialized` gave; only for bytes whose checksum was verified."""
        vectors = cls(dimension)
        for label, data in partitions.items():
            vectors._partitions[label] = faiss.deserialize_index(np.frombuffer(data, np.uint8))
        return vectors

    def _partition(self, label: str) -> faiss.Index:
        if label not in self._partitions:
            flat = faiss.IndexScalarQuantizer(
                self.dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
            )
            self._partitions[label] = faiss.IndexIDMap2(flat)
        return self._partitions[label]
