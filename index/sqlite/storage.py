"""The embedded engine's way in: opens a database file, and looks through one that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.sqlite import integrity
from index.sqlite.copies import PostCopies
from index.sqlite.store import Store
from index.sqlite_files import inspection

if TYPE_CHECKING:
    from pathlib import Path

    from index.clock import Clock
    from index.error_sentences import Told
    from index.statistics import Statistics


class SqliteStorage:
    """One SQLite file for all posts.

    Args:
        path: The file.
        clock: Tells when posts were changed.

    Attributes:
        home: The file's folder.
        copies: How the file is copied and replaced.
        remedy: What helps where the file is damaged.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self.home: Final = str(path.parent)
        self.copies: Final = PostCopies()
        self.remedy: Final = integrity.REMEDY

    def is_there(self) -> bool:
        """Return whether there is a file, or what is left of one."""
        return inspection.is_there(self._path)

    def open(self, *, create: bool = False) -> Store:
        """Open the file for the calling thread, and bring its tables up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexMismatch: It is damaged, a newer version's, or another program's.
            IndexLocked: Another process writes and does not stop.
        """
        return Store.open(self._path, create=create, clock=self._clock)

    def problem(self) -> Told:
        """Return what is wrong with the stored posts, with the remedy; "" for nothing."""
        return integrity.problem(self._path, opened=integrity.SALVAGE)

    def statistics(self) -> Statistics | None:
        """Return what is stored, and change nothing; None where an older version made the file.

        Raises:
            IndexLocked: Another process writes and does not stop.
            IndexMismatch: The file cannot be read.
        """
        return integrity.statistics(self._path, self._clock)
