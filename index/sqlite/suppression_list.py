"""What is never stored again: who was erased, and what was deleted at its source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from index.posts import FOLLOWED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.documents import Batch
    from index.sqlite.store import Store


def suppress(store: Store, *names: str) -> None:
    """Notes of what nothing is ever to be stored again.

    Accounts with the titles that they gave, posts, and the titles of threads; by their ids.
    """
    _note(store, "unwanted", names)


def mark_deleted(store: Store, ids: Collection[str]) -> None:
    """Notes messages that are gone from their channel: no archive is to bring them back."""
    _note(store, "withdrawn", ids)


def deleted_at_source(store: Store, ids: Collection[str]) -> set[str]:
    """Returns those of these messages that are gone from their channel."""
    return names_in(store, "withdrawn", ids)


def readmit(store: Store, batch: Batch) -> None:
    """Takes it that what a channel tells of stands there again."""
    followed = [id_ for id_, (_, origin) in batch.items() if origin == FOLLOWED]
    if deleted_at_source(store, followed):
        with store.writing():
            store.connection.execute(
                "DELETE FROM withdrawn WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(followed),),
            )


def _note(store: Store, table: str, names: Iterable[str]) -> None:
    with store.writing():
        store.connection.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?)", [(name,) for name in names]
        )


def names_in(store: Store, table: str, names: Iterable[str | None]) -> set[str]:
    """Return those of these names that a table lists."""
    rows = store.connection.execute(
        f"SELECT value FROM json_each(?) WHERE value IN {table}", (json.dumps(list(names)),)
    )
    return {row[0] for row in rows}
