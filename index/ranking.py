"""Scores the single sentences of what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.fusion import MEANING
from index.language import language_of
from index.posts import Sentence
from index.sentences import Span, sentences
from index.words import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.fulltext import Matches
    from index.ports import Encoder
    from index.posts import Hit, Passage

_READ: Final = 8
"""The sentences of this many posts are scored: an answer never quotes more."""


def scored_sentences(
    found: Sequence[tuple[Hit, Sequence[Passage]]],
    question: NDArray[np.float32],
    matches: Matches,
    encoder: Encoder,
) -> list[Hit]:
    """Returns the hits, the first of them with their sentences scored.

    All sentences are encoded in one batch.
    """
    spans = [
        [span for passage in sorted(passages, key=lambda each: each.start)
         for span in sentences(hit.post.text, Span(passage.start, passage.end))]
        for hit, passages in found[:_READ]
    ]  # fmt: skip
    texts = [
        hit.post.text[span.start : span.end]
        for (hit, _), own in zip(found, spans, strict=False)
        for span in own
    ]
    if not texts:
        return [hit for hit, _ in found]
    cosines = iter(encoder.encode_passages(texts) @ question)
    hits = []
    for (hit, _), own in zip(found, spans, strict=False):
        scored = [_sentence(hit, span, float(next(cosines)), matches) for span in own]
        hits.append(replace(hit, sentences=tuple(scored)))
    return hits + [hit for hit, _ in found[_READ:]]


def _sentence(hit: Hit, span: Span, cosine: float, matches: Matches) -> Sentence:
    text = hit.post.text
    held = set(stems(text[span.start : span.end], language_of(text)))
    reached = sum(rarity for word, rarity in matches.rarities.items() if word in held)
    share = reached / matches.reach if matches.reach else 0.0
    alone = (share + MEANING * max(cosine, 0.0)) / (1 + MEANING)
    # A sentence answers by what it says and by what it stands in.
    return Sentence(span.start, span.end, (alone + hit.score) / 2)
