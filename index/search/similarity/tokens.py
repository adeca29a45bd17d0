"""Compares a question with passages word by word, by what the words mean."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from index.documents import Searched
from index.embedding.token_table import unit
from index.search.relevance import TokenSimilarity
from index.text.terms import spelled_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from index.ports import Encoder


LENT: Final = 0.9
"""What a line has of the question by the lines before it counts so much: who said it goes first."""

STEP: Final = 8
"""Two words are near each other within two stretches of this many tokens, side by side."""


def token_similarities(
    asked: Mapping[str, float], texts: Mapping[int, str], encoder: Encoder
) -> dict[int, TokenSimilarity] | None:
    """Return how much of a question has its like in each text.

    Each of the question's tokens looks for the token of the text that is nearest to it, and
    the cosines found are averaged. The mean of all its words, which is what a table of vectors
    makes of a passage, drowns the one sentence that answers; this does not, and unlike words
    that must be equal it works across languages. A token counts by how much the model lets it
    weigh (the length of its vector) and by how rare its word is here: both know half of what
    a word tells, and together they did better than either. It costs one product of the tokens
    of both sides, and looking at each of its numbers once.

    Args:
        asked: The question's words in their order, each with how much it tells.
        texts: What is searched, by id.
        encoder: Has the vectors of tokens, or the answer is None.
    """
    alone = {id_: Searched(text) for id_, text in texts.items()}
    return token_similarities_in_context(asked, alone, encoder)


def token_similarities_in_context(
    asked: Mapping[str, float], texts: Mapping[int, Searched], encoder: Encoder
) -> dict[int, TokenSimilarity] | None:
    """Return the same of passages, each with what was said just before it.

    A text under the lines before it has their tokens and its own: each is looked up once.
    """
    led = [id_ for id_, each in texts.items() if each.before]
    read = [each.own for each in texts.values()] + [texts[id_].before for id_ in led]
    question = encoder.encode_tokens(list(asked), asked=True)
    passages = encoder.encode_tokens([spelled_out(each) for each in read])
    if question is None or passages is None:
        return None
    counts = [len(own) for own in question.texts]
    vectors = question.vectors[np.fromiter(chain(*question.texts), np.int64)]
    weights = _lengths(vectors) * np.repeat(list(asked.values()), counts)
    if not weights.sum():
        return dict.fromkeys(texts, TokenSimilarity())
    lengths = _lengths(passages.vectors)
    cosines = passages.vectors @ unit(vectors).T
    cosines /= np.where(lengths > 0, lengths, 1)[:, np.newaxis]
    np.maximum(cosines, 0, out=cosines)
    own = dict(zip(texts, passages.texts, strict=False))
    before = dict(zip(led, passages.texts[len(texts) :], strict=True))
    found = _compared_each(cosines, weights, own)
    whole = {id_: np.concatenate([lines, own[id_]]) for id_, lines in before.items()}
    return found | {
        id_: _lent(found[id_], each)
        for id_, each in _compared_each(cosines, weights, whole).items()
    }


def _lent(own: TokenSimilarity, whole: TokenSimilarity) -> TokenSimilarity:
    return TokenSimilarity(
        *(one + LENT * (all_ - one) for one, all_ in zip(own, whole, strict=True))
    )


def _compared_each(
    cosines: NDArray[np.float32],
    weights: NDArray[np.float32],
    texts: Mapping[int, NDArray[np.int64]],
) -> dict[int, TokenSimilarity]:
    """Return the likeness of each text; one without tokens that are known is like nothing."""
    found = dict.fromkeys(texts, TokenSimilarity())
    known = {id_: own for id_, own in texts.items() if len(own)}
    if not known:
        return found
    compared = _compared(cosines, weights, list(known.values()))
    return found | dict(zip(known, compared, strict=True))


def _compared(
    cosines: NDArray[np.float32], weights: NDArray[np.float32], texts: Sequence[NDArray[np.int64]]
) -> list[TokenSimilarity]:
    """Return the likeness of each text; its cosines are in the rows that it names."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    counts = -(-lengths // STEP)
    firsts = np.cumsum(counts) - counts
    within = np.arange(counts.sum()) - np.repeat(firsts, counts)
    starts = STEP * within + np.repeat(np.cumsum(lengths) - lengths, counts)
    nearest = np.maximum.reduceat(cosines[np.concatenate(texts)], starts, axis=0)
    words = _mean(np.maximum.reduceat(nearest, firsts, axis=0), weights)
    together = np.minimum(weights[:-1], weights[1:])
    if not together.sum():  # a question of one word
        return [TokenSimilarity(*both) for both in zip(words, words, strict=True)]
    # A stretch with the next one, unless that is another text's.
    near = nearest.copy()
    np.maximum(nearest[:-1], nearest[1:], out=near[:-1])
    near[firsts[1:] - 1] = nearest[firsts[1:] - 1]
    both = np.maximum.reduceat(np.minimum(near[:, :-1], near[:, 1:]), firsts, axis=0)
    return [TokenSimilarity(*each) for each in zip(words, _mean(both, together), strict=True)]


def _mean(rows: NDArray[np.float32], weights: NDArray[np.float32]) -> list[float]:
    means: list[float] = (rows @ (weights / weights.sum())).tolist()
    return means


def _lengths(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    # `norm` takes three times as long, since it makes squares of all numbers first.
    lengths: NDArray[np.float32] = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return lengths
