"""Some of the vectors in memory, compared exactly; the only importer of faiss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

import faiss
import numpy as np

from index.sqlite.quantization import STEPS, ZERO, steps_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Found = tuple[NDArray[np.int64], NDArray[np.float64]]

ROWS: Final = 1 << 17
"""So many rows at most: what is copied when one grows or is made smaller is bounded."""


class Chunk:
    """Rows of one range, in any order; those removed are marked."""

    def __init__(self, dimension: int, place: int) -> None:
        self.place = place
        self._index = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT
        )
        self._step = float(steps_of(np.array(place, np.uint8)))
        self._ids = np.empty(ROWS, np.int64)
        self._labels = np.empty(ROWS, np.int32)
        self._is_there = np.zeros(ROWS, bool)
        self._removed = 0
        self._is_sorted = True

    @property
    def rows(self) -> int:
        """Is how many rows there are, removed ones too."""
        count: int = self._index.ntotal
        return count

    @property
    def is_sparse(self) -> bool:
        """Whether more than half of the rows were removed."""
        return 2 * self._removed > self.rows

    def add(
        self, ids: NDArray[np.int64], labels: NDArray[np.int32], codes: NDArray[np.uint8]
    ) -> None:
        """Add rows, uint8[n, dimension], of passages that are not there; there is room."""
        own = slice(self.rows, self.rows + len(ids))
        self._ids[own], self._labels[own], self._is_there[own] = ids, labels, True
        joint = self._ids[max(own.start - 1, 0) : own.stop]
        self._is_sorted = self._is_sorted and bool((joint[1:] > joint[:-1]).all())
        self._index.add_sa_codes(np.ascontiguousarray(codes))

    def remove(self, ids: NDArray[np.int64]) -> NDArray[np.int32]:
        """Marks these passages as removed, and returns their labels; unknown ids are fine."""
        places = self._places(ids)
        gone = places[self._is_there[places]]
        self._is_there[gone] = False
        self._removed += len(gone)
        return self._labels[gone]

    def among(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which of the rows are those of these passages."""
        chosen = np.zeros(self.rows, bool)
        chosen[self._places(ids)] = True
        return chosen

    def rows_of(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return which of these passages are here, by their places in `ids`, and a row for each."""
        own = self._ids[: self.rows]
        order = None if self._is_sorted else np.argsort(own)
        places = np.searchsorted(own, ids, sorter=order)
        places = np.minimum(places, self.rows - 1) if order is None else order[places % self.rows]
        here = np.flatnonzero((own[places] == ids) & self._is_there[places])
        numbers = self._codes()[places[here]].astype(np.float32) - ZERO
        return here, numbers * np.float32(self._step)

    def search(
        self,
        question: NDArray[np.float32],
        count: int,
        labels: NDArray[np.bool_] | None,
        among: NDArray[np.bool_] | None,
    ) -> Found:
        """Return the nearest passages and their cosines, at most so many.

        FAISS compares in whole numbers, so that the question is brought to 8 bits as well.

        Args:
            question: A unit vector, float32[dimension].
            count: How many at most.
            labels: Which labels may be found, by their numbers; None for all of them.
            among: Which rows; None for all of them.
        """
        # One question is compared by one thread; FAISS would only have the others wait for it.
        faiss.omp_set_num_threads(1)
        largest = float(np.abs(question).max(initial=0)) or 1.0
        wanted = np.rint(question * (STEPS / largest))
        chosen = self._chosen(labels, among)
        parameters = None
        if not chosen.all():
            bits = np.packbits(chosen, bitorder="little")
            selector = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
            parameters = faiss.SearchParameters()
            parameters.sel = selector
        products, places = self._index.search(wanted[None], count, params=parameters)
        # FAISS fills up with -1 where it finds fewer than were asked for.
        found = places[0] >= 0
        scale = self._step * largest / STEPS
        return self._ids[places[0][found]], products[0][found].astype(np.float64) * scale

    def compacted(self) -> Self:
        """Return the same without the rows that were removed."""
        fresh = type(self)(self._index.d, self.place)
        kept = np.flatnonzero(self._is_there[: self.rows])
        fresh.add(self._ids[kept], self._labels[kept], self._codes()[kept])
        return fresh

    def _codes(self) -> NDArray[np.uint8]:
        """Return the rows' bytes where FAISS has them, until rows are added."""
        codes: NDArray[np.uint8] = faiss.rev_swig_ptr(
            self._index.codes.data(), self.rows * self._index.d
        )
        return codes.reshape(self.rows, -1)

    def _places(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        own = self._ids[: self.rows]
        if not self._is_sorted:
            return np.flatnonzero(np.isin(own, ids))
        places = np.searchsorted(own, ids)
        return places[np.take(own, places, mode="clip") == ids] if len(own) else places[:0]

    def _chosen(
        self, labels: NDArray[np.bool_] | None, among: NDArray[np.bool_] | None
    ) -> NDArray[np.bool_]:
        chosen = self._is_there[: self.rows]
        if labels is not None:
            chosen = chosen & labels[self._labels[: self.rows]]
        return chosen if among is None else chosen & among
