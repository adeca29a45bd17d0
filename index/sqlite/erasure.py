"""Takes what was removed out of the files, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.sqlite.database import Database

if TYPE_CHECKING:
    from pathlib import Path


class Erasure(Database):
    """Notes that traces are to go, and removes them."""

    @property
    def owes_erasure(self) -> bool:
        """Whether what was removed is still to be taken out of the files."""
        query = "SELECT 1 FROM state WHERE name = 'forgetting'"
        return self.connection.execute(query).fetchone() is not None

    def owe_erasure(self) -> None:
        """Note that what is removed is to be taken out of the files as well."""
        with self.writing():
            self.connection.execute("INSERT OR REPLACE INTO state VALUES ('forgetting', 'owed')")

    def leave_no_trace(self, cache_file: Path) -> None:
        """Take what was removed out of the files.

        The full-text index is merged so that no deleted word stays in it, the database is
        rewritten without free pages, its journal is emptied, and the copy of the vectors that an
        earlier version kept in a file goes. Takes time and disk space for one more copy.

        Raises:
            IndexLocked: Another process still reads the old state; it is still owed.
        """
        with self.writing():
            self.connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        cache_file.unlink(missing_ok=True)
        self.compact()
        with self.writing():
            self.connection.execute("DELETE FROM state WHERE name = 'forgetting'")
