"""The way into an engine: where its database is, whether it is whole, and how it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Engine
    from index.engine.copies import Copies
    from index.statistics import Statistics


class Storage(Protocol):
    """What an engine keeps at a path; the composition root chooses one."""

    @property
    def copies(self) -> Copies:
        """How a database is copied and replaced."""
        ...

    @property
    def remedy(self) -> str:
        """What helps where a database is damaged."""
        ...

    def is_there(self, path: Path) -> bool:
        """Return whether there is a database, or what is left of one."""
        ...

    def open(self, path: Path, *, create: bool = False) -> Engine:
        """Open the database for the calling thread, and bring it up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexingError: It cannot be opened.
        """
        ...

    def problem(self, path: Path) -> str:
        """Return what is wrong with a database, with the remedy; "" for nothing, or for none.

        Reads all of it, and writes nothing.
        """
        ...

    def statistics(self, path: Path) -> Statistics | None:
        """Return what is stored, and change nothing; None where an older version made it.

        Raises:
            IndexingError: It cannot be read.
        """
        ...
