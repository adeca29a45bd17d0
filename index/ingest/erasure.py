"""Removes posts for good, down to the bytes on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import IndexLocked, RemovalOwed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.ingest.indexer import Indexer
    from index.sqlite.store import Store


def erase(store: Store, indexer: Indexer, ids: Sequence[str], cache_file: Path) -> None:
    """Removes these posts, unwanted titles, and every trace of them from the files.

    Raises:
        RemovalOwed: The posts are removed, but `finish` is still owed.
    """
    with store.writing():
        store.connection.execute("INSERT OR REPLACE INTO state VALUES ('forgetting', 'owed')")
    indexer.remove(ids)
    indexer.untitle()
    finish_erasure(store, cache_file)


def finish_erasure(store: Store, cache_file: Path) -> bool:
    """Takes what was forgotten out of the files; returns whether there was anything to do.

    The full-text index is merged so that no deleted word stays in it, the database is rewritten
    without free pages, its journal is emptied, and the cache file goes: the next question makes
    it anew. Takes time and disk space for one more copy.

    Raises:
        RemovalOwed: Another process still reads the old state; the next call does the rest.
    """
    owed = store.connection.execute("SELECT 1 FROM state WHERE name = 'forgetting'").fetchone()
    if not owed:
        return False
    try:
        with store.writing():
            store.connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        cache_file.unlink(missing_ok=True)
        store.compact()
    except IndexLocked as error:
        raise RemovalOwed(
            f"the posts are removed, but another process still uses {store.path}: give the same"
            " command again later, to take them out of the files too"
        ) from error
    with store.writing():
        store.connection.execute("DELETE FROM state WHERE name = 'forgetting'")
    return True
