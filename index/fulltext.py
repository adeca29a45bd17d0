"""Finds passages by their words (SQLite's FTS5)."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final, NamedTuple

from index.language import language_of
from index.scope import condition
from index.words import stems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from index.language import Language
    from index.scope import Scope

TITLE_WEIGHT: Final = 1.0
"""What a word in the title (or in the post a comment belongs to) counts against one in the text."""

COMMON: Final = 0.2
"""A word in more than this share of all passages tells nothing."""

AFFORDED: Final = 10_000
"""Word matches that one question may cost: its rarest words come first, one at least."""


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

    The cost is bounded: the question's rarest words are looked up, as many as match 10,000
    times together; a word in more than a fifth of all passages is passed over.

    Args:
        connection: The database.
        text: The question; none of it reaches the query unquoted.
        scope: Which posts may be found.
        count: How many passages at most.
    """
    total = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    telling = _affordable(_held(connection, text), total)
    rarities = {word: _rarity(held, total) for word, held in telling.items()}
    known = [word for word, held in telling.items() if held]
    if not known:
        return Matches({}, rarities)
    in_scope = condition(scope)
    query = f"SELECT words.rowid, -bm25(words, {TITLE_WEIGHT}, 1.0) AS score FROM words"
    if not in_scope.is_everything:
        query += " JOIN passages ON passages.id = words.rowid"
        query += " JOIN posts ON posts.number = passages.post"
    rows = connection.execute(
        f"{query} WHERE words MATCH ? AND {in_scope.sql} ORDER BY score DESC LIMIT ?",
        (" OR ".join(_quoted(word) for word in known), *in_scope.values, count),
    )
    return Matches(dict(rows.fetchall()), rarities)


def _affordable(holding: Mapping[str, int], total: int) -> dict[str, int]:
    """Returns the words that tell something, the rarest first, as many as may be looked up."""
    telling: dict[str, int] = {}
    for word, held in sorted(holding.items(), key=lambda each: each[1]):
        is_common = held > max(COMMON * total, 3)
        is_too_much = sum(telling.values()) + held > AFFORDED and any(telling.values())
        if not is_common and not is_too_much:
            telling[word] = held
    return telling


def _held(connection: sqlite3.Connection, text: str) -> dict[str, int]:
    """Returns the question's words, stemmed, and how many passages hold each.

    A word that no passage has in the question's own language is looked for as the other one
    would stem it: names, numbers and words of both languages are found across them.
    """
    own = language_of(text)
    other: Language = "en" if own == "fr" else "fr"
    forms = dict.fromkeys(zip(stems(text, own), stems(text, other), strict=True))
    rows = connection.execute(
        "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps([form for both in forms for form in both]),),
    )
    holding = dict(rows.fetchall())
    chosen = [second if second in holding and first not in holding else first
              for first, second in forms]  # fmt: skip
    return {word: holding.get(word, 0) for word in chosen}


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'


def _rarity(holding: int, total: int) -> float:
    # The inverse document frequency of FTS5's bm25(), times the most that repetition can add.
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), 1e-6) * 2.2
