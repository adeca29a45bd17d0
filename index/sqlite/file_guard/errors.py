"""Turn SQLite's errors into those of the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.errors import IndexLocked, IndexMismatch
from index.sqlite_files.connection import IN_USE, UNREADABLE, says
from index.sqlite_files.inspection import is_whole
from index.sqlite_files.kind import ForeignFile
from index.system_errors import sqlite_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REMEDY: Final = "`pullquote check` says more; put a backup in its place with `pullquote restore`"


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into errors that name the file and the remedy.

    What else reading a damaged file raises is told as damage, too, where SQLite finds some: which
    takes seconds for 100,000 posts, after an error that nobody expected.
    """
    try:
        yield
    except ForeignFile as error:
        raise IndexMismatch(f"{path} {error}") from error
    except sqlite3.OperationalError as error:
        if says(error, IN_USE):
            raise locked(path) from error
        raise IndexMismatch(_refusal(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise IndexMismatch(f"{path} is damaged or not a database ({error}): {REMEDY}") from error
    except UNREADABLE as error:
        if is_whole(path, with_journal=True) is not False:
            raise
        kind = type(error).__name__
        said = f"{path} is damaged (a value is not as it was stored: {kind}): {REMEDY}"
        raise IndexMismatch(said) from error


def _refusal(path: Path, error: sqlite3.OperationalError) -> str:
    said = str(error)
    if said.startswith("Could not decode"):  # it names the text, nobody's to see here
        return f"{path} is damaged (a text is not UTF-8): {REMEDY}"
    if says(error, ("SQLITE_ERROR",)) and said.startswith(("no such table", "no such column")):
        return f"{path} is damaged ({said}): {REMEDY}"
    remedy = "see that its folder exists and can be written"
    return sqlite_refusal(path, error) or f"{path} cannot be used ({said}): {remedy}"


def locked(path: Path) -> IndexLocked:
    """Return the error that tells of another process at work."""
    return IndexLocked(f"another process is using {path}: try again later")
