"""Finds passages by their words (SQLite's FTS5)."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from index.language import FUNCTION_WORDS, language_of
from index.scope import Scope, audience_key, condition
from index.words import stems, words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from index.language import Language

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
        rarities: What each of the stems that were looked up can bring at most, those that no
            passage has among them.
        asked: The question's telling words as they were asked, the common ones too, each with
            how much it tells.
    """

    scores: Mapping[int, float]
    rarities: Mapping[str, float]
    asked: Mapping[str, float]

    @property
    def reach(self) -> float:
        """The most that a passage could score."""
        return sum(self.rarities.values())


class Totals(NamedTuple):
    """How many passages an audience may see, and how many there are."""

    visible: int
    all: int


def matches(
    connection: sqlite3.Connection, text: str, scope: Scope, count: int, known: Totals | None = None
) -> Matches:
    """Returns the passages in scope that share words with the question.

    The cost is bounded: the rarest words are looked up, as many as match 10,000 times together;
    a word in more than a fifth of all passages is passed over. How many hold a word is counted
    within the audience: what its readers may not see makes no word common.

    Args:
        connection: The database.
        text: The question; none of it reaches the query unquoted.
        scope: Which posts may be found.
        count: How many passages at most.
        known: How many there are; counted where nobody knows.
    """
    if scope.audience is not None and not scope.audience:
        return Matches({}, {}, {})  # FTS5 has no expression for "in none of these"
    keys = None if scope.audience is None else [audience_key(each) for each in scope.audience]
    forms = _forms(text)
    everywhere = _held(connection, {form for both in forms.values() for form in both})
    total, of_all = known or _totals(connection, keys)
    # Where nothing is hidden, what they may see need not be counted again.
    visible = everywhere if total == of_all else _held_within(connection, everywhere, keys)
    chosen = {word: _chosen(both, visible) for word, both in forms.items()}
    telling = _affordable({stem: visible[stem] for stem in chosen.values()}, total)
    rarities = {word: _rarity(held, total) for word, held in telling.items()}
    # FTS5 weighs a word by how rare it is among all posts, hidden ones too: its own weight is
    # taken out again and ours put in.
    scores: dict[int, float] = defaultdict(float)
    for word in filter(telling.__getitem__, telling):
        weight = rarities[word] / _rarity(everywhere[word], of_all)
        for passage, score in _scores(connection, word, keys, scope):
            scores[passage] += score * weight
    best = nlargest(count, scores.items(), key=itemgetter(1))
    asked = {word: _surprise(visible[stem], total) for word, stem in chosen.items()}
    return Matches(dict(best), rarities, asked)


def _scores(
    connection: sqlite3.Connection, word: str, keys: Sequence[str] | None, scope: Scope
) -> Iterable[tuple[int, float]]:
    """Returns the passages in scope that hold a word, each with FTS5's BM25."""
    query = f"SELECT words.rowid, -bm25(words, {TITLE_WEIGHT}, 1.0, 0.0) FROM words"
    wishes = condition(Scope(None, scope.filters))
    if scope.filters:
        query += " JOIN passages ON passages.id = words.rowid"
        query += " JOIN posts ON posts.number = passages.post"
    return connection.execute(
        f"{query} WHERE words MATCH ? AND {wishes.sql}", (_match(word, keys), *wishes.values)
    )


def _affordable(holding: Mapping[str, int], total: int) -> dict[str, int]:
    """Returns the words that tell something, the rarest first, as many as may be looked up."""
    telling: dict[str, int] = {}
    for word, held in sorted(holding.items(), key=lambda each: each[1]):
        is_common = held > max(COMMON * total, 3)
        is_too_much = sum(telling.values()) + held > AFFORDED and any(telling.values())
        if not is_common and not is_too_much:
            telling[word] = held
    return telling


def _forms(text: str) -> dict[str, tuple[str, str]]:
    """Returns the question's telling words, each as its own and the other language stem it."""
    own = language_of(text)
    other: Language = "en" if own == "fr" else "fr"
    # Function words tell nothing; unknown in an index of the other language, they would seem
    # the rarest words of all.
    telling = [word for word in words(text) if word not in FUNCTION_WORDS]
    both = zip(stems(" ".join(telling), own), stems(" ".join(telling), other), strict=True)
    return dict(zip(telling, both, strict=True))


def _chosen(forms: tuple[str, str], visible: Mapping[str, int]) -> str:
    # A word that no passage has in the question's own language is looked for as the other one
    # would stem it: names, numbers and words of both languages are found across them.
    own, other = forms
    return other if visible[other] and not visible[own] else own


def _held(connection: sqlite3.Connection, forms: Collection[str]) -> dict[str, int]:
    """Returns how many passages hold each word."""
    rows = connection.execute(
        "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(forms)),),
    )
    return dict.fromkeys(forms, 0) | dict(rows.fetchall())


def _held_within(
    connection: sqlite3.Connection, everywhere: Mapping[str, int], keys: Sequence[str] | None
) -> dict[str, int]:
    """Returns how many passages of these audiences hold each word."""
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    return {
        form: connection.execute(query, (_match(form, keys),)).fetchone()[0] if held else 0
        for form, held in everywhere.items()
    }


def _totals(connection: sqlite3.Connection, keys: Sequence[str] | None) -> Totals:
    of_all: int = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    if keys is None:
        return Totals(of_all, of_all)
    visible: int = connection.execute(
        "SELECT count(*) FROM passages WHERE audience_key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    ).fetchone()[0]
    return Totals(visible, of_all)


def _match(word: str, keys: Sequence[str] | None) -> str:
    found = f"{{title_words text_words}} : {_quoted(word)}"
    if keys is None:
        return found
    return f"{found} AND audience_key : ({' OR '.join(map(_quoted, keys))})"


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'


def _surprise(holding: int, total: int) -> float:
    # As below, but above zero for common words as well: among few posts all words are common.
    return math.log((total + 1) / (holding + 0.5))


def _rarity(holding: int, total: int) -> float:
    # The inverse document frequency of FTS5's bm25(), times the most that repetition can add.
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), 1e-6) * 2.2
