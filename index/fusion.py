"""Joins what words found with what meaning found; pure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.fulltext import Matches
    from index.posts import FoundBy

WORDS: Final = 0.5
MEANING: Final = 0.75
"""What all of the question's words, and a cosine of one, count against a likeness of one.

Fitted on the five development sets together. Halves of them fitted apart (0.25 and 1; 0.75 and
0.5) and four of the five sets at a time (0.25 to 0.75; 0.5 to 1) lie around these, and none of
them does better than these on what it was not fitted on but by chance: the hill is flat.
"""

UNLIKE: Final = 0.28
ALIKE: Final = 1.5
"""The likeness by the words' share, as it was on average over the development sets."""

BY_LIKENESS: Final = 9.7
BY_MEANING: Final = 10.2
DOUBT: Final = 8.5
"""The logistic regression of `confidence`, fitted for the bundled model."""

FEW: Final = 40
TRUST: Final = 3.5
"""What the prior of a very small collection adds at most: see `confidence`."""

NEAR: Final = 0.3
"""The cosine from which on a passage counts as found by its meaning."""


class Joined(NamedTuple):
    """One passage's place in the joined ranking.

    Attributes:
        passage: Its id.
        score: 0 to 1, by both halves.
        words: The share of what the question's words could reach, 0 to 1.
        cosine: The cosine of question and passage.
        likeness: How much of the question has its like in the passage, word by word, 0 to 1.
    """

    passage: int
    score: float
    words: float
    cosine: float
    likeness: float

    @property
    def found_by(self) -> tuple[FoundBy, ...]:
        """By its words, by its meaning, or by both."""
        by_words: tuple[FoundBy, ...] = ("words",) if self.words > 0 else ()
        by_meaning: tuple[FoundBy, ...] = ("meaning",) if self.cosine >= NEAR else ()
        return by_words + by_meaning


def confidence(likeness: float, cosine: float, passages: int) -> float:
    """Returns how likely a passage holds the answer, 0 to 1.

    A logistic regression on what a passage has of the question word by word, and on the whole
    of both, rising in both; the words' share told nothing beyond them. Among few passages a
    chance likeness is rarer, and whoever asks about a single post mostly knows what it is
    about: below 40 passages less is asked of the evidence, down to a quarter as many.

    Args:
        likeness: How much of the question has its like in the passage, 0 to 1.
        cosine: The cosine of question and passage.
        passages: How many passages the question could have found.
    """
    prior = TRUST * min(1.0, max(0.0, (FEW - passages) / (FEW * 0.7)))
    return 1 / (1 + math.exp(DOUBT - prior - BY_LIKENESS * likeness - BY_MEANING * cosine))


def clipped(cosine: float) -> float:
    """Returns a cosine as a share, 0 to 1."""
    return min(max(cosine, 0.0), 1.0)


def share(score: float, reach: float) -> float:
    """Returns how much of what the words could reach was reached, 0 to 1."""
    return min(score / reach, 1.0) if reach > 0 else 0.0


def joined(matches: Matches, cosines: Mapping[int, float]) -> list[Joined]:
    """Returns the passages of both lists, best first.

    The scores are used, not the ranks: the words' share says by itself how much it knows (it
    is near zero when question and post are in different languages, since the unknown words
    count in what could be reached), and so neither half can push away what the other is sure
    of. Rank fusion cannot tell a sure first from a guessed one. Until the likeness is known, and
    where the model cannot tell it, the words' share says what it is on average.

    Args:
        matches: What the words found.
        cosines: The cosine of every passage that either half found.
    """
    ranking = []
    reach = matches.reach
    for passage, cosine in cosines.items():
        words = share(matches.scores.get(passage, 0.0), reach)
        ranking.append(_scored(passage, words, cosine, min(1.0, UNLIKE + ALIKE * words)))
    return _sorted(ranking)


def compared(ranking: Sequence[Joined], likenesses: Mapping[int, float]) -> list[Joined]:
    """Returns these passages with their likeness to the question, best first.

    The likeness holds both halves together: it knows single words, as the one does, and what
    they mean, as the other. It costs reading the passages, and so comes last and only for the
    best.
    """
    return _sorted(
        [
            _scored(each.passage, each.words, each.cosine, likenesses[each.passage])
            for each in ranking
        ]
    )


def _scored(passage: int, words: float, cosine: float, likeness: float) -> Joined:
    score = (WORDS * words + MEANING * clipped(cosine) + likeness) / (WORDS + MEANING + 1)
    return Joined(passage, score, words, cosine, likeness)


def _sorted(ranking: list[Joined]) -> list[Joined]:
    return sorted(ranking, key=lambda each: (-each.score, each.passage))
