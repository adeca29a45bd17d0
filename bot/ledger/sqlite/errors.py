"""Says what is wrong with the ledger's file, and what helps."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.ledger.database import LedgerNotWritten
from index.error_sentences import Told, reason_of
from index.sqlite_files.connection import DAMAGED, says
from index.system_errors import sqlite_refusal, system_refusal

if TYPE_CHECKING:
    from pathlib import Path

REMEDY: Final = Told(
    "put a backup in its place, or move it away, and what was asked, rated and watched with it"
)


_OF_WRITING: Final = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR")


def unusable(path: Path, error: Exception) -> UnavailableError:
    """Return the error that tells of one of SQLite's or the system's."""
    said = system_refusal(error) if isinstance(error, OSError) else sqlite_refusal(path, error)
    # What is raised by hand (an empty file, a link that leads nowhere) has no name.
    if not said and isinstance(error, sqlite3.DatabaseError) and says(error, DAMAGED):
        said = Told(
            "{path} is damaged ({reason}): {remedy}",
            path=path,
            reason=reason_of(error),
            remedy=REMEDY,
        )
    kind = LedgerNotWritten if said and says(error, _OF_WRITING) else UnavailableError
    return kind(
        said
        or Told(
            "{path} cannot be used ({reason}): see that it can be written, or move it away",
            path=path,
            reason=reason_of(error),
        )
    )
