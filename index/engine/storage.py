"""The way into an engine: where its database is, whether it is whole, and how it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from index.engine import Engine
    from index.engine.copies import Copies
    from index.error_sentences import Told
    from index.statistics import Statistics


POSTS_CHANGED: Final = "posts"
"""What a server tells all processes that hear it, whenever posts were stored or removed."""


class Storage(Protocol):
    """One database of an engine; the composition root chooses which."""

    @property
    def home(self) -> str:
        """Where the posts are, as it is said to people: a folder, or a database on a server."""
        ...

    def is_there(self) -> bool:
        """Return whether there is a database, or what is left of one."""
        ...

    def open(self, *, create: bool = False) -> Engine:
        """Open the database for the calling thread, and bring it up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexingError: It cannot be opened.
        """
        ...

    def problem(self) -> Told:
        """Return what is wrong with a database, with the remedy; "" for nothing, or for none.

        Reads all of it, and writes nothing.
        """
        ...

    def statistics(self) -> Statistics | None:
        """Return what is stored, and change nothing; None where an older version made it.

        Raises:
            IndexingError: It cannot be read.
        """
        ...


class FileStorage(Storage, Protocol):
    """A database that is a file, which Pullquote itself can copy and replace."""

    @property
    def copies(self) -> Copies:
        """How the file is copied and replaced."""
        ...

    @property
    def remedy(self) -> Told:
        """What helps where the file is damaged."""
        ...
