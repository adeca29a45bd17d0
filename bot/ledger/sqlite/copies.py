"""Copies of the ledger: made while it is in use, compared, and put in its place."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.ledger.sqlite.database import KIND
from index.error_sentences import Told, reason_of
from index.sqlite_files import copying, inspection
from index.sqlite_files.connection import UNREADABLE
from index.system_errors import sqlite_refusal, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.engine.copies import Loss

_NEWEST: Final = """
SELECT coalesce(max(at), '') FROM (
    SELECT max(asked_at) AS at FROM questions
    UNION ALL SELECT max(rated_at) FROM ratings
    UNION ALL SELECT max(taken_at) FROM deliveries
    UNION ALL SELECT max(started_at) FROM jobs
    UNION ALL SELECT max(read_at) FROM channels)
"""


class LedgerCopies:
    """How the ledger's file is copied and replaced."""

    def is_there(self, path: Path) -> bool:
        """Return whether there is a file, or what is left of one."""
        return inspection.is_there(path)

    def make(self, path: Path, copy: Path, *, remedy: Told) -> None:
        """Copy the file as it is at one moment, while others use it, and look the copy through.

        Raises:
            TargetRefused: The copy cannot be written.
            UnavailableError: The file cannot be copied, or is damaged.
        """
        if odd := inspection.nothing_to_read(path, remedy):
            raise UnavailableError(odd)
        with _translated(path, remedy):
            copying.copy(path, copy)
        if found := inspection.damage(copy, KIND, remedy, called=path):
            raise UnavailableError(found)

    def foreign(self, path: Path) -> Told:
        """Return why what lies at a path is never replaced: it is a link, or not Pullquote's."""
        return inspection.foreign(path, KIND)

    def loss(self, path: Path, copy: Path) -> Loss:
        """Return what would be lost if a copy took the place of what lies at a path.

        Raises:
            UnavailableError: What lies there cannot be read now.
        """
        try:
            if (lost := inspection.unopened(path)) or not path.exists():
                return lost
            with inspection.looking(path) as present, inspection.looking(copy) as then:
                if inspection.is_damaged(present, path, KIND):
                    return "damaged"
                return "newer" if _newest(present) > _newest(then) else ""
        except sqlite3.DatabaseError as error:
            if said := sqlite_refusal(path, error):
                raise UnavailableError(said) from error
            return "damaged"
        except UNREADABLE:
            return "damaged"

    def left(self, path: Path) -> str:
        """Return the name of a journal whose database is gone; "" where there is none."""
        return inspection.left(path)

    def renew(self, copy: Path) -> None:
        """Leave a copy as it is: nothing remembers a ledger beside itself."""

    def release(self, path: Path) -> bool:
        """Make the file whole without a journal; False where somebody else has it open."""
        return not path.exists() or copying.release(path)

    def put_in_place(self, path: Path, copy: Path) -> None:
        """Let a copy take the place of a file that was released, in one step.

        Raises:
            OSError: It cannot be done.
        """
        copying.put_in_place(path, copy)


def _newest(connection: sqlite3.Connection) -> str:
    """Return when anything was last asked, rated, taken, started or read, in ISO 8601."""
    newest: str = connection.execute(_NEWEST).fetchone()[0]
    return newest


@contextmanager
def _translated(path: Path, remedy: Told) -> Iterator[None]:
    try:
        yield
    except copying.TargetRefused:  # a person knows it by another name
        raise
    except (OSError, sqlite3.Error) as error:
        # A file that is sound, but cannot be read now, is not to be put away.
        if refused := sqlite_refusal(path, error) or system_refusal(error, path):
            raise UnavailableError(refused) from error
        raise UnavailableError(
            Told(
                "{path} cannot be copied ({reason}): {remedy}",
                path=path,
                reason=reason_of(error),
                remedy=remedy,
            )
        ) from error
