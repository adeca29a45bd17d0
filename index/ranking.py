"""Scores the single sentences of what was found, and how likely they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from index.cues import fits
from index.fusion import confidence
from index.language import language_of
from index.posts import Hit, Sentence
from index.sentences import Span, sentences
from index.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.fulltext import Matches
    from index.fusion import Joined
    from index.ports import Encoder
    from index.posts import Passage, Post

READ: Final = 8
"""The sentences of this many posts are scored: an answer never quotes more."""

PASSAGES: Final = 3
"""The sentences of this many passages of a post are scored, its best ones."""

MEANING: Final = 2.0
"""What a cosine of one counts against all of the question's words, in a sentence."""

CUE: Final = 0.1
"""What it counts that a sentence has a reason, a time or an amount where one is asked for."""


class FoundPost(NamedTuple):
    """A post with its passages that were found, best first, and the best one's place."""

    post: Post
    best: Joined
    passages: Sequence[Passage]


def ranked_hits(
    text: str,
    found: Sequence[FoundPost],
    question: NDArray[np.float32],
    matches: Matches,
    encoder: Encoder,
    *,
    passages: int,
) -> list[Hit]:
    """Returns the posts as hits in their order, the first of them with scored sentences.

    A sentence is scored alone and with the one before it, where its names may stand; all of
    them are encoded in one batch. `passages` is how many the question could have found.
    """
    spans = [list(_spans(each)) for each in found[:READ]]
    texts = [
        each.post.text[span.start : span.end]
        for each, own in zip(found, spans, strict=False)
        for pair in own
        for span in pair
    ]
    cosines = encoder.encode_passages(texts) @ question if texts else ()
    scores = iter(
        [(_words(part, matches), float(c)) for part, c in zip(texts, cosines, strict=True)]
    )
    hits = []
    for at, each in enumerate(found):
        scored, nearest = [], each.best.cosine
        for alone, _ in spans[at] if at < READ else ():
            own, with_previous = next(scores), next(scores)
            nearest = max(nearest, own[1])
            cue = CUE * fits(text, each.post.text[alone.start : alone.end])
            score = min(_score(each.best, own, with_previous) + cue, 1.0)
            scored.append(Sentence(alone.start, alone.end, score))
        hits.append(_hit(each, confidence(each.best.words, nearest, passages), scored))
    return hits


def _spans(found: FoundPost) -> Iterator[tuple[Span, Span]]:
    """Yields each sentence, alone and with the one before it."""
    for passage in sorted(found.passages[:PASSAGES], key=lambda each: each.start):
        before = passage.start
        for span in sentences(found.post.text, Span(passage.start, passage.end)):
            yield span, Span(before, span.end)
            before = span.start


def _words(text: str, matches: Matches) -> float:
    """Returns the share of the question's words that a text holds, the rarer the more."""
    held = set(stems(text, language_of(text)))
    reached = sum(rarity for word, rarity in matches.rarities.items() if word in held)
    return reached / matches.reach if matches.reach else 0.0


def _score(best: Joined, *scores: tuple[float, float]) -> float:
    # A sentence answers by what it says, by what leads to it, and by what it stands in.
    own = [(words + MEANING * max(cosine, 0.0)) / (1 + MEANING) for words, cosine in scores]
    return 0.3 * sum(own) + 0.4 * best.score


def _hit(found: FoundPost, confidence: float, scored: Sequence[Sentence]) -> Hit:
    best = found.best
    return Hit(found.post, found.passages[0], best.score, confidence, best.found_by, tuple(scored))
