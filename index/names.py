"""Completes the names that a filter may hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal

from index.scope import Filters, Scope, came_from, condition
from index.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.posts import Post
    from index.store import Store

Named = Literal["author", "source"]

MOST: Final = 25
"""How many names are offered."""


def names(store: Store, what: Named, typed: str, audience: frozenset[str] | None) -> list[str]:
    """Returns the names with these beginnings of words, the most frequent first.

    Only posts that the audience may see are counted. Costs one pass over an index that holds
    the names and audiences alone: some 0.1 microseconds a post.

    Args:
        store: The database.
        what: Names of authors or of sources.
        typed: What was typed so far; nothing is everything.
        audience: The labels that the asker may see; None is everything.
    """
    in_scope = condition(Scope(audience, Filters()))
    beginnings = "".join(f" AND instr({what}_key, ?)" for _ in words(typed))
    rows = store.connection.execute(
        f"SELECT max({what}) FROM posts WHERE {in_scope.sql} AND {what}_key <> ''{beginnings}"
        f" GROUP BY {what}_key ORDER BY count(*) DESC, {what}_key LIMIT {MOST}",
        (*in_scope.values, *(f" {word}" for word in words(typed))),
    )
    return [row[0] for row in rows]


def ids_under(store: Store, beginning: str, first: str = "") -> list[str]:
    """Returns the ids that begin like this, from the index of ids.

    Args:
        store: The database.
        beginning: How they begin.
        first: What goes on after that in the first of them, in the order of their letters.
    """
    rows = store.connection.execute(
        "SELECT id FROM posts WHERE id >= ?1 || ?2 AND id < ?1 || char(1114111)",
        (beginning, first),
    )
    return [row[0] for row in rows]


def ids_outside(
    store: Store, audience: frozenset[str], beginning: str, places: Collection[str]
) -> list[str]:
    """Returns the ids that begin like this, of posts with one of these labels, in other places.

    A place is what stands before the last slash of an id. Costs one lookup for each post of the
    audience, and memory only for what is returned.
    """
    in_scope = condition(Scope(audience, Filters()))
    rows = store.connection.execute(
        f"SELECT id FROM posts WHERE {in_scope.sql} AND id >= ? AND id < ? || char(1114111)",
        (*in_scope.values, beginning, beginning),
    )
    return [id_ for (id_,) in rows if id_.rpartition("/")[0] not in places]


def holds_any_of(store: Store, places: Sequence[str]) -> bool:
    """Says whether posts of one of these files and folders are stored; costs one lookup each."""
    row = store.connection.execute(
        "SELECT 1 FROM json_each(?) AS place CROSS JOIN posts"
        f" ON {came_from('place.value')} LIMIT 1",
        (json.dumps(list(places)),),
    ).fetchone()
    return row is not None


def audiences(store: Store) -> list[str]:
    """Returns the labels that stored posts have; costs a lookup for each of them."""
    rows = store.connection.execute(
        "WITH RECURSIVE labels (label) AS (SELECT min(audience) FROM posts UNION ALL"
        " SELECT (SELECT min(audience) FROM posts WHERE audience > label) FROM labels"
        " WHERE label IS NOT NULL) SELECT label FROM labels WHERE label IS NOT NULL"
    )
    return [row[0] for row in rows]


def newest(store: Store, audience: frozenset[str], most: int) -> list[Post]:
    """Returns the newest posts that the audience may see, comments left out, the newest first.

    Costs a lookup for each label, and the reading of so many posts of it.
    """
    query = (
        "SELECT posted_at, id FROM posts WHERE audience = ? AND parent_id IS NULL"
        " ORDER BY posted_at DESC LIMIT ?"
    )
    rows = [row for label in audience for row in store.connection.execute(query, (label, most))]
    ids = [id_ for _, id_ in sorted(rows, key=lambda row: row[0] or "", reverse=True)[:most]]
    posts = store.posts(ids)
    return [posts[id_] for id_ in ids]


def newest_by(
    store: Store, author_id: str, audience: frozenset[str] | None, most: int
) -> list[Post]:
    """Returns the newest posts of an account that the audience may see, the newest first."""
    in_scope = condition(Scope(audience, Filters()))
    rows = store.connection.execute(
        f"SELECT id FROM posts WHERE author_id = ? AND {in_scope.sql}"
        " ORDER BY posted_at DESC LIMIT ?",
        (author_id, *in_scope.values, most),
    )
    ids = [row[0] for row in rows]
    posts = store.posts(ids)
    return [posts[id_] for id_ in ids]
