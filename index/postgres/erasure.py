"""Puts the tables in order: what the planner knows, graphs of vectors, and no trace of the removed.

The server writes what is removed over only by and by. So a table is written again, in a new file.
What it cannot reach is the server's own journal (its WAL), its replicas and its backups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.postgres.server.connections import SCHEMA
from index.postgres.server.database import LOCK_SECONDS
from index.postgres.server.errors import translated
from index.postgres.server.schema import TABLES
from index.postgres.vectors import graph
from index.postgres.vectors.embedding_models import EmbeddingModels

if TYPE_CHECKING:
    from pathlib import Path

FEWEST: Final = 1_000
"""So many new passages, and a quarter of all there were, before the tables are put in order
again."""

ORDERED: Final = "words merged up to"


class Erasure(EmbeddingModels):
    """Notes that traces are to go, and removes them."""

    def merge_words(self) -> None:
        """Tell the planner what the tables hold, and build graphs, where much of it is new.

        A graph takes most of it, some 50 seconds of the server's time for 100,000 vectors; others
        read and write meanwhile.
        """
        (newest,) = self.row("SELECT passages FROM numbers")
        before = self.rows("SELECT value FROM state WHERE name = %s", (ORDERED,))
        ordered = int(before[0][0]) if before else 0
        with translated(self.place):
            if newest - ordered >= max(FEWEST, ordered // 4):
                self.change(f"ANALYZE {', '.join(TABLES)}")
                with self.writing(changes_posts=False):
                    self.remember(ORDERED, str(newest))
            self._build_graphs()

    @property
    def owes_erasure(self) -> bool:
        """Whether what was removed is still to be taken out of the files."""
        return bool(self.rows("SELECT 1 FROM state WHERE name = 'forgetting'"))

    def owe_erasure(self) -> None:
        """Note that what is removed is to be taken out of the files as well."""
        with self.writing():
            self.remember("forgetting", "owed")

    def leave_no_trace(self, cache_file: Path) -> None:
        """Take what was removed out of the server's tables.

        Each table is written again, with its indexes; takes time and disk space for one more copy.

        Args:
            cache_file: What an earlier version kept beside a file; taken away if it is there.

        Raises:
            IndexLocked: Another process still reads; it is still owed.
        """
        cache_file.unlink(missing_ok=True)
        with translated(self.place):
            with self.set("lock_timeout", f"{LOCK_SECONDS}s"):
                # Others read while graphs are built, but not while a table is written again.
                for model in self.models():
                    graph.drop(self, model)
                for table in TABLES:
                    self.change(f"VACUUM (FULL, ANALYZE) {SCHEMA}.{table}")
            self._build_graphs()
        with self.writing():
            self.change("DELETE FROM state WHERE name = 'forgetting'")

    def _build_graphs(self) -> None:
        """Build the graphs that are missing of models with many vectors."""
        for model in self.models("is_active OR refines"):
            if not graph.is_built(self, model) and self.embedded(model)[0] > graph.FEW:
                graph.build(self, model)
