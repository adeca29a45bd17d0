"""Compares a question with passages word by word, by what the words mean."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from index.encoder import unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from index.contexts import Searched
    from index.ports import Encoder, Tokens

LENT: Final = 0.9
"""What a line has of the question by the lines before it counts so much: who said it goes first."""


def likenesses(
    asked: Mapping[str, float], texts: Mapping[int, str], encoder: Encoder
) -> dict[int, float] | None:
    """Returns how much of a question has its like in each text, 0 to 1.

    Each of the question's tokens looks for the token of the text that is nearest to it, and
    the cosines found are averaged. The mean of all its words, which is what a table of vectors
    makes of a passage, drowns the one sentence that answers; this does not, and unlike words
    that must be equal it works across languages. A token counts by how much the model lets it
    weigh (the length of its vector) and by how rare its word is here: both know half of what
    a word tells, and together they did better than either.

    Args:
        asked: The question's words, each with how much it tells.
        texts: What is searched, by id.
        encoder: Has the vectors of tokens, or the answer is None.
    """
    question = encoder.encode_tokens(list(asked))
    passages = encoder.encode_tokens(list(texts.values()))
    if question is None or passages is None:
        return None
    counts = [len(own) for own in question.texts]
    vectors = question.vectors[np.fromiter(chain(*question.texts), np.int64)]
    weights = np.linalg.norm(vectors, axis=1) * np.repeat(list(asked.values()), counts)
    if not weights.sum():
        return dict.fromkeys(texts, 0.0)
    cosines = unit(vectors) @ passages.vectors.T
    lengths = np.linalg.norm(passages.vectors, axis=1)
    cosines /= np.where(lengths > 0, lengths, 1)
    nearest = _nearest(np.maximum(cosines, 0), passages)
    return dict(zip(texts, (nearest @ (weights / weights.sum())).tolist(), strict=True))


def likenesses_with_lines(
    asked: Mapping[str, float], texts: Mapping[int, Searched], encoder: Encoder
) -> dict[int, float] | None:
    """Returns the same of passages, each with what was said just before it."""
    found = likenesses(asked, {id_: each.own for id_, each in texts.items()}, encoder)
    led = {id_: each.whole for id_, each in texts.items() if each.before}
    if found is None or not led:
        return found
    whole = likenesses(asked, led, encoder) or {}
    return found | {id_: found[id_] + LENT * (whole[id_] - found[id_]) for id_ in whole}


def _nearest(cosines: NDArray[np.float32], passages: Tokens) -> NDArray[np.float32]:
    """Returns for each text and each of the question's tokens the cosine of the nearest."""
    found = np.zeros((len(passages.texts), len(cosines)), np.float32)
    for text, own in zip(found, passages.texts, strict=True):
        if len(own):
            text[:] = cosines[:, own].max(axis=1)
    return found
