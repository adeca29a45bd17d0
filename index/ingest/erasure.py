"""Removes posts for good, down to the bytes on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import IndexLocked, RemovalOwed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.engine import Engine
    from index.ingest.indexer import Indexer


def erase(store: Engine, indexer: Indexer, ids: Sequence[str], cache_file: Path) -> None:
    """Removes these posts, unwanted titles, and every trace of them from the files.

    Raises:
        RemovalOwed: The posts are removed, but `finish` is still owed.
    """
    store.owe_erasure()
    indexer.remove(ids)
    indexer.untitle()
    finish_erasure(store, cache_file)


def finish_erasure(store: Engine, cache_file: Path) -> bool:
    """Takes what was forgotten out of the files; returns whether there was anything to do.

    Raises:
        RemovalOwed: Another process still reads the old state; the next call does the rest.
    """
    if not store.owes_erasure:
        return False
    try:
        store.leave_no_trace(cache_file)
    except IndexLocked as error:
        raise RemovalOwed(
            f"the posts are removed, but another process still uses {store.path}: give the same"
            " command again later, to take them out of the files too"
        ) from error
    return True
