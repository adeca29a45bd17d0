"""Finds passages by their words (SQLite's FTS5)."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final, NamedTuple

from index.scope import condition
from index.words import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from index.scope import Scope

TITLE_WEIGHT: Final = 1.0
"""What a word in the title (or in the post a comment belongs to) counts against one in the text."""

COMMON: Final = 0.2
"""A word in more than this share of all passages tells nothing, and is costly to look up."""


class Matches(NamedTuple):
    """What the words of a question found.

    Attributes:
        scores: Passage ids with their BM25, best first.
        rarities: What each of the question's telling words can bring at most, words that no
            passage has among them.
    """

    scores: Mapping[int, float]
    rarities: Mapping[str, float]

    @property
    def reach(self) -> float:
        """The most that a passage could score."""
        return sum(self.rarities.values())


def matches(connection: sqlite3.Connection, text: str, scope: Scope, count: int) -> Matches:
    """Returns the passages in scope that share words with the question.

    The cost grows with the passages that hold the question's rarer words; words in more than a
    fifth of all passages are passed over.

    Args:
        connection: The database.
        text: The question; none of it reaches the query unquoted.
        scope: Which posts may be found.
        count: How many passages at most.
    """
    asked = list(dict.fromkeys(words(text)))
    total = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    holding = dict(
        connection.execute(
            "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(asked),),
        )
    )
    telling = [word for word in asked if holding.get(word, 0) <= max(COMMON * total, 3)]
    rarities = {word: _rarity(holding.get(word, 0), total) for word in telling}
    known = [word for word in telling if word in holding]
    if not known:
        return Matches({}, rarities)
    in_scope = condition(scope)
    rows = connection.execute(
        f"SELECT words.rowid, -bm25(words, {TITLE_WEIGHT}, 1.0) AS score FROM words"
        " JOIN passages ON passages.id = words.rowid JOIN posts ON posts.number = passages.post"
        f" WHERE words MATCH ? AND {in_scope.sql} ORDER BY score DESC, words.rowid LIMIT ?",
        (" OR ".join(_quoted(word) for word in known), *in_scope.values, count),
    )
    return Matches(dict(rows.fetchall()), rarities)


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'


def _rarity(holding: int, total: int) -> float:
    # The inverse document frequency of FTS5's bm25(), times the most that repetition can add.
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), 1e-6) * 2.2
