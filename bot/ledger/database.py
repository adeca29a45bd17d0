"""What keeps the ledger: a port to a file, or to a database on a server.

All statements are SQL that SQLite (3.35 or newer) and PostgreSQL (15 or newer) run alike, with `?`
for each value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from bot.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from contextlib import AbstractContextManager

    from index.error_sentences import Told


class LedgerNotWritten(UnavailableError):
    """The ledger can at most be read: rights, or room, are missing."""


class Database(Protocol):
    """The tables of `bot/ledger/schema.py`; all threads of a process may use it.

    Attributes:
        home: What it is called before people.
        now: An expression of its SQL: the seconds since 1970 by its own clock.
    """

    home: str
    now: ClassVar[str]

    def away(self) -> Told | None:
        """Return why its server cannot be reached; None where it can, as far as is known.

        While it cannot, every call fails at once.
        """
        ...

    def close(self) -> None:
        """Give up whatever is open."""
        ...

    def hastily(self) -> AbstractContextManager[None]:
        """Let what is written inside wait for no disk, where a power cut may undo it."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Make everything inside one transaction; inside of another, a part of that.

        One process is inside at a time, so that what it reads first still holds when it writes.

        Raises:
            UnavailableError: Nothing can be written.
        """
        ...

    def reading(self) -> AbstractContextManager[None]:
        """Show everything inside as it is at one moment, whatever others write meanwhile.

        Raises:
            UnavailableError: Nothing can be read.
        """
        ...

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query, or of a statement that returns some.

        Raises:
            UnavailableError: The database cannot be used.
        """
        ...

    def run(self, statement: str, *values: object) -> int:
        """Run a statement, and return how many rows it changed.

        Raises:
            UnavailableError: The database cannot be used.
        """
        ...

    def tell(self, text: str) -> None:
        """Tell all processes that hear something (8,000 bytes at most), where there are others.

        Raises:
            UnavailableError: The database cannot be used.
        """
        ...

    def among(self, column: str, texts: Collection[str]) -> tuple[str, object]:
        """Return the condition that a column holds one of these texts, and what is bound to it."""
        ...

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns."""
        ...

    def compact(self) -> None:
        """Take what was deleted out of the bytes on the disk.

        Raises:
            LedgerBusy: Another process reads or writes just now; what was deleted may
                still be in the bytes.
        """
        ...

    def empty_log(self) -> None:
        """Take what was deleted out of a log that a file has beside it, where that is easy."""
        ...


class LedgerStorage(Protocol):
    """Where a ledger is, or would be.

    Attributes:
        home: What it is called before people.
    """

    home: str

    def is_there(self) -> bool:
        """Return whether there is one.

        Raises:
            UnavailableError: It cannot be told.
        """
        ...

    def open(self) -> Database:
        """Open it, make it where there is none, and bring its tables up to date.

        Raises:
            UnavailableError: It cannot be used.
        """
        ...

    async def hear(self, told: Callable[[str], None], missed: Callable[[], None]) -> None:
        """Hear what processes tell, until cancelled; it ends where there can be no others.

        Args:
            told: Hears each text.
            missed: Hears that something may have been missed: once it hears again.
        """
        ...

    def problem(self) -> Told:
        """Return what is wrong with it, with the remedy; "" for nothing, or where there is none.

        Raises:
            UnavailableError: It cannot be told.
        """
        ...


def upsert(table: str, key: str, columns: str) -> str:
    """Return the statement that writes a row, over the one with the same key if there is one.

    Args:
        table: The table.
        key: The columns of its key, with commas between them.
        columns: The other columns, in the same way; the values follow both.
    """
    keys, others = key.split(", "), columns.split(", ")
    marks = ", ".join("?" * len(keys + others))
    changes = ", ".join(f"{each} = excluded.{each}" for each in others)
    return (
        f"INSERT INTO {table} ({key}, {columns}) VALUES ({marks})"
        f" ON CONFLICT ({key}) DO UPDATE SET {changes}"
    )
