"""Looks words up in the full-text index (SQLite's FTS5)."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.ports import Totals
from index.scope import Scope
from index.sqlite.conditions import audience_key, condition
from index.sqlite.database import Database

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

TITLE_WEIGHT: Final = 1.0
"""What a word in the title (or in the post a comment belongs to) counts against one in the text."""

FEW: Final = 16
"""Labels of an audience that the full-text index looks for itself: it goes through all that bears
any of them. With more, each passage that holds the word is asked for its label."""


class KeywordIndex(Database):
    """Passages by the stems of their words."""

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Returns how many passages an audience may see, and how many there are."""
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
        """Returns the passages that hold any of a word's stems, each with what the best one brings.

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
        """Returns how many passages hold each stem."""
        rows = self.connection.execute(
            "SELECT term, doc FROM words_in_use WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(stems)),),
        )
        return dict.fromkeys(stems, 0) | dict(rows.fetchall())

    def count_holding_within(
        self, everywhere: Mapping[str, int], audience: frozenset[str] | None
    ) -> dict[str, int]:
        """Returns how many passages of an audience hold each stem, of which all have so many."""
        joined, label, values = _labelled(audience)
        query = f"SELECT count(*) FROM words{joined} WHERE words MATCH ?{label}"
        return {
            stem: self.connection.execute(query, (_match(stem, audience), *values)).fetchone()[0]
            if held
            else 0
            for stem, held in everywhere.items()
        }

    def _scores(self, stem: str, weight: float, scope: Scope) -> Iterable[tuple[int, float]]:
        """Returns the passages in scope that hold a stem, each with its weight in FTS5's BM25."""
        query = f"SELECT words.rowid, ? * -bm25(words, {TITLE_WEIGHT}, 1.0, 0.0) FROM words"
        wishes = condition(Scope(None, scope.filters))
        joined, label, values = _labelled(scope.audience)
        if scope.filters:
            joined = f"{_PASSAGES} CROSS JOIN posts ON posts.number = passages.post"
        return self.connection.execute(
            f"{query}{joined} WHERE words MATCH ?{label} AND {wishes.sql}",
            (weight, _match(stem, scope.audience), *values, *wishes.values),
        )


@lru_cache(maxsize=64)
def _keys(audience: frozenset[str]) -> list[str]:
    return [audience_key(each) for each in audience]


_PASSAGES: Final = " CROSS JOIN passages ON passages.id = words.rowid"


def _labelled(audience: frozenset[str] | None) -> tuple[str, str, tuple[str, ...]]:
    """Returns what asks the passages for one of many labels: tables, a condition, its values."""
    if audience is None or len(audience) <= FEW:
        return "", "", ()
    label = " AND passages.audience_key IN (SELECT value FROM json_each(?))"
    return _PASSAGES, label, (json.dumps(_keys(audience)),)


def _match(stem: str, audience: frozenset[str] | None) -> str:
    found = f"{{title_words text_words}} : {_quoted(stem)}"
    if audience is None or len(audience) > FEW:
        return found
    return f"{found} AND audience_key : ({' OR '.join(map(_quoted, _keys(audience)))})"


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'
