"""Tell whether the journal beside a database was begun on the content that the database has.

After a kill the journal stays. SQLite applies it to whatever file lies beside it: to a copy that
was put in the place of the file as well, and makes a mixture of the two. So every transaction
leaves a random mark, with the one that it followed. The first mark in a journal follows the one
in the file, as far as no checkpoint took the file further: then that one stands in the journal.
"""

from __future__ import annotations

import mmap
import re
import secrets
import sqlite3
import struct
from bisect import bisect_left
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from index.error_sentences import Told
from index.sqlite_files.connection import AS_IT_LIES, UNREADABLE, connect, says
from index.sqlite_files.missing_pages import FRAME, HEADER

if TYPE_CHECKING:
    from pathlib import Path

SAID: Final = Told("the -wal file beside it was begun on another content than this")

_MARK: Final = re.compile(r"([0-9a-f]+)=([0-9a-f]{16})<([0-9a-f]*)>")


_SUM: Final = struct.Struct(">II")
_WORD: Final = 2**32 - 1


class _Mark(NamedTuple):
    """What the last transaction left: "" where it left nothing, or not under this identity.

    The identity is known to nobody, so that no text that people wrote is taken for a mark.
    """

    identity: str
    own: str


def leave_mark(connection: sqlite3.Connection) -> None:
    """Mark the transaction that the connection is in."""
    identity, before = _mark(connection)
    connection.execute(
        "INSERT OR REPLACE INTO state VALUES ('mark', ?)",
        (f"{identity}={secrets.token_hex(8)}<{before}>",),
    )


def must_be_its_own(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database beside a journal that was begun on another state of it.

    It costs some microseconds without a journal. Else the file is looked at by itself, some
    tenths of a millisecond, and the journal read until a mark is found. A doubt is looked at
    again while nobody else writes, and that can only be where the file may be written.

    Args:
        connection: The database, outside a transaction.
        path: Its file.

    Raises:
        sqlite3.Error: The journal is not its own; or somebody else writes and does not stop.
    """
    if not _is_doubtful(connection, path):
        return
    # Only who writes begins a journal anew; a checkpoint beside this takes the file further in it.
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if says(error, ("SQLITE_READONLY",)):
            return
        raise
    try:
        if _is_doubtful(connection, path):
            raise sqlite3.DatabaseError(SAID)
    finally:
        connection.execute("ROLLBACK")


def _is_doubtful(connection: sqlite3.Connection, path: Path) -> bool:
    """Return whether the file and its journal do not look as if they belonged together."""
    file = path.resolve()  # as SQLite does
    try:
        with (
            file.with_name(f"{file.name}-wal").open("rb") as opened,
            mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as journal,
        ):
            return _is_of_another(journal, _mark_in_file(path), connection)
    except (OSError, ValueError):  # there is none, or it is empty
        return False


def _is_of_another(
    journal: mmap.mmap, in_file: _Mark | None, connection: sqlite3.Connection
) -> bool:
    end = _end(journal)
    if in_file is None or not end:
        return False
    if _mark(connection).identity != in_file.identity:
        return True
    begins = f"{in_file.identity}=".encode()
    marks = re.compile(begins + rb"[0-9a-f]{16}<([0-9a-f]*)>").finditer(journal, 0, end)
    first = next((each for each in marks if _is_written(journal, each.start())), None)
    if first is None or not in_file.own:
        return False
    own = in_file.own.encode()
    return own != first[1] and journal.find(begins + own + b"<", 0, end) < 0


def _is_written(journal: mmap.mmap, at: int) -> bool:
    """Return whether the frame around a place is whole: a kill may leave one of two journals.

    SQLite writes what stands before a page, then the page. Until then one of the former journal
    stands there.
    """
    size, salt = HEADER.unpack_from(journal)
    step = FRAME.size + size
    begin = at - (at - HEADER.size) % step
    if begin + step > len(journal) or FRAME.unpack_from(journal, begin)[1] != salt:
        return False
    # The sum goes on from that of the frame before, or of the journal's beginning.
    before = begin if begin == HEADER.size else begin - size
    one, two = _SUM.unpack_from(journal, before - _SUM.size)
    order = ">" if journal[3] & 1 else "<"
    summed = journal[begin : begin + 8] + journal[begin + FRAME.size : begin + step]
    for odd, even in struct.iter_unpack(f"{order}II", summed):
        one = (one + odd + two) & _WORD
        two = (two + even + one) & _WORD
    return (one, two) == _SUM.unpack_from(journal, begin + FRAME.size - _SUM.size)


def _end(journal: mmap.mmap) -> int:
    """Return where the frames of a journal end; behind them stand those of a former one."""
    if len(journal) < HEADER.size:
        return 0
    size, salt = HEADER.unpack_from(journal)
    step = FRAME.size + size
    places = range(HEADER.size, len(journal) - FRAME.size + 1, step)
    count = bisect_left(places, True, key=lambda at: FRAME.unpack_from(journal, at)[1] != salt)
    return min(HEADER.size + count * step, len(journal)) if count else 0


def _mark_in_file(path: Path) -> _Mark | None:
    """Return the mark in the file itself, whatever stands in the journal; None where unknown.

    In a file that a checkpoint took only half of the way, it is not always found.
    """
    with (
        suppress(sqlite3.Error, *UNREADABLE),
        closing(connect(path, AS_IT_LIES)) as connection,
    ):
        return _mark(connection)
    return None


def _mark(connection: sqlite3.Connection) -> _Mark:
    rows = connection.execute("SELECT name, value FROM state WHERE name IN ('identity', 'mark')")
    values = dict(rows.fetchall())
    if "identity" not in values:
        raise sqlite3.DatabaseError(Told("its identity is missing"))
    found = _MARK.fullmatch(values.get("mark", ""))
    is_own = found is not None and found[1] == values["identity"]
    return _Mark(values["identity"], found[2] if found and is_own else "")
