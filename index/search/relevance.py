"""What speaks for a passage, and what each of it counts; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


class TokenSimilarity(NamedTuple):
    """How much of a question a text has, 0 to 1.

    Attributes:
        words: Each of its tokens by itself.
        pairs: Two neighbouring tokens at a time, near each other in the text too; words that
            tell nothing are left out before.
    """

    words: float = 0.0
    pairs: float = 0.0


class PostSimilarity(NamedTuple):
    """How near a post is to a question: cosines.

    Attributes:
        whole: Of all of the post together.
        beginning: Of its first passage.
        heading: Of its title, or of its first words where it has none.
    """

    whole: float
    beginning: float
    heading: float


class Relevance(NamedTuple):
    """All that speaks for a passage.

    Attributes:
        words: The share of what the question's words could reach, 0 to 1.
        token_similarity: How much of the question the passage has by what the words mean.
        post_similarity: How near its post is to the question.
    """

    words: float
    token_similarity: TokenSimilarity
    post_similarity: PostSimilarity

    @property
    def score(self) -> float:
        """The weighted mean of it all, 0 to 1."""
        return scores([self])[0]


_WEIGHTS: Final = (0.75, 0.5, 0.35, 0.3, 0.35, 0.35)
"""What each counts: words; single words and pairs alike; whole, beginning and heading.

Fitted on the five development sets and the examples together, then rounded; the hill is flat
(see docs/training-log.md). The cosine of the passage itself had no weight left beside these.
"""


def scores(all_: Iterable[Relevance]) -> list[float]:
    """Return the score of each, looking at all of them at once."""
    told = [(each.words, *each.token_similarity, *each.post_similarity) for each in all_]
    means: list[float] = weighed(np.array(told, np.float64).reshape(-1, len(_WEIGHTS))).tolist()
    return means


def weighed(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the score of each row: what speaks for a passage, in the order of `Relevance`."""
    # Summed row by row, so that equals have the same score wherever they stand.
    parts = np.clip(table, 0, 1) * (np.array(_WEIGHTS) / sum(_WEIGHTS))
    means: NDArray[np.float64] = parts.sum(axis=1)
    return means


def clipped(cosine: float) -> float:
    """Return a cosine as a share, 0 to 1."""
    return min(max(cosine, 0.0), 1.0)
