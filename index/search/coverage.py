"""Tells how much of a question has nothing like it in a text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding.token_table import unit
from index.text.language import language_of
from index.text.signal_words import ASKED_BY
from index.text.terms import spelled_out, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.ports import Encoder
    from index.search.keywords import Matches

USUAL: Final = 0.14
"""What is taken where it is not known: it makes a confidence neither higher nor lower."""

STEEP: Final = 5
"""The power of a word's lack: what has a distant like is hardly missing."""


def missing(matches: Matches, texts: Sequence[str], encoder: Encoder) -> list[float]:
    """Return, for each text, how much of the question it lacks, 0 to 1.

    One word that has no like in a text ("the *salary* of…") is what makes it no answer, however
    well the others are met: so each word's lack counts by a high power, by how rare the word is
    here and by how much the model lets it weigh. Words that say how it is asked ("how much") are
    no part of it.

    Args:
        matches: The question's words, with the stems by which each was looked for.
        texts: What might answer.
        encoder: Has the vectors of tokens, or the usual is returned.
    """
    words = [each for each in matches.asked if each not in ASKED_BY] or list(matches.asked)
    asked = encoder.encode_tokens(words, asked=True)
    read = encoder.encode_tokens([spelled_out(each) for each in texts])
    if asked is None or read is None:
        return [USUAL] * len(texts)
    lengths = np.linalg.norm(asked.vectors, axis=1)
    weights = np.array(
        [
            matches.asked[word] * (lengths[own].mean() if len(own) else 0.0)
            for word, own in zip(words, asked.texts, strict=True)
        ]
    )
    if not weights.sum():
        return [USUAL] * len(texts)
    cosines = unit(asked.vectors) @ unit(read.vectors).T
    found = []
    for text, own in zip(texts, read.texts, strict=True):
        held = set(terms(text, language_of(text)))
        nearest = cosines[:, own].max(axis=1) if len(own) else np.zeros(len(cosines))
        lacks = [
            1 - max(float(nearest[ids].mean()) if len(ids) else 0.0, _share(matches, word, held))
            for word, ids in zip(words, asked.texts, strict=True)
        ]
        lacking = np.maximum(lacks, 0) ** STEEP
        found.append(float(weights @ lacking / weights.sum()))
    return found


def _share(matches: Matches, word: str, held: set[str]) -> float:
    sought = matches.sought.get(word, {})
    return max((share for stem, share in sought.items() if stem in held), default=0.0)
