"""Looks words up in the postings, and weighs what holds them (BM25)."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from index.ports import Totals
from index.postgres.reading.posts import StoredPosts
from index.postgres.reading.scope_conditions import condition
from index.postgres.words import bounded
from index.search_scope import Filters, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    Audience = frozenset[str] | None

ROUNDS: Final = 4
"""So many times as many passages as are wanted are looked at, whether filters leave them."""

SATURATION: Final = 1.2
BY_LENGTH: Final = 0.75
"""The usual k1 and b of BM25: how soon a word said again adds nothing, and how much less one
counts in a long passage."""

# Each stem is looked up for itself (OFFSET 0 keeps the planner from joining all at once), a word
# counts by the best of its stems, and a passage by all of its words.
_BEST: Final = f"""
SELECT passage, sum(brought) FROM (
    SELECT sought.word, found.passage, max(sought.most * found.times / (found.times
        + {SATURATION} * ({1 - BY_LENGTH} + {BY_LENGTH} * found.length / %s::float8))) AS brought
    FROM unnest(%s::int4[], %s::text[], %s::float8[]) AS sought (word, stem, most)
    CROSS JOIN LATERAL (
        SELECT passage, times, length FROM postings
        WHERE postings.word = sought.stem {{seen}} OFFSET 0
    ) AS found
    {{scoped}}
    GROUP BY sought.word, found.passage
) AS each
GROUP BY passage ORDER BY sum(brought) DESC, passage LIMIT %s
"""

_SCOPED: Final = """
    JOIN passages ON passages.id = found.passage
    JOIN posts ON posts.number = passages.post
    WHERE {0}
"""


class KeywordIndex(StoredPosts):
    """Passages by the stems of their words."""

    def totals(self, audience: Audience) -> Totals:
        """Return how many passages an audience may see, and how many there are."""
        (of_all,) = self.row("SELECT coalesce(sum(passages), 0)::int8 FROM labels")
        if audience is None:
            return Totals(of_all, of_all)
        return Totals(self._measure(audience)[0], of_all)

    def catch_up_words(self) -> None:
        """Do nothing: no passage is held in memory."""

    def read_words_again(self) -> None:
        """Do nothing: no passage is held in memory."""

    def best_matches(
        self, words: Sequence[Mapping[str, float]], scope: Scope, count: int
    ) -> dict[int, float]:
        """Return the passages in scope that hold the most of some words, by BM25, best first.

        A word and its translations are one word, as rare as all of them together (after the
        probabilistic structured queries of Darwish and Oard, 2003): what brings most counts.

        Args:
            words: The stems of each word, with the most that each can bring.
            scope: Which passages.
            count: How many at most.
        """
        sought = [
            (number, bounded(stem), most)
            for number, stems in enumerate(words)
            for stem, most in stems.items()
        ]
        if not sought:
            return {}
        if not scope.filters:
            return self._best(sought, scope, count)
        # Most filters hold nearly everything: the best of all are looked at first.
        some = self._best(sought, replace(scope, filters=Filters()), ROUNDS * count)
        within = self.within(some, scope)
        if len(within) >= count or len(some) < ROUNDS * count:
            return dict(islice(((id_, some[id_]) for id_ in some if id_ in within), count))
        return self._best(sought, scope, count)

    def _best(
        self, sought: Sequence[tuple[int, str, float]], scope: Scope, count: int
    ) -> dict[int, float]:
        """Return the best passages in scope, each of which is looked at."""
        passages, length = self._measure(scope.audience)
        mean = max(length / max(passages, 1), 1)
        values: list[object] = [mean, *map(list, zip(*sought, strict=True))]
        seen, scoped = "", ""
        if scope.audience is not None:
            seen = "AND postings.label = ANY(%s::int4[])"
            values.append(self.labels(scope.audience))
        if scope.filters:
            in_scope = condition(self, scope)
            scoped = _SCOPED.format(in_scope.sql)
            values += in_scope.values
        query = _BEST.format(seen=seen, scoped=scoped)
        return dict(self.rows(query, (*values, count), audience=scope.audience))

    def count_holding(self, stems: Collection[str]) -> dict[str, int]:
        """Return how many passages hold each stem."""
        return self._counts(stems, None)

    def count_holding_within(
        self, everywhere: Mapping[str, int], audience: Audience
    ) -> dict[str, int]:
        """Return how many passages of an audience hold each stem, of which all have so many."""
        if audience is None:
            return dict(everywhere)
        held = [stem for stem, count in everywhere.items() if count]
        return dict.fromkeys(everywhere, 0) | self._counts(held, audience)

    def _counts(self, stems: Collection[str], audience: Audience) -> dict[str, int]:
        seen = ""
        values: list[Any] = [[*map(bounded, stems)]]
        if audience is not None:
            seen = " AND label = ANY(%s::int4[])"
            values.append(self.labels(audience))
        rows = self.rows(
            "SELECT word, sum(passages)::int8 FROM word_counts"
            f" WHERE word = ANY(%s::text[]){seen} GROUP BY word",
            values,
            audience=audience,
        )
        counts = dict(rows)
        return {stem: counts.get(bounded(stem), 0) for stem in stems}

    def _measure(self, audience: Audience) -> tuple[int, int]:
        """Return how many passages an audience may see, and how many words they have."""
        query, values = "SELECT sum(passages)::int8, sum(length)::int8 FROM labels", []
        if audience is not None:
            query, values = f"{query} WHERE number = ANY(%s::int4[])", [self.labels(audience)]
        passages, length = self.row(query, values)
        return passages or 0, length or 0
