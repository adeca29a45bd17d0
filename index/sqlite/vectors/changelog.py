"""The stored vectors that came since somebody last looked, and those of given passages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.sqlite.quantization import table, unpacked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from index.documents import Model
    from index.sqlite.file_guard.changes import Version


_BATCH = 10_000


class Added(NamedTuple):
    """Vectors that came: ids int64[n], keys of audiences, rows uint8[n, 1 + dimension]."""

    ids: NDArray[np.int64]
    audiences: Sequence[str]
    rows: NDArray[np.uint8]


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
        "SELECT v.passage, v.vector FROM json_each(?) AS found"
        " CROSS JOIN vectors AS v ON v.model = ? AND v.passage = found.value",
        (json.dumps(list(ids)), model.number),
    ).fetchall()
    found = unpacked(table([row[1] for row in rows], model.dimension))
    return {row[0]: vector for row, vector in zip(rows, found, strict=True)}
