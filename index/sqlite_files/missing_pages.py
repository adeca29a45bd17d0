"""Says whether a database file has all its pages: SQLite takes a page that is cut off for zeros."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from index.error_sentences import NOTHING, Told
from index.sqlite_files.kind import number

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

LOCKED_BYTE: Final = 2**30
"""The page that holds this byte is never written."""

HEADER: Final = struct.Struct(">8xI4x8s8x")
"""A journal's: the size of a page, and the salt that its frames bear."""

FRAME: Final = struct.Struct(">I4x8s8x")
"""What stands before each page in a journal: its number, and the salt."""


def missing_pages(connection: sqlite3.Connection, path: Path) -> Told:
    """Return how many pages stand neither in the file nor in its journal; "" for none.

    It costs some tens of microseconds, and where the file ends before the database does, which
    a journal that was not yet brought into it explains, about a microsecond for each page there.

    Args:
        connection: The database, outside a transaction.
        path: Its file.

    Raises:
        sqlite3.Error: The file cannot be read, or is shorter than SQLite itself bears.
        OSError: It, or its journal, cannot be looked at.
    """
    # Inside, the pages of this state stay where they are: in the journal, or by then in the file.
    connection.execute("BEGIN")
    try:
        pages, size = number(connection, "page_count"), number(connection, "page_size")
        # SQLite follows a link, and has the journal beside what it leads to.
        file = path.resolve()
        whole = file.stat().st_size // size
        if whole >= pages:
            return NOTHING
        missing = set(range(whole + 1, pages + 1)) - {LOCKED_BYTE // size + 1}
        missing.difference_update(_journal(file.with_name(f"{file.name}-wal")))
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")
    if not missing:
        return NOTHING
    if len(missing) == 1:
        return Told("1 of its {pages:,} pages is not in the file", pages=pages)
    return Told(
        "{count:,} of its {pages:,} pages are not in the file", count=len(missing), pages=pages
    )


def _journal(path: Path) -> Iterator[int]:
    """Yield the numbers of the pages that stand in a journal."""
    try:
        with path.open("rb") as file:
            yield from _numbers(file)
    except FileNotFoundError:
        return


def _numbers(file: BinaryIO) -> Iterator[int]:
    head = file.read(HEADER.size)
    if len(head) < HEADER.size:
        return
    size, salt = HEADER.unpack(head)
    while len(frame := file.read(FRAME.size)) == FRAME.size:
        page, own = FRAME.unpack(frame)
        if own != salt:  # what is left of a former journal
            return
        yield page
        file.seek(size, 1)
