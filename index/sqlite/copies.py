"""Copies of the stored posts: made while they are in use, compared, and put in their place."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from index.error_sentences import Told, reason_of
from index.errors import IndexMismatch
from index.sqlite import integrity
from index.sqlite.file_guard.errors import damaged, translated
from index.sqlite.file_guard.stamps import counters, end_of, newest_stamp
from index.sqlite.schema import KIND
from index.sqlite_files import copying, inspection
from index.sqlite_files.connection import IN_USE, UNREADABLE, connect, says
from index.sqlite_files.kind import number
from index.sqlite_files.opening import durable
from index.system_errors import sqlite_refusal, system_refusal

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine.copies import Loss


class PostCopies:
    """How the file of all posts is copied and replaced."""

    def is_there(self, path: Path) -> bool:
        """Return whether there is a file, or what is left of one."""
        return inspection.is_there(path)

    def make(self, path: Path, copy: Path, *, remedy: Told) -> None:
        """Copy the file as it is at one moment, while others use it, and look the copy through.

        Looking through takes some 5 seconds for 100,000 short posts.

        Raises:
            TargetRefused: The copy cannot be written.
            IndexMismatch: The file cannot be copied, or is damaged.
            IndexLocked: Another process writes and does not stop.
        """
        if odd := inspection.nothing_to_read(path, remedy):
            raise IndexMismatch(odd)
        _copied(path, copy, remedy)
        if found := integrity.problem(copy, remedy, called=path):
            raise IndexMismatch(found)

    def foreign(self, path: Path) -> Told:
        """Return why what lies at a path is never replaced: it is a link, or not Pullquote's."""
        return inspection.foreign(path, KIND)

    def loss(self, path: Path, copy: Path) -> Loss:
        """Return what would be lost if a copy took the place of what lies at a path.

        Nothing is lost where the last change of that file is one in the copy's own history, and
        the file is whole: all of it is read.

        Raises:
            IndexMismatch: What lies there cannot be read now.
            IndexLocked: Another process writes and does not stop.
        """
        with translated(path):
            try:
                if (lost := inspection.unopened(path)) or not path.exists():
                    return lost
                with inspection.looking(path) as present, inspection.looking(copy) as then:
                    if integrity.is_damaged(present, path):
                        return "damaged"
                    return "" if _holds(then, present) else "newer"
            except sqlite3.DatabaseError as error:
                if says(error, IN_USE) or sqlite_refusal(path, error):
                    raise
                return "damaged"
            except UNREADABLE:
                return "damaged"

    def left(self, path: Path) -> str:
        """Return the name of a journal whose database is gone; "" where there is none."""
        return inspection.left(path)

    def renew(self, copy: Path) -> None:
        """Bring a copy up to date, under an identity and a stamp of its own.

        Raises:
            IndexMismatch: It cannot be written.
        """
        with (
            translated(copy),
            closing(connect(copy)) as connection,
        ):
            durable(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            KIND.migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "UPDATE state SET value = ? WHERE name = 'identity'", (secrets.token_hex(8),)
            )
            connection.execute(
                "INSERT INTO stamps (stamp, passage, removal) VALUES (?, ?, ?)",
                (secrets.token_hex(8), *counters(connection)),
            )
            connection.execute("COMMIT")

    def release(self, path: Path) -> bool:
        """Make the file whole without a journal; False where somebody else has it open."""
        return not path.exists() or copying.release(path)

    def put_in_place(self, path: Path, copy: Path) -> None:
        """Let a copy take the place of a file that was released, in one step.

        Raises:
            OSError: It cannot be done.
        """
        copying.put_in_place(path, copy)


def _copied(path: Path, copy: Path, remedy: Told) -> None:
    try:
        with translated(path):
            try:
                copying.copy(path, copy)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                raise IndexMismatch(damaged(path, error, remedy)) from error
    except copying.TargetRefused:  # a person knows it by another name
        raise
    except OSError as error:
        unusable = Told("{path} cannot be used ({reason})", path=path, reason=reason_of(error))
        raise IndexMismatch(system_refusal(error, path) or unusable) from error


def _holds(then: sqlite3.Connection, present: sqlite3.Connection) -> bool:
    """Return whether a copy knows the last change of a database, and all before it."""
    numbers = counters(present)
    if number(present, "user_version") < KIND.newest:
        return False  # it has no stamps by which to tell
    changes = [
        connection.execute("SELECT value FROM state WHERE name = 'changed_at'").fetchone() or ("",)
        for connection in (present, then)
    ]
    if changes[0] == ("",) and numbers == (0, 0):
        return True
    end = end_of(then, newest_stamp(present))
    return (
        end is not None
        and numbers[0] <= end[0]
        and numbers[1] <= end[1]
        and (changes[0] <= changes[1])
    )
