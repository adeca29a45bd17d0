"""Looks whether the files in the data folder are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ledger import database
from index.errors import IndexMismatch, IndexMissing

if TYPE_CHECKING:
    from bot.settings.values import Settings
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
    if not storage.is_there():
        raise IndexMissing(f"there are no posts in {storage.home} yet")
    if found := storage.problem():
        raise IndexMismatch(found)
    return storage.statistics()


def ledger_problem(settings: Settings) -> str:
    """Return what is wrong with the ledger, with the remedy; "" for nothing."""
    return database.damage(settings.ledger)


def any_problem(storage: Storage, settings: Settings) -> str:
    """Return what is wrong with any of the files, with the remedy; "" for nothing."""
    return storage.problem() or ledger_problem(settings)
