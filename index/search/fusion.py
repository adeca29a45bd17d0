"""Joins what words found with what meaning found; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from index.search.relevance import PostSimilarity, Relevance, TokenSimilarity, scores, weighed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.posts import FoundBy
    from index.search.keywords import Matches


UNLIKE: Final = 0.28
ALIKE: Final = 1.5
"""The likeness by the words' share, where it is not known.

It rises somewhat more than on average over the development sets: where the model cannot tell it,
the words stand for all that it would have told.
"""

NEAR: Final = 0.3
"""The cosine from which on a passage counts as found by its meaning."""


class Joined(NamedTuple):
    """One passage's place in the joined ranking.

    Attributes:
        passage: Its id.
        score: 0 to 1, by all that speaks for it.
        words: The share of what the question's words could reach, 0 to 1.
        cosine: The cosine of question and passage.
        token_similarity: How much of the question has its like in the passage, word by word, 0 to
            1.
    """

    passage: int
    score: float
    words: float
    cosine: float
    token_similarity: float

    @property
    def found_by(self) -> tuple[FoundBy, ...]:
        """By its words, by its meaning, or by both."""
        by_words: tuple[FoundBy, ...] = ("words",) if self.words > 0 else ()
        by_meaning: tuple[FoundBy, ...] = ("meaning",) if self.cosine >= NEAR else ()
        return by_words + by_meaning


def share(score: float, max_score: float) -> float:
    """Return how much of what the words could reach was reached, 0 to 1."""
    return min(score / max_score, 1.0) if max_score > 0 else 0.0


def joined(matches: Matches, cosines: Mapping[int, float]) -> list[Joined]:
    """Return the passages of both lists, best first.

    The scores are used, not the ranks: the words' share says by itself how much it knows (it
    is near zero when question and post are in different languages, since the unknown words
    count in what could be reached), and so neither half can push away what the other is sure
    of. Rank fusion cannot tell a sure first from a guessed one. Until the likeness is known, and
    where the model cannot tell it, it is guessed from the words' share; until the post is
    known, its passage stands for it.

    Args:
        matches: What the words found.
        cosines: The cosine of every passage that either half found.
    """
    ids = np.fromiter(cosines, np.int64, len(cosines))
    near = np.fromiter(cosines.values(), np.float64, len(cosines))
    reached = np.array([matches.scores.get(passage, 0.0) for passage in cosines])
    most = matches.max_score
    words = np.minimum(reached / most, 1.0) if most > 0 else np.zeros(len(ids))
    alike = np.minimum(UNLIKE + ALIKE * words, 1.0)
    scores_ = weighed(np.column_stack([words, alike, alike, near, near, near]))
    best = np.lexsort((ids, -scores_))
    columns = (each[best].tolist() for each in (ids, scores_, words, near, alike))
    return [Joined(*each) for each in zip(*columns, strict=True)]


def compared(
    ranking: Sequence[Joined],
    token_similarities: Mapping[int, TokenSimilarity] | None,
    post_similarities: Mapping[int, PostSimilarity] | None,
) -> list[Joined]:
    """Return these passages with all that speaks for them, best first.

    The likeness holds both halves together: it knows single words, as the one does, and what
    they mean, as the other. The subject tells what the rest of the post is about. Both cost
    reading the passages and their posts, and so come last and only for the best.

    Args:
        ranking: The best passages of both halves.
        token_similarities: How like the question each is; None where the model cannot tell.
        post_similarities: How near the post of each is to the question; None where the model
            cannot read it.
    """
    known = [
        Relevance(
            each.words,
            token_similarities[each.passage] if token_similarities else _expected(each.words),
            post_similarities[each.passage] if post_similarities else _unread(each.words),
        )
        for each in ranking
    ]
    return _sorted(
        [
            each._replace(score=score, token_similarity=told.token_similarity.words)
            for each, told, score in zip(ranking, known, scores(known), strict=True)
        ]
    )


def _expected(words: float) -> TokenSimilarity:
    likeness = min(1.0, UNLIKE + ALIKE * words)
    return TokenSimilarity(likeness, likeness)


def _unread(words: float) -> PostSimilarity:
    return PostSimilarity(words, words, words)


def _sorted(ranking: list[Joined]) -> list[Joined]:
    return sorted(ranking, key=lambda each: (-each.score, each.passage))
