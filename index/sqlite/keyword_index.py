"""Looks words up in the full-text index (SQLite's FTS5)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from index.ports import Totals
from index.scope import Scope
from index.sqlite.conditions import audience_key, condition

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

TITLE_WEIGHT: Final = 1.0
"""What a word in the title (or in the post a comment belongs to) counts against one in the text."""


def totals(connection: sqlite3.Connection, audience: frozenset[str] | None) -> Totals:
    """Return how many passages an audience may see, and how many there are."""
    of_all: int = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    if audience is None:
        return Totals(of_all, of_all)
    visible: int = connection.execute(
        "SELECT count(*) FROM passages WHERE audience_key IN (SELECT value FROM json_each(?))",
        (json.dumps([audience_key(each) for each in audience]),),
    ).fetchone()[0]
    return Totals(visible, of_all)


def best_scores(
    connection: sqlite3.Connection,
    weights: Mapping[str, float],
    keys: Sequence[str] | None,
    scope: Scope,
) -> dict[int, float]:
    """Returns the passages that hold any of a word's stems, each with what the best one brings.

    A word and its translations are one word, as rare as all of them together (after the
    probabilistic structured queries of Darwish and Oard, 2003).
    """
    found: dict[int, float] = {}
    for stem, weight in weights.items():
        for passage, score in _scores(connection, stem, keys, scope):
            found[passage] = max(found.get(passage, 0.0), score * weight)
    return found


def _scores(
    connection: sqlite3.Connection, word: str, keys: Sequence[str] | None, scope: Scope
) -> Iterable[tuple[int, float]]:
    """Returns the passages in scope that hold a word, each with FTS5's BM25."""
    query = f"SELECT words.rowid, -bm25(words, {TITLE_WEIGHT}, 1.0, 0.0) FROM words"
    wishes = condition(Scope(None, scope.filters))
    if scope.filters:
        query += " CROSS JOIN passages ON passages.id = words.rowid"
        query += " CROSS JOIN posts ON posts.number = passages.post"
    return connection.execute(
        f"{query} WHERE words MATCH ? AND {wishes.sql}", (_match(word, keys), *wishes.values)
    )


def count_holding(connection: sqlite3.Connection, forms: Collection[str]) -> dict[str, int]:
    """Returns how many passages hold each word."""
    rows = connection.execute(
        "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(forms)),),
    )
    return dict.fromkeys(forms, 0) | dict(rows.fetchall())


def count_holding_within(
    connection: sqlite3.Connection, everywhere: Mapping[str, int], keys: Sequence[str] | None
) -> dict[str, int]:
    """Returns how many passages of these audiences hold each word."""
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    return {
        form: connection.execute(query, (_match(form, keys),)).fetchone()[0] if held else 0
        for form, held in everywhere.items()
    }


def _match(word: str, keys: Sequence[str] | None) -> str:
    found = f"{{title_words text_words}} : {_quoted(word)}"
    if keys is None:
        return found
    return f"{found} AND audience_key : ({' OR '.join(map(_quoted, keys))})"


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'
