"""Tell the histories of a database apart, where a copy of it was put back and went on otherwise.

Passage ids and removal numbers are given out again after a copy was put back or a power cut took
the last transactions. What was remembered before (a cache, the memory of a running process) would
then seem to be of the present file, and a private post be taken for the public one that had its
number. So every connection that changes posts begins a random stamp, with the numbers at which it
began; under one stamp numbers are given out once.
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import Final, NamedTuple

from index.error_sentences import Told

KEPT: Final = 1_000
"""So many stamps are kept; what was remembered under an older one is read again."""


class Left(NamedTuple):
    """The state in which a connection left the database: its own stamp, and the numbers."""

    stamp: str
    counters: tuple[int, int]


def counters(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the newest passage and the newest removal: one of them grows with every change."""
    newest = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    found = newest.get("passages", 0), newest.get("removals", 0)
    if not all(isinstance(each, int) for each in found):  # only these tables are not strict
        raise sqlite3.DatabaseError(Told("its numbers are none"))
    return found


def newest_stamp(connection: sqlite3.Connection) -> str:
    """Return the stamp of the last change."""
    query = "SELECT stamp FROM stamps ORDER BY sequence DESC LIMIT 1"
    newest = connection.execute(query).fetchone()
    if newest is None:
        raise sqlite3.DatabaseError(Told("its stamps are missing"))
    stamp: str = newest[0]
    return stamp


def end_of(connection: sqlite3.Connection, stamp: str) -> tuple[int, int] | None:
    """Return the numbers that a stamp reached, or None for one that is not of this history."""
    found = connection.execute("SELECT sequence FROM stamps WHERE stamp = ?", (stamp,)).fetchone()
    if found is None:
        return None
    query = "SELECT passage, removal FROM stamps WHERE sequence > ? ORDER BY sequence LIMIT 1"
    return connection.execute(query, found).fetchone() or counters(connection)


def stamped(
    connection: sqlite3.Connection, before: tuple[int, int], left: Left | None
) -> Left | None:
    """Begin a stamp at the end of a transaction, unless the writer's last one goes on.

    It only goes on where the database is exactly as this connection left it: after another
    writer, and after anything else that happened to the file, a new one begins.

    Args:
        connection: The database, in the transaction.
        before: Its numbers at the beginning of the transaction.
        left: How this connection left it last; None before that.

    Returns:
        How this connection leaves it.
    """
    after = counters(connection)
    if after == before:
        return left
    if left is not None and left == (newest_stamp(connection), before):
        return Left(left.stamp, after)
    stamp = secrets.token_hex(8)
    connection.execute(
        "INSERT INTO stamps (stamp, passage, removal) VALUES (?, ?, ?)", (stamp, *before)
    )
    connection.execute(
        "DELETE FROM stamps WHERE sequence <= (SELECT max(sequence) FROM stamps) - ?", (KEPT,)
    )
    return Left(stamp, after)
