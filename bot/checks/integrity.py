"""Looks whether posts and ledger are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from index.errors import IndexMismatch, IndexMissing
from index.system_errors import system_refusal

if TYPE_CHECKING:
    from bot.ledger.database import LedgerStorage
    from index.engine.storage import Storage
    from index.statistics import Statistics


def inspect_posts(storage: Storage) -> Statistics | None:
    """Look through the stored posts without writing anything, and count them.

    Returns:
        The counts; None where an older version made the database, which is sound.

    Raises:
        IndexMissing: There are no posts.
        IndexingError: Something is wrong with them.
    """
    try:
        if not storage.is_there():
            raise IndexMissing(f"there are no posts in {storage.home} yet")
        if found := storage.problem():
            raise IndexMismatch(found)
        return storage.statistics()
    except OSError as error:
        raise IndexMismatch(system_refusal(error) or str(error)) from error


def ledger_problem(ledger: LedgerStorage) -> str:
    """Return what is wrong with the ledger, with the remedy; "" for nothing."""
    try:
        return ledger.problem()
    except UnavailableError as error:
        return str(error)


def any_problem(storage: Storage, ledger: LedgerStorage) -> str:
    """Return what is wrong with posts or ledger, with the remedy; "" for nothing."""
    return storage.problem() or ledger_problem(ledger)
