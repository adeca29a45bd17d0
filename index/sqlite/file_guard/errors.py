"""Turn SQLite's errors into those of the index."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.error_sentences import Told, reason_of
from index.errors import IndexLocked, IndexMismatch
from index.sqlite_files.kind import ForeignFile
from index.system_errors import sqlite_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REMEDY: Final = Told("`pullquote check` says more; put a backup in its place")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into errors that name the file and the remedy."""
    try:
        yield
    except ForeignFile as error:
        raise IndexMismatch(Told("{path} {problem}", path=path, problem=error.sentence)) from error
    except sqlite3.OperationalError as error:
        name: str = getattr(error, "sqlite_errorname", "")
        if str(error).startswith("Could not decode"):  # it names the text, nobody's to see here
            told = Told(
                "{path} is damaged (a text is not UTF-8): {remedy}", path=path, remedy=REMEDY
            )
            raise IndexMismatch(told) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise locked(path) from error
        if name == "SQLITE_ERROR" and str(error).startswith(("no such table", "no such column")):
            raise IndexMismatch(damaged(path, error, REMEDY)) from error
        if refusal := sqlite_refusal(path, error):
            raise IndexMismatch(refusal) from error
        raise IndexMismatch(
            Told(
                "{path} cannot be used ({reason}): see that its folder exists and can be written",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    except sqlite3.DatabaseError as error:
        raise IndexMismatch(
            Told(
                "{path} is damaged or not a database ({reason}): {remedy}",
                path=path,
                reason=reason_of(error),
                remedy=REMEDY,
            )
        ) from error


def locked(path: Path) -> IndexLocked:
    """Return the error that tells of another process at work."""
    return IndexLocked(Told("another process is using {path}: try again later", path=path))


def damaged(path: Path, error: Exception, remedy: Told) -> Told:
    """Return what is said of a file that an error shows to be damaged."""
    return Told(
        "{path} is damaged ({reason}): {remedy}", path=path, reason=reason_of(error), remedy=remedy
    )
