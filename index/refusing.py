"""What is not stored, whatever brings it: who was forgotten, what was taken back, an older state.

Each call costs a query by primary keys for a batch, however much is refused in all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from index.posts import FOLLOWED
from index.titles import place_of, untitled, unwanted_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from index.posts import Post
    from index.store import Store

    Batch = Mapping[str, tuple[Post, str]]
    """Posts by id, each with its origin."""


def refuse_for_good(store: Store, *names: str) -> None:
    """Notes of what nothing is ever to be stored again.

    Accounts with the titles that they gave, posts, and the titles of threads; by their ids.
    """
    _note(store, "unwanted", names)


def withdraw(store: Store, ids: Collection[str]) -> None:
    """Notes messages that are gone from their channel: no archive is to bring them back."""
    _note(store, "withdrawn", ids)


def withdrawn(store: Store, ids: Collection[str]) -> set[str]:
    """Returns those of these messages that are gone from their channel."""
    return _among(store, "withdrawn", ids)


def readmit(store: Store, batch: Batch) -> None:
    """Takes it that what a channel tells of stands there again."""
    followed = [id_ for id_, (_, origin) in batch.items() if origin == FOLLOWED]
    if withdrawn(store, followed):
        with store.writing():
            store.connection.execute(
                "DELETE FROM withdrawn WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(followed),),
            )


def not_refused(store: Store, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Returns those posts of a batch that may be stored, without titles that may not."""
    accounts = {name for post, _ in batch.values() for name in (post.author_id, post.titled_by)}
    places = {place_of(id_) for id_ in batch}
    unwanted = _among(store, "unwanted", accounts.union(batch, places))
    untitled_places = unwanted | unwanted_places(store, places)
    archived = [id_ for id_, (_, origin) in batch.items() if origin != FOLLOWED]
    refused = unwanted | withdrawn(store, archived)
    return {
        id_: (untitled(post, untitled_places), origin)
        for id_, (post, origin) in batch.items()
        if id_ not in refused and post.author_id not in unwanted
    }


def not_outdated(store: Store, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Returns those posts of a batch that do not come from a file while a channel tells of them."""
    known = store.known(batch)
    return {
        id_: (post, origin)
        for id_, (post, origin) in batch.items()
        if origin == FOLLOWED or id_ not in known or known[id_].origin != FOLLOWED
    }


def _note(store: Store, table: str, names: Iterable[str]) -> None:
    with store.writing():
        store.connection.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?)", [(name,) for name in names]
        )


def _among(store: Store, table: str, names: Iterable[str | None]) -> set[str]:
    rows = store.connection.execute(
        f"SELECT value FROM json_each(?) WHERE value IN {table}", (json.dumps(list(names)),)
    )
    return {row[0] for row in rows}
