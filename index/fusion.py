"""Joins what words found with what meaning found; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.fulltext import Matches
    from index.posts import FoundBy

MEANING: Final = 0.5
"""What a cosine of one counts against all of the question's words found."""


class Joined(NamedTuple):
    """One passage's place in the joined ranking."""

    passage: int
    score: float
    found_by: tuple[FoundBy, ...]


def share(score: float, reach: float) -> float:
    """Returns how much of what the words could reach was reached, 0 to 1."""
    return min(score / reach, 1.0) if reach > 0 else 0.0


def joined(matches: Matches, cosines: Mapping[int, float], near: float = 0.0) -> list[Joined]:
    """Returns the passages of both lists, best first.

    The scores are used, not the ranks: the words' share says by itself how much it knows (it
    is near zero when question and post are in different languages, since the unknown words
    count in what could be reached), and so neither half can push away what the other is sure
    of. Rank fusion cannot tell a sure first from a guessed one.

    Args:
        matches: What the words found.
        cosines: The cosine of every passage that either half found.
        near: The cosine from which on a passage counts as found by its meaning.
    """
    ranking = []
    for passage, cosine in cosines.items():
        words = share(matches.scores.get(passage, 0.0), matches.reach)
        score = (words + MEANING * max(cosine, 0.0)) / (1 + MEANING)
        by_words: tuple[FoundBy, ...] = ("words",) if words > 0 else ()
        by_meaning: tuple[FoundBy, ...] = ("meaning",) if cosine >= near else ()
        ranking.append(Joined(passage, score, by_words + by_meaning))
    ranking.sort(key=lambda each: (-each.score, each.passage))
    return ranking
