"""Puts the files in order: words in one piece, and no trace of what was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.private_files import remove_former, remove_left
from index.sqlite.database import Database
from index.sqlite.file_guard.overwriting import aside
from index.sqlite.file_guard.stamps import counters

if TYPE_CHECKING:
    from pathlib import Path


FEWEST: Final = 1_000
"""So many new passages, and a quarter of all there were, before the words are merged again: each
passage is then merged a few times at most, however many there will be."""

MERGED: Final = "words merged up to"


class Erasure(Database):
    """Merges words; notes that traces are to go, and removes them."""

    def merge_words(self) -> None:
        """Bring the full-text index into one piece, where a good part of it is new.

        Each transaction leaves a piece of its own, and a word of a question is looked for in each
        of them, one that nobody ever wrote as well. Costs a microsecond a passage.
        """
        query = "SELECT value FROM state WHERE name = ?"
        row = self.connection.execute(query, (MERGED,)).fetchone()
        merged = int(row[0]) if row else 0
        if counters(self.connection)[0] - merged >= max(FEWEST, merged // 4):
            with self.writing(changes_posts=False):
                self._merge_words()

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
        earlier version kept in a file goes, as does what a kill left of any file on its way, and a
        journal that was put aside. Takes time, and disk space for one more copy.

        Raises:
            IndexLocked: Another process still reads the old state; it is still owed.
        """
        with self.writing():
            self._merge_words()
        remove_former(cache_file)
        remove_left(self.path)
        aside(self.path).unlink(missing_ok=True)
        self.compact()
        with self.writing():
            self.connection.execute("DELETE FROM state WHERE name = 'forgetting'")

    def _merge_words(self) -> None:
        self.connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        newest = counters(self.connection)[0]
        self.connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (MERGED, str(newest)))
