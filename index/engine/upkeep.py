"""The storage port's part for transactions, imports and erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path


class Transactions(Protocol):
    """A connection of one thread: one write transaction at a time, and renewal."""

    @property
    def place(self) -> str:
        """What the database is called before people: a file, or a database on a server."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Make everything inside one transaction: all of it is stored, or nothing."""

    def reading(self) -> AbstractContextManager[None]:
        """Show everything inside one and the same state, whatever others write meanwhile."""

    def guarded(self) -> AbstractContextManager[None]:
        """Turn what goes wrong inside into errors of the index, with the remedy."""

    def version(self) -> tuple[int, ...]:
        """Return two counters that change with the posts, whoever changes them."""

    def renew(self) -> None:
        """Open what lies there by now: another file, or a connection in place of a lost one.

        The log says so.
        """

    def close(self) -> None:
        """Close the connection; what was written through it stands on the disk by then."""


class ImportSession(Protocol):
    """What one import has met, to be compared with what is stored."""

    def meet(self, posts: Mapping[str, tuple[str, str]]) -> None:
        """Note posts by id, each with its fingerprint and its origin."""

    def met(self, id_: str) -> tuple[str, str] | None:
        """Return the fingerprint and the origin of a post that was met; None for another."""

    def not_met(self, within: Sequence[str], torn: Collection[str]) -> list[str]:
        """Return the stored posts that came from these places and were not met."""

    def audience_of(self, place: str) -> str:
        """Return the one audience that all stored posts of a file or folder have."""


class Upkeep(Protocol):
    """Erasure down to the bytes in the files, words in order, imports, small things to remember."""

    @property
    def owes_erasure(self) -> bool:
        """Whether what was removed is still to be taken out of the files."""

    def owe_erasure(self) -> None:
        """Note that what is removed is to be taken out of the files as well."""

    def leave_no_trace(self, cache_file: Path) -> None:
        """Take what was removed out of the files."""

    def merge_words(self) -> None:
        """Bring what words and vectors are looked up in into order, where a good part is new."""

    def import_session(self) -> ImportSession:
        """Begin an import that has met nothing yet."""

    def noted(self, name: str) -> str | None:
        """Return what was noted under a name; None where nothing was."""

    def note(self, name: str, value: str) -> None:
        """Note something small under a name, in place of what was noted before."""

    def notes(self, beginning: str) -> dict[str, str]:
        """Return what was noted under names that begin like this, in their order."""

    def forget_note(self, name: str) -> None:
        """Delete what was noted under a name."""
