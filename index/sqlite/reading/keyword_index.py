"""Looks words up in the full-text index (SQLite's FTS5)."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from index.ports import Totals
from index.scope import Scope
from index.sqlite.database import Database
from index.sqlite.reading.scope_conditions import audience_key, condition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

TITLE_WEIGHT: Final = 1.0
"""What a word in the title (or in the post a comment belongs to) counts against one in the text."""

FEW: Final = 32
"""Labels of an audience that the full-text index is asked for as well: it leaps from one passage
that bears any of them to the next. With more, each passage that holds the word is asked."""

KEPT: Final = 100_000
"""So many passages, of all words of a question, are known to be an audience's for its scores."""


class _Visible(NamedTuple):
    """Passages that an audience may see, in one state of the database, by the stem they hold."""

    state: tuple[object, ...]
    ids: dict[str, tuple[int, str]]


class KeywordIndex(Database):
    """Passages by the stems of their words.

    Which passages an audience may see is found once for each word of a question. What weighs
    them asks for the word alone: with the labels, BM25 would count all that bear one of them.
    """

    _visible = _Visible((), {})

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Return how many passages an audience may see, and how many there are."""
        query = "SELECT count(*) FROM passages"
        of_all: int = self.connection.execute(query).fetchone()[0]
        if audience is None:
            return Totals(of_all, of_all)
        visible: int = self.connection.execute(
            "SELECT count(*) FROM passages WHERE audience_key IN (SELECT value FROM json_each(?))",
            (json.dumps(_keys(audience)),),
        ).fetchone()[0]
        return Totals(visible, of_all)

    def best_scores(self, weights: Mapping[str, float], scope: Scope) -> dict[int, float]:
        """Return the passages that hold any of a word's stems, each with what the best one brings.

        A word and its translations are one word, as rare as all of them together (after the
        probabilistic structured queries of Darwish and Oard, 2003).

        Args:
            weights: What the score of each stem is multiplied by.
            scope: Which passages; somebody may see them.
        """
        found: dict[int, float] = {}
        for stem, weight in weights.items():
            scores = dict(self._scores(stem, weight, scope))
            both = found.keys() & scores.keys()
            found = found | scores | {each: max(found[each], scores[each]) for each in both}
        return found

    def count_holding(self, stems: Collection[str]) -> dict[str, int]:
        """Return how many passages hold each stem."""
        rows = self.connection.execute(
            "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(stems)),),
        )
        return dict.fromkeys(stems, 0) | dict(rows.fetchall())

    def count_holding_within(
        self, everywhere: Mapping[str, int], audience: frozenset[str] | None
    ) -> dict[str, int]:
        """Return how many passages of an audience hold each stem, of which all have so many."""
        if audience is None:
            return dict(everywhere)
        self._visible = _Visible((), {})  # one question's words have their place after another's
        return {
            stem: self._visible_ids(stem, audience)[0] if held else 0
            for stem, held in everywhere.items()
        }

    def _scores(self, stem: str, weight: float, scope: Scope) -> Iterable[tuple[int, float]]:
        """Return the passages in scope that hold a stem, each with its weight in FTS5's BM25."""
        query = f"SELECT words.rowid, ? * -bm25(words, {TITLE_WEIGHT}, 1.0, 0.0) FROM words"
        filters = condition(Scope(None, scope.filters))
        joined, label = "", ""
        seen: tuple[str, ...] = ()
        if scope.filters:
            joined = f"{_PASSAGES} CROSS JOIN posts ON posts.number = passages.post"
        if scope.audience is not None:
            # With the plus they are told apart as the words are gone through, not looked up each.
            label = f" AND +words.rowid IN {_ANY_OF}"
            seen = (self._visible_ids(stem, scope.audience)[1],)
        return self.connection.execute(
            f"{query}{joined} WHERE words MATCH ?{label} AND {filters.sql}",
            (weight, _match(stem), *seen, *filters.values),
        )

    def _visible_ids(self, stem: str, audience: frozenset[str]) -> tuple[int, str]:
        """Return how many passages of an audience hold a stem, and which, as JSON."""
        state = (self.connection, self.version(), audience)
        if self._visible.state != state:
            self._visible = _Visible(state, {})
        kept = self._visible.ids
        if stem in kept:
            return kept[stem]
        is_few = len(audience) <= FEW
        joined = "" if is_few else f"{_PASSAGES} AND passages.audience_key IN {_ANY_OF}"
        match = f"{_match(stem)} AND {_any_label(audience)}" if is_few else _match(stem)
        count, ids = self.connection.execute(
            f"SELECT count(*), json_group_array(words.rowid) FROM words{joined}"
            " WHERE words MATCH ?",
            (match,) if is_few else (json.dumps(_keys(audience)), match),
        ).fetchone()
        if sum(each for each, _ in kept.values()) + count <= KEPT:
            kept[stem] = count, ids
        return count, ids


@lru_cache(maxsize=64)
def _keys(audience: frozenset[str]) -> list[str]:
    return [audience_key(each) for each in audience]


_ANY_OF: Final = "(SELECT value FROM json_each(?))"

_PASSAGES: Final = " CROSS JOIN passages ON passages.id = words.rowid"


def _match(stem: str) -> str:
    return f"{{title_words text_words}} : {_quoted(stem)}"


def _any_label(audience: frozenset[str]) -> str:
    return f"audience_key : ({' OR '.join(map(_quoted, _keys(audience)))})"


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'
