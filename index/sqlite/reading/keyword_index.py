"""Looks words up in the full-text index (SQLite's FTS5), and weighs what holds them (BM25)."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from index.ports import Totals
from index.sqlite.reading.held_passages import HeldPassages
from index.sqlite.reading.posts import StoredPosts
from index.sqlite.reading.scope_conditions import audience_key, audience_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from index.search_scope import Scope

FEW: Final = 32
SMALL: Final = 1 / 8
"""The full-text index is asked for the labels of an audience as well, where they are so few and
so small a part of all passages bears them: it leaps from one of these to the next. Otherwise each
passage that holds the word is looked at."""

KEPT: Final = 100_000
"""So many passages are remembered with the words that they hold, those asked for last."""

ROUNDS: Final = 4
"""So many times as many passages as are wanted are looked at, whether filters leave them."""

NAMED: Final = 5_000
"""Passages that filters may leave to be told by name where that found too few; with more, all that
hold the words are looked at."""

SATURATION: Final = 1.2
BY_LENGTH: Final = 0.75
"""The usual k1 and b of BM25: how soon a word said again adds nothing, and how much less one
counts in a long passage."""


class _Postings(NamedTuple):
    """The passages of an audience that hold a stem: their rows in memory, and how often."""

    places: NDArray[np.int64]
    frequencies: NDArray[np.int64]


class _Kept:
    """What was looked up of stems for one audience, in one state of the database."""

    def __init__(self, state: tuple[object, ...] = ()) -> None:
        self.state = state
        self._postings: dict[str, _Postings] = {}
        self._seen = 0

    def pop(self, stem: str) -> _Postings | None:
        """Return what is known of a stem, and forget it."""
        found = self._postings.pop(stem, None)
        self._seen -= len(found.places) if found else 0
        return found

    def add(self, stem: str, found: _Postings) -> None:
        """Remember a stem that is not known, and no more than so many passages."""
        self._postings[stem] = found
        self._seen += len(found.places)
        while self._seen > KEPT:
            self.pop(next(iter(self._postings)))


class KeywordIndex(StoredPosts):
    """Passages by the stems of their words.

    FTS5 tells where a stem stands, for a twentieth of the time that its own `bm25` takes: that
    looks up the length of each passage. So BM25 is reckoned here, from lengths in memory.
    """

    _kept = _Kept()
    _held: HeldPassages | None = None
    _asked: object = None

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Return how many passages an audience may see, and how many there are."""
        query = "SELECT count(*) FROM passages"
        of_all: int = self.connection.execute(query).fetchone()[0]
        if audience is None:
            return Totals(of_all, of_all)
        visible: int = self.connection.execute(
            "SELECT count(*) FROM passages WHERE audience_key IN (SELECT value FROM json_each(?))",
            (json.dumps([*map(audience_key, audience)]),),
        ).fetchone()[0]
        return Totals(visible, of_all)

    def catch_up_words(self) -> None:
        """Bring what is held in memory of the passages up to date; a question does it, too."""
        self._caught_up()

    def read_words_again(self) -> None:
        """Forget what is held in memory of the passages: the database disagrees."""
        self._held = None

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
        held = self._caught_up()
        mean = held.mean_length(self.connection, audience_keys(scope.audience))
        found = [
            _largest(
                [
                    _weighed(held, self._postings(held, stem, scope.audience), most, mean)
                    for stem, most in stems.items()
                ]
            )
            for stems in words
            if stems
        ]
        places, scores = _summed(found)
        if not scope.filters:  # of the audience all of them are
            places, scores = _highest(places, scores, count)
        ids = held.ids(places)
        best = np.lexsort((ids, -scores))
        return self._first_within(ids[best], scores[best], scope, count)

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
        held = self._caught_up()
        return {
            stem: len(self._postings(held, stem, audience).places) if count else 0
            for stem, count in everywhere.items()
        }

    def _caught_up(self) -> HeldPassages:
        if self._held is None or self._asked is not self.connection:
            self.connection.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places"
                " USING fts5vocab (main, words, instance)"
            )
            self._held, self._asked = HeldPassages(), self.connection
        self._held.catch_up(self.connection)
        return self._held

    def _postings(
        self, held: HeldPassages, stem: str, audience: frozenset[str] | None
    ) -> _Postings:
        state = (held.version, held.numbering, audience)
        if self._kept.state != state:
            self._kept = _Kept(state)
        found = self._kept.pop(stem) or self._looked_up(held, stem, audience)
        self._kept.add(stem, found)
        return found

    def _looked_up(
        self, held: HeldPassages, stem: str, audience: frozenset[str] | None
    ) -> _Postings:
        if audience is None:
            return self._told(held, _PLACES, stem)
        keys = audience_keys(audience) or frozenset()
        if len(keys) <= FEW and held.share(self.connection, keys) < SMALL:
            match = f"{_match(stem)} AND audience_key : ({' OR '.join(map(_quoted, keys))})"
            (visible,) = self.connection.execute(_VISIBLE, (match,)).fetchone()
            return self._told(held, f"{_PLACES} AND +doc IN {_ANY_OF}", stem, visible)
        places, frequencies = self._told(held, _PLACES, stem)
        seen = held.are_visible(self.connection, places, keys)
        return _Postings(places[seen], frequencies[seen])

    def _told(self, held: HeldPassages, query: str, *values: str) -> _Postings:
        (told,) = self.connection.execute(query, values).fetchone()
        each = _numbers(told)  # in their order, one as often as it holds the stem
        starts = np.flatnonzero(np.diff(each, prepend=-1))
        places, known = held.places(each[starts])
        frequencies = np.diff(starts, append=len(each))
        return _Postings(places[known], frequencies[known])

    def _first_within(
        self, ids: NDArray[np.int64], scores: NDArray[np.float64], scope: Scope, count: int
    ) -> dict[int, float]:
        """Return the first so many in scope; of the audience all of them are."""
        ranking = dict(zip(ids.tolist(), scores.tolist(), strict=True))
        if not scope.filters:
            return dict(islice(ranking.items(), count))
        found = list(islice(self._within(islice(ranking, ROUNDS * count), scope, count), count))
        if len(found) < count and len(ranking) > ROUNDS * count:
            among = self.ids_within(scope, NAMED + 1)
            left = ranking
            if len(among) <= NAMED:
                left = dict.fromkeys(ids[np.isin(ids, among)].tolist(), 0.0)
            found = list(islice(self._within(iter(left), scope, count), count))
        return {id_: ranking[id_] for id_ in found}

    def _within(self, ids: Iterator[int], scope: Scope, count: int) -> Iterator[int]:
        """Yield what is in scope, some looked up at a time."""
        while some := list(islice(ids, count)):
            within = self.within(some, scope)
            yield from (id_ for id_ in some if id_ in within)


_ANY_OF: Final = "(SELECT value FROM json_each(?))"

_PLACES: Final = (
    "SELECT json_group_array(doc) FROM temp.word_places"
    " WHERE term = ? AND col IN ('title_words', 'text_words')"
)
"""The passages that hold a stem, each as often as it stands there."""

_VISIBLE: Final = "SELECT json_group_array(rowid) FROM words WHERE words MATCH ?"


def _match(stem: str) -> str:
    return f"{{title_words text_words}} : {_quoted(stem)}"


def _numbers(listed: str) -> NDArray[np.int64]:
    """Return the numbers of a list in JSON."""
    inside = listed[1:-1]
    return np.fromstring(inside, np.int64, sep=",") if inside else np.empty(0, np.int64)


def _weighed(
    held: HeldPassages, found: _Postings, most: float, mean: float
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return rows that hold a stem and what it brings each, of passages so long on average."""
    lengths = held.lengths(found.places) / max(mean, 1)
    dampening = SATURATION * (1 - BY_LENGTH + BY_LENGTH * lengths)
    return found.places, most * found.frequencies / (found.frequencies + dampening)


def _largest(
    found: Sequence[tuple[NDArray[np.int64], NDArray[np.float64]]],
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the rows of several lists, each with the largest of its scores."""
    if len(found) == 1:
        return found[0]
    places, at = np.unique(np.concatenate([each[0] for each in found]), return_inverse=True)
    scores = np.zeros(len(places))
    np.maximum.at(scores, at, np.concatenate([each[1] for each in found]))
    return places, scores


def _summed(
    found: Sequence[tuple[NDArray[np.int64], NDArray[np.float64]]],
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the rows of several lists, each with the sum of its scores."""
    if not found:
        return np.empty(0, np.int64), np.empty(0)
    places, at = np.unique(np.concatenate([each[0] for each in found]), return_inverse=True)
    sums = np.bincount(at, np.concatenate([each[1] for each in found]), len(places))
    return places, sums.astype(np.float64)


def _highest(
    places: NDArray[np.int64], scores: NDArray[np.float64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return so many rows with the highest scores, and those that score as the last of them."""
    if len(scores) <= count:
        return places, scores
    kept = scores >= np.partition(scores, -count)[-count]
    return places[kept], scores[kept]


def _quoted(word: str) -> str:
    # Quoted, a token is a string to FTS5 and nothing else: no operator, no column, no prefix.
    return '"' + word.replace('"', '""') + '"'
