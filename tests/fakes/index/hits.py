"""Makes hits by hand, as a search would have found and scored them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.posts import Hit, Passage, Sentence
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Sequence


def hit(
    *sentences: tuple[str, float],
    name: str = "1",
    confidence: float = 0.9,
    between: str | Sequence[str] = " ",
    **more: Any,
) -> Hit:
    """Return a hit on a post that is made of these sentences, each with its score.

    Args:
        sentences: Their texts and scores.
        name: The name of the post.
        confidence: How likely the post answers.
        between: What stands between two sentences: the same everywhere, or one for each gap.
        more: More of the post.
    """
    text, scored = "", []
    gaps = [between] * len(sentences) if isinstance(between, str) else [*between, ""]
    for (words, score), gap in zip(sentences, gaps, strict=True):
        scored.append(Sentence(len(text), len(text) + len(words), score))
        text += words + gap
    text = text[: scored[-1].end]
    whole = post(text, name, **more)
    passage = Passage(1, whole.id, 0, 0, len(text), text)
    return Hit(whole, passage, 0.5, confidence, ("words",), tuple(scored))
