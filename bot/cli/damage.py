"""Looks whether the files in the data folder are whole; what is heavy is imported when needed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from index.errors import IndexMismatch

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.statistics import Statistics


def look_at_posts(settings: Settings) -> Statistics:
    """Look through the stored posts without writing anything, and count them.

    Raises:
        IndexingError: There are none, or something is wrong with them.
    """
    from bot.app import open_engine
    from index.sqlite.integrity import problem

    if found := problem(settings.database):
        raise IndexMismatch(found)
    with closing(open_engine(settings.database)) as store:
        return store.statistics()


def in_ledger(settings: Settings) -> str:
    """Return what is wrong with the ledger, with the remedy; "" for nothing."""
    from bot.ledger.database import damage

    return damage(settings.ledger)


def in_any(settings: Settings) -> str:
    """Return what is wrong with any of the files, with the remedy; "" for nothing."""
    from index.sqlite.integrity import problem

    return problem(settings.database) or in_ledger(settings)
