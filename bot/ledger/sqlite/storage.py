"""The way to a ledger in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ledger.sqlite.database import SqliteDatabase, damage
from index.error_sentences import Told, reason_of
from index.sqlite_files import inspection
from index.system_errors import system_refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class LedgerFile:
    """A file of the data folder.

    Attributes:
        home: Its path.
    """

    def __init__(self, path: Path) -> None:
        self.home = str(path)
        self._path = path

    def is_there(self) -> bool:
        """Return whether there is a file, or what is left of one."""
        return inspection.is_there(self._path)

    def open(self) -> SqliteDatabase:
        """Open the file, make it where there is none, and bring its tables up to date.

        Raises:
            UnavailableError: It cannot be used.
        """
        return SqliteDatabase.open(self._path)

    async def hear(self, told: Callable[[str], None], missed: Callable[[], None]) -> None:
        """Hear nothing: no other process serves over a file."""

    def problem(self) -> Told:
        """Return what is wrong with the file, with the remedy; "" for nothing."""
        try:
            return damage(self._path)
        except OSError as error:
            return system_refusal(error) or Told("{reason}", reason=reason_of(error))
