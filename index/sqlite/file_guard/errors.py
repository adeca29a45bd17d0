"""Turn SQLite's errors into those of the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.error_sentences import Told, reason_of
from index.errors import IndexLocked, IndexMismatch
from index.sqlite_files.connection import IN_USE, UNREADABLE, says
from index.sqlite_files.inspection import is_whole
from index.sqlite_files.kind import ForeignFile
from index.system_errors import sqlite_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REMEDY: Final = Told(
    "`pullquote check` says more; put a backup in its place with `pullquote restore`"
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into errors that name the file and the remedy.

    What else reading a damaged file raises is told as damage, too, where SQLite finds some: which
    takes seconds for 100,000 posts, after an error that nobody expected.
    """
    try:
        yield
    except ForeignFile as error:
        raise IndexMismatch(Told("{path} {problem}", path=path, problem=error.sentence)) from error
    except sqlite3.OperationalError as error:
        if says(error, IN_USE):
            raise locked(path) from error
        raise IndexMismatch(_refusal(path, error)) from error
    except sqlite3.DatabaseError as error:
        raise IndexMismatch(
            Told(
                "{path} is damaged or not a database ({reason}): {remedy}",
                path=path,
                reason=reason_of(error),
                remedy=REMEDY,
            )
        ) from error
    except UNREADABLE as error:
        if is_whole(path, with_journal=True) is not False:
            raise
        raise IndexMismatch(
            Told(
                "{path} is damaged (a value is not as it was stored: {kind}): {remedy}",
                path=path,
                kind=type(error).__name__,
                remedy=REMEDY,
            )
        ) from error


def _refusal(path: Path, error: sqlite3.OperationalError) -> Told:
    said = str(error)
    if said.startswith("Could not decode"):  # it names the text, nobody's to see here
        return Told("{path} is damaged (a text is not UTF-8): {remedy}", path=path, remedy=REMEDY)
    if says(error, ("SQLITE_ERROR",)) and said.startswith(("no such table", "no such column")):
        return damaged(path, error, REMEDY)
    return sqlite_refusal(path, error) or Told(
        "{path} cannot be used ({reason}): see that its folder exists and can be written",
        path=path,
        reason=reason_of(error),
    )


def locked(path: Path) -> IndexLocked:
    """Return the error that tells of another process at work."""
    return IndexLocked(Told("another process is using {path}: try again later", path=path))


def damaged(path: Path, error: Exception, remedy: Told) -> Told:
    """Return what is said of a file that an error shows to be damaged."""
    return Told(
        "{path} is damaged ({reason}): {remedy}", path=path, reason=reason_of(error), remedy=remedy
    )
