"""What changed in the stored passages since somebody last looked."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from index.error_sentences import Told
from index.sqlite.file_guard.stamps import counters, end_of, newest_stamp

if TYPE_CHECKING:
    from index.documents import Model


class Version(NamedTuple):
    """A state of what is stored; asking for the present one takes microseconds.

    Passage ids and removal numbers only ever grow under one stamp, and one transaction writes
    both, so that all three tell exactly what a reader has seen of a database.
    """

    database: str
    model: int
    newest_passage: int
    newest_removal: int
    stamp: str


def current_version(connection: sqlite3.Connection, model: Model | None = None) -> Version:
    """Return the present moment, of the vectors of a model or of the passages alone."""
    identity = connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone()
    if identity is None:
        raise sqlite3.DatabaseError(Told("its identity is missing"))
    number = model.number if model else 0
    return Version(identity[0], number, *counters(connection), newest_stamp(connection))


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
