"""The port for copies of a database: made while it is in use, compared, and put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from index.error_sentences import Told

Loss = Literal["", "newer", "damaged", "unreadable", "left"]
"""What would be lost if a copy took a database's place: nothing, what is newer, or unknown: of one
that is damaged and can be opened, of one that cannot be, and of a journal without its database."""


class Copies(Protocol):
    """How one kind of database is copied and replaced."""

    def is_there(self, path: Path) -> bool:
        """Return whether there is a database, or what is left of one."""
        ...

    def make(self, path: Path, copy: Path, *, remedy: Told) -> None:
        """Copy a database as it is at one moment, while others use it, and look the copy through.

        Args:
            path: The database.
            copy: A file that does not exist yet.
            remedy: What helps where the database turns out to be damaged.

        Raises:
            OSError: The copy cannot be written.
            IndexingError: The database cannot be copied, or is damaged (posts).
            UnavailableError: The same (the ledger).
        """
        ...

    def foreign(self, path: Path) -> Told:
        """Return why what lies at a path is never replaced: it is a link, or not Pullquote's."""
        ...

    def loss(self, path: Path, copy: Path) -> Loss:
        """Return what would be lost if a copy took the place of what lies at a path.

        Raises:
            IndexingError: What lies there cannot be read now (posts).
            UnavailableError: The same (the ledger).
        """
        ...

    def left(self, path: Path) -> str:
        """Return the name of a journal whose database is gone; "" where there is none."""
        ...

    def renew(self, copy: Path) -> None:
        """Bring a copy up to date, so that nobody takes it for a database they remember.

        Raises:
            IndexingError: It cannot be written (posts).
            UnavailableError: The same (the ledger).
        """
        ...

    def release(self, path: Path) -> bool:
        """Make a database whole without a journal; False where somebody else has it open."""
        ...

    def put_in_place(self, path: Path, copy: Path) -> None:
        """Let a copy take the place of a database that was released, in one step.

        Raises:
            OSError: It cannot be done.
        """
        ...
