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
    from index.statistics import Statistics


class SqliteStorage:
    """One SQLite file for all posts.

    Attributes:
        clock: Tells when posts were changed.
        copies: How the file is copied and replaced.
        remedy: What helps where the file is damaged.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.copies: Final = PostCopies()
        self.remedy: Final = integrity.REMEDY

    def is_there(self, path: Path) -> bool:
        """Return whether there is a file, or what is left of one."""
        return inspection.is_there(path)

    def open(self, path: Path, *, create: bool = False) -> Store:
        """Open the file for the calling thread, and bring its tables up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexMismatch: It is damaged, a newer version's, or another program's.
            IndexLocked: Another process writes and does not stop.
        """
        return Store.open(path, create=create, clock=self.clock)

    def problem(self, path: Path) -> str:
        """Return what is wrong with the stored posts, with the remedy; "" for nothing."""
        return integrity.problem(path)

    def statistics(self, path: Path) -> Statistics | None:
        """Return what is stored, and change nothing; None where an older version made the file.

        Raises:
            IndexLocked: Another process writes and does not stop.
            IndexMismatch: The file cannot be read.
        """
        return integrity.statistics(path, self.clock)
