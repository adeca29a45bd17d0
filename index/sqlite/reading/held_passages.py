"""How long each passage is and who may see it, in memory: what words are weighed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from index.sqlite.file_guard import changes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_BATCH: Final = 10_000
_MORE: Final = 0x80
"""Marks a byte of a number after which it goes on (SQLite's varint)."""


class HeldPassages:
    """A row for each passage, in the order of their ids; those removed are marked.

    It is brought up to date before it is asked, by what changed since: a connection that asks for
    no words holds nothing. Who may see a passage is read when that is first asked for.

    Attributes:
        version: The state of the database that it is of; None before it is brought up to date.
        numbering: Another object whenever the rows are numbered anew.
    """

    def __init__(self) -> None:
        self.version: changes.Version | None = None
        self._forget()

    def catch_up(self, connection: sqlite3.Connection) -> None:
        """Apply what was written since it was last asked."""
        version = changes.current_version(connection)
        if version == self.version:
            return
        # Until all is applied, nothing is known to be: after an error all is read again.
        since, self.version = self.version, None
        gone = None
        if since is not None and changes.follows(connection, version, since):
            gone = changes.removed(connection, since, version)
        if gone is None or 2 * self._removed > self._count:
            self._forget()
            gone = []
        self._add(connection)
        self._remove(gone)
        self.version = version

    def mean_length(
        self, connection: sqlite3.Connection, keys: frozenset[str] | None = None
    ) -> float:
        """Return the mean number of words of the passages that have one of these labels.

        What a reader may not see has no part in it, so that no score tells of it.

        Args:
            connection: The database.
            keys: The labels; None for all passages.
        """
        if keys is None:
            return float(self._total / max(self._count - self._removed, 1))
        numbers = self._numbers(connection, keys)
        return float(self._lengths_of[numbers].sum() / max(self._bearing[numbers].sum(), 1))

    def lengths(self, places: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return how many words these passages have, what is said around them included."""
        return self._lengths[places]

    def places(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the rows of these passages in their order, and which of them are known."""
        own = self._ids[: self._count]
        places = np.searchsorted(own, ids)
        return places, np.take(self._ids, places, mode="clip") == ids

    def ids(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the passages of these rows."""
        return self._ids[places]

    def are_visible(
        self, connection: sqlite3.Connection, places: NDArray[np.int64], keys: frozenset[str]
    ) -> NDArray[np.bool_]:
        """Return which of these rows are of passages that have one of these labels."""
        numbers = self._numbers(connection, keys)
        seen = np.zeros(len(self._bearing), bool)
        seen[numbers] = True
        return seen[self._labels[places]]

    def share(self, connection: sqlite3.Connection, keys: frozenset[str]) -> float:
        """Return how large a part of all passages has one of these labels, 0 to 1."""
        numbers = self._numbers(connection, keys)
        return float(self._bearing[numbers].sum() / max(self._count - self._removed, 1))

    def _forget(self) -> None:
        self.numbering = object()
        self._ids = np.zeros(1, np.int64)
        self._lengths = np.zeros(1, np.int32)
        self._labels = np.zeros(1, np.int32)
        self._names: dict[str, int] = {}  # from 1 on: 0 is no label
        self._bearing = np.zeros(1, np.int64)
        self._lengths_of = np.zeros(1, np.int64)
        self._count = self._labelled = self._removed = self._total = 0

    def _newest(self, count: int) -> int:
        return int(self._ids[count - 1]) if count else 0

    def _add(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT id, sz FROM words_docsize WHERE id > ? ORDER BY id",
            (self._newest(self._count),),
        )
        while batch := rows.fetchmany(_BATCH):
            ids, sizes = zip(*batch, strict=True)
            own = slice(self._count, self._count + len(ids))
            self._ids = _with_room(self._ids, own.stop)
            self._lengths = _with_room(self._lengths, own.stop)
            self._labels = _with_room(self._labels, own.stop)
            self._ids[own], self._lengths[own] = ids, _sums(sizes)
            self._total += int(self._lengths[own].sum())
            self._count = own.stop

    def _remove(self, gone: Iterable[int]) -> None:
        places, known = self.places(np.unique(np.fromiter(gone, np.int64)))
        places = places[known]
        places = places[self._lengths[places] > 0]  # no passage without its label as a word
        self._count_labels(places, -1)
        self._removed += len(places)
        self._total -= int(self._lengths[places].sum())
        self._lengths[places] = 0
        self._labels[places] = 0

    def _numbers(self, connection: sqlite3.Connection, keys: frozenset[str]) -> NDArray[np.int64]:
        """Return the numbers of these labels, without those that no passage has."""
        self._label(connection)
        numbers = map(self._names.get, keys)
        return np.array([number for number in numbers if number], np.int64)

    def _label(self, connection: sqlite3.Connection) -> None:
        if self._labelled == self._count:
            return
        rows = connection.execute(
            "SELECT id, audience_key FROM passages WHERE id > ? ORDER BY id",
            (self._newest(self._labelled),),
        )
        while batch := rows.fetchmany(_BATCH):
            ids, keys = zip(*batch, strict=True)
            numbers = [self._names.setdefault(each, len(self._names) + 1) for each in keys]
            places, known = self.places(np.array(ids, np.int64))
            places = places[known]
            self._labels[places] = np.array(numbers, np.int32)[known]
            self._count_labels(places, 1)
        self._labelled = self._count

    def _count_labels(self, places: NDArray[np.int64], times: int) -> None:
        """Count these rows, so many times, among those that have their labels."""
        rows = len(self._names) + 1
        self._bearing = _with_room(self._bearing, rows)
        self._lengths_of = _with_room(self._lengths_of, rows)
        labels, lengths = self._labels[places], self._lengths[places]
        self._bearing += times * np.bincount(labels, minlength=len(self._bearing))
        sums = np.bincount(labels, lengths, len(self._lengths_of))
        self._lengths_of += times * sums.astype(np.int64)


def _with_room(column: NDArray[Any], rows: int) -> NDArray[Any]:
    """Return a column with room for so many rows, and for more where it has to be made anew."""
    if len(column) >= rows:
        return column
    wider = np.zeros(max(rows, len(column) * 5 // 4), column.dtype)
    wider[: len(column)] = column
    return wider


def _sums(sizes: Sequence[bytes]) -> NDArray[np.int64]:
    """Return the sum of the numbers in each of these rows, which are lower than 16,384 each."""
    numbers = np.frombuffer(b"".join(sizes), np.uint8).astype(np.int64)
    worth = np.where(numbers >= _MORE, (numbers - _MORE) * _MORE, numbers)
    starts = np.cumsum([0, *map(len, sizes[:-1])])
    sums: NDArray[np.int64] = np.add.reduceat(worth, starts)
    return sums
