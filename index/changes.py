"""What changed in the stored vectors since somebody last looked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from index.models import Model

_BATCH = 10_000


class Moment(NamedTuple):
    """A state of the stored vectors; asking for the present one takes microseconds.

    Passage ids and removal numbers only ever grow, and one transaction writes both, so that
    they tell exactly what a reader has seen of a database.
    """

    database: str
    model: int
    newest_passage: int
    newest_removal: int


class Added(NamedTuple):
    """Vectors that came: ids int64[n], audiences, float16[n, dimension]."""

    ids: NDArray[np.int64]
    audiences: Sequence[str]
    vectors: NDArray[np.float16]


def now(connection: sqlite3.Connection, model: Model) -> Moment:
    """Returns the present moment."""
    identity = connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone()[0]
    return Moment(identity, model.number, *counters(connection))


def counters(connection: sqlite3.Connection) -> tuple[int, int]:
    """Returns the newest passage and the newest removal: one of them grows with every change."""
    newest = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    return newest.get("passages", 0), newest.get("removals", 0)


def beginning(moment: Moment) -> Moment:
    """Returns the moment before anything was stored."""
    return moment._replace(newest_passage=0, newest_removal=0)


def follows(moment: Moment, earlier: Moment) -> bool:
    """Says whether one state came out of the other, in the same database with the same model."""
    return moment[:2] == earlier[:2] and moment[2] >= earlier[2] and moment[3] >= earlier[3]


def removed(connection: sqlite3.Connection, since: Moment, until: Moment) -> list[int] | None:
    """Returns the passages that went, or None where the record does not reach back so far."""
    rows = connection.execute(
        "SELECT passage FROM removals WHERE sequence > ? AND sequence <= ?",
        (since.newest_removal, until.newest_removal),
    ).fetchall()
    is_whole = len(rows) == until.newest_removal - since.newest_removal
    return [row[0] for row in rows] if is_whole else None


def added(connection: sqlite3.Connection, since: Moment, model: Model) -> Iterator[Added]:
    """Yields the vectors that came since, in batches, in the order of their ids."""
    rows = connection.execute(
        "SELECT v.passage, posts.audience, v.vector FROM vectors AS v"
        " JOIN passages ON passages.id = v.passage JOIN posts ON posts.number = passages.post"
        " WHERE v.model = ? AND v.passage > ? ORDER BY v.passage",
        (model.number, since.newest_passage),
    )
    while batch := rows.fetchmany(_BATCH):
        ids, audiences, blobs = zip(*batch, strict=True)
        yield Added(np.array(ids, np.int64), audiences, matrix(blobs, model.dimension))


def vectors(
    connection: sqlite3.Connection, ids: Collection[int], model: Model
) -> dict[int, NDArray[np.float32]]:
    """Returns the vectors of these passages; those removed meanwhile are left out."""
    rows = connection.execute(
        "SELECT passage, vector FROM vectors"
        " WHERE model = ? AND passage IN (SELECT value FROM json_each(?))",
        (model.number, json.dumps(list(ids))),
    ).fetchall()
    found = matrix([row[1] for row in rows], model.dimension).astype(np.float32)
    return {row[0]: vector for row, vector in zip(rows, found, strict=True)}


def matrix(blobs: Sequence[bytes], dimension: int) -> NDArray[np.float16]:
    """Returns stored vectors as rows, float16[len(blobs), dimension]."""
    return np.frombuffer(b"".join(blobs), np.float16).reshape(len(blobs), dimension)
