"""Removes posts for good, down to the bytes on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import IndexLocked, RemovalOwed
from index.scope import Scope, condition, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.build import Builder
    from index.store import Store


def posts_by(
    store: Store,
    *,
    author: str | None = None,
    source: str | None = None,
    post: str | None = None,
    author_id: str | None = None,
    audience: frozenset[str] | None = None,
) -> list[str]:
    """Returns the ids of an author's posts, of a source's, of an account's, or of one post.

    A name must match whole; case and accents do not count. A blank one matches nothing, least
    of all the posts without an author.
    """
    column, value = "id", post
    if author is not None:
        column, value = "author_key", name_key(author)
    elif source is not None:
        column, value = "source_key", name_key(source)
    elif author_id is not None:
        column, value = "author_id", author_id
    if not value:
        return []
    in_scope = condition(Scope(audience))
    rows = store.connection.execute(
        f"SELECT id FROM posts WHERE {column} = ? AND {in_scope.sql}", (value, *in_scope.values)
    )
    return [row[0] for row in rows]


def accounts_called(
    store: Store, author: str, audience: frozenset[str] | None = None
) -> dict[str, int]:
    """Returns the accounts with posts under this name, with how many, the most first."""
    in_scope = condition(Scope(audience))
    rows = store.connection.execute(
        "SELECT author_id, count(*) FROM posts WHERE author_key = ? AND author_id IS NOT NULL"
        f" AND {in_scope.sql} GROUP BY author_id ORDER BY count(*) DESC, author_id",
        (name_key(author), *in_scope.values),
    )
    return dict(rows.fetchall())


def forget(store: Store, builder: Builder, ids: Sequence[str], cache_file: Path) -> None:
    """Removes these posts, unwanted titles, and every trace of them from the files.

    Raises:
        RemovalOwed: The posts are removed, but `finish` is still owed.
    """
    with store.writing():
        store.connection.execute("INSERT OR REPLACE INTO state VALUES ('forgetting', 'owed')")
    builder.remove(ids)
    builder.untitle()
    finish(store, cache_file)


def finish(store: Store, cache_file: Path) -> bool:
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
