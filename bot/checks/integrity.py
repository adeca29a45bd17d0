"""Looks whether posts and ledger are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from index.error_sentences import Told, reason_of
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
            raise IndexMissing(storage.home)
        if found := storage.problem():
            raise IndexMismatch(found)
        return storage.statistics()
    except OSError as error:
        raise IndexMismatch(_refusal(error)) from error


def ledger_problem(ledger: LedgerStorage) -> Told:
    """Return what is wrong with the ledger, with the remedy; "" for nothing."""
    try:
        return ledger.problem()
    except UnavailableError as error:
        return error.sentence


def any_problem(storage: Storage, ledger: LedgerStorage) -> Told:
    """Return what is wrong with posts or ledger, with the remedy; "" for nothing."""
    return storage.problem() or ledger_problem(ledger)


def _refusal(error: OSError) -> Told:
    return system_refusal(error) or Told("{reason}", reason=reason_of(error))
