"""Learns which words translate which, from sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from index.text.language import FUNCTION_WORDS
from index.text.words import stems, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.text.language import Language
    from training.texts.corpus import Pair


ROUNDS: Final = 5
LEGAL_SHARE: Final = 2  # one line of an act in two is read
LONGEST: Final = 60  # different stems; in a longer sentence everything may translate everything
SEEN: Final = 1.5  # expected times that two words translated each other
LEAST: Final = 0.15
"""The geometric mean of both probabilities below which two words are no translations."""

MOST: Final = 5
"""Translations of one word, either way."""


class Side(NamedTuple):
    """One language's half of the sentences: its stems, and each sentence as their numbers.

    Number 0 is nobody's: it is the empty word, which translates what has no partner.
    """

    stems: Sequence[str]
    sentences: Sequence[NDArray[np.int64]]


class Chances(NamedTuple):
    """How probably each word translates a word: both numbers, the probability, how often."""

    words: NDArray[np.int64]
    partners: NDArray[np.int64]
    chances: NDArray[np.float64]
    seen: NDArray[np.float64]


def write(pairs: Sequence[Pair], path: Path) -> None:
    """Write the lexicon: a line for each English stem, French stem and weight."""
    rows = [f"{english}\t{french}\t{weight:.2f}\n" for english, french, weight in learnt(pairs)]
    path.write_text("".join(rows), encoding="utf-8")


def learnt(pairs: Sequence[Pair]) -> list[tuple[str, str, float]]:
    """Return English stem, French stem and weight, 0 to 1, in order of the alphabet.

    Each direction is learnt apart, and only what both believe is kept: a rare word would
    otherwise translate all that stands beside it. The weight is the root of the geometric
    mean of both probabilities: a word with two translations is as well looked for by either.
    """
    english, french = sides(pairs)
    there, back = translated(english, french), translated(french, english)
    chances = dict(zip(_keys(back.partners, back.words), back.chances.tolist(), strict=True))
    found = [
        (english.stems[word], french.stems[partner], weight**0.5)
        for key, word, partner, chance, seen in zip(
            _keys(there.words, there.partners), *(each.tolist() for each in there), strict=True
        )
        if seen >= SEEN
        and (weight := (chance * chances.get(key, 0.0)) ** 0.5) >= LEAST
        and english.stems[word] != french.stems[partner]
    ]
    return sorted(_first(_first(found, 0), 1))


def sides(pairs: Sequence[Pair]) -> tuple[Side, Side]:
    """Return the sentences of both languages as numbers, without words that tell nothing."""
    numbers: dict[Language, dict[str, int]] = {"en": {"": 0}, "fr": {"": 0}}
    english, french = [], []
    for at, pair in enumerate(pairs):
        if pair.source == "justice_canada" and at % LEGAL_SHARE:
            continue
        one = _numbered(pair.english, "en", numbers["en"])
        other = _numbered(pair.french, "fr", numbers["fr"])
        if 0 < len(one) < LONGEST and 0 < len(other) < LONGEST:
            english.append(one)
            french.append(other)
    return Side(list(numbers["en"]), english), Side(list(numbers["fr"]), french)


def translated(source: Side, target: Side) -> Chances:
    """Return how probably each source word stands for each target word beside it.

    Expectation maximisation for the first model of Brown et al. 1993 ("The mathematics of
    statistical machine translation"): a target word is shared out among the words of the
    source sentence as they have translated it so far, and these shares are counted.
    """
    size = len(target.stems)
    cells, candidates = _cells(source, target)
    starts = np.concatenate([[0], np.cumsum(candidates)[:-1]])
    keys, places = np.unique(cells, return_inverse=True)
    word, partner = keys // size, keys % size
    chances = 1 / np.bincount(word)[word]
    for _ in range(ROUNDS):
        shares = chances[places]
        shares /= np.repeat(np.add.reduceat(shares, starts), candidates)
        seen = np.bincount(places, weights=shares, minlength=len(keys))
        chances = seen / np.bincount(word, weights=seen)[word]
    is_word = word > 0
    return Chances(
        word[is_word], partner[is_word], chances[is_word], seen[is_word].astype(np.float64)
    )


def _cells(source: Side, target: Side) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every pair of words that stand beside each other, those of a target word together.

    Returns:
        The pairs as `word * number of target words + partner`, and how many each target
        word of each sentence has.
    """
    size = len(target.stems)
    cells, candidates = [], []
    for own, other in zip(source.sentences, target.sentences, strict=True):
        beside = np.concatenate([[0], own]) * size
        cells.append((other[:, None] + beside[None, :]).ravel())
        candidates.append(np.full(len(other), len(beside)))
    return np.concatenate(cells), np.concatenate(candidates)


def _numbered(text: str, language: Language, numbers: dict[str, int]) -> NDArray[np.int64]:
    telling = " ".join(word for word in words(text) if word not in FUNCTION_WORDS)
    own = {numbers.setdefault(stem, len(numbers)) for stem in stems(telling, language)}
    return np.array(sorted(own), np.int64)


def _keys(english: NDArray[np.int64], french: NDArray[np.int64]) -> list[tuple[int, int]]:
    return list(zip(english.tolist(), french.tolist(), strict=True))


def _first(found: list[tuple[str, str, float]], side: int) -> list[tuple[str, str, float]]:
    """Return the likeliest translations of each word of one side."""
    kept: list[tuple[str, str, float]] = []
    counts: dict[str, int] = {}
    for row in sorted(found, key=lambda each: -each[2]):
        word = row[:2][side]
        counts[word] = counts.get(word, 0) + 1
        if counts[word] <= MOST:
            kept.append(row)
    return kept
