"""What changed in the stored vectors since somebody last looked."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.sqlite.file_guard.stamps import counters, end_of, newest_stamp
from index.sqlite.quantization import table, unpacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from index.documents import Model


_BATCH = 10_000


class Version(NamedTuple):
    """A state of the stored vectors; asking for the present one takes microseconds.

    Passage ids and removal numbers only ever grow under one stamp, and one transaction writes
    both, so that all three tell exactly what a reader has seen of a database.
    """

    database: str
    model: int
    newest_passage: int
    newest_removal: int
    stamp: str


class Added(NamedTuple):
    """Vectors that came: ids int64[n], keys of audiences, rows uint8[n, 1 + dimension]."""

    ids: NDArray[np.int64]
    audiences: Sequence[str]
    rows: NDArray[np.uint8]


def current_version(connection: sqlite3.Connection, model: Model) -> Version:
    """Return the present moment."""
    identity = connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone()
    if identity is None:
        raise sqlite3.DatabaseError("its identity is missing")
    return Version(identity[0], model.number, *counters(connection), newest_stamp(connection))


def first_version(version: Version) -> Version:
    """Return the moment before anything was stored."""
    return version._replace(newest_passage=0, newest_removal=0)


def follows(connection: sqlite3.Connection, version: Version, earlier: Version) -> bool:
    """Return whether the present state came out of an earlier one, with the same model.

    Args:
        connection: The database.
        version: Its present state.
        earlier: What somebody has seen, of this database or of a copy of it.
    """
    end = end_of(connection, earlier.stamp)
    if end is None or version[:2] != earlier[:2]:
        return False
    return earlier.newest_passage <= end[0] and earlier.newest_removal <= end[1]


def removed(connection: sqlite3.Connection, since: Version, until: Version) -> list[int] | None:
    """Return the passages that went, or None where the record does not reach back so far."""
    rows = connection.execute(
        "SELECT passage FROM removals WHERE sequence > ? AND sequence <= ?",
        (since.newest_removal, until.newest_removal),
    ).fetchall()
    is_whole = len(rows) == until.newest_removal - since.newest_removal
    return [row[0] for row in rows] if is_whole else None


def added(connection: sqlite3.Connection, since: Version, model: Model) -> Iterator[Added]:
    """Yield the vectors that came since, in batches, in the order of their ids."""
    rows = connection.execute(
        "SELECT v.passage, passages.audience_key, v.vector FROM vectors AS v"
        " CROSS JOIN passages ON passages.id = v.passage"
        " WHERE v.model = ? AND v.passage > ? ORDER BY v.passage",
        (model.number, since.newest_passage),
    )
    while batch := rows.fetchmany(_BATCH):
        ids, audiences, blobs = zip(*batch, strict=True)
        yield Added(np.array(ids, np.int64), audiences, table(blobs, model.dimension))


def vectors(
    connection: sqlite3.Connection, ids: Collection[int], model: Model
) -> dict[int, NDArray[np.float32]]:
    """Return the vectors of these passages; those removed meanwhile are left out."""
    rows = connection.execute(
        "SELECT passage, vector FROM vectors"
        " WHERE model = ? AND passage IN (SELECT value FROM json_each(?))",
        (model.number, json.dumps(list(ids))),
    ).fetchall()
    found = unpacked(table([row[1] for row in rows], model.dimension))
    return {row[0]: vector for row, vector in zip(rows, found, strict=True)}
