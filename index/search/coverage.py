"""Tells how much of a question has nothing like it in a text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from index.embedding.token_table import unit
from index.text.kinds.signal_words import ASKED_BY, THESE_DAYS
from index.text.language import language_of
from index.text.terms import spelled_out, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.ports import Encoder
    from index.search.keywords import Matches

USUAL: Final = 0.14
"""What is taken where it is not known: it makes a confidence neither higher nor lower."""

FOREIGN: Final = 0.24
"""What is taken where only the second model reads the question's language."""

STEEP: Final = 5
"""The power of a word's lack: what has a distant like is hardly missing."""


class Coverage(NamedTuple):
    """What a text has of a question.

    Attributes:
        missing: How much of the question it lacks, 0 to 1.
        is_met: Whether a word of the question stands in it, itself or translated.
    """

    missing: float
    is_met: bool


def coverages(matches: Matches, texts: Sequence[str], encoder: Encoder) -> list[Coverage]:
    """Return what each text has of the question.

    One word that has no like in a text ("the *salary* of…") is what makes it no answer, however
    well the others are met: so each word's lack counts by a high power, by how rare the word is
    here and by how much the model lets it weigh. Words that say how it is asked ("how much"), or
    when ("tomorrow"), are no part of it, unless there are no others.

    Args:
        matches: The question's words, with the stems by which each was looked for.
        texts: What might answer.
        encoder: Has the vectors of tokens, or the usual is returned.
    """
    words = _telling(matches)
    held = [set(terms(text, language_of(text))) for text in texts]
    met = [not words or any(_share(matches, word, each) for word in words) for each in held]
    asked = encoder.encode_tokens(words, asked=True)
    read = encoder.encode_tokens([spelled_out(each) for each in texts])
    if asked is None or read is None:
        return [Coverage(USUAL, each) for each in met]
    lengths = np.linalg.norm(asked.vectors, axis=1)
    weights = np.array(
        [
            matches.asked[word] * (lengths[own].mean() if len(own) else 0.0)
            for word, own in zip(words, asked.texts, strict=True)
        ]
    )
    if not weights.sum():
        return [Coverage(USUAL, each) for each in met]
    cosines = unit(asked.vectors) @ unit(read.vectors).T
    found = []
    for own, stems, is_met in zip(read.texts, held, met, strict=True):
        nearest = cosines[:, own].max(axis=1) if len(own) else np.zeros(len(cosines))
        lacks = [
            1 - max(float(nearest[ids].mean()) if len(ids) else 0.0, _share(matches, word, stems))
            for word, ids in zip(words, asked.texts, strict=True)
        ]
        lacking = np.maximum(lacks, 0) ** STEEP
        found.append(Coverage(float(weights @ lacking / weights.sum()), is_met))
    return found


def _telling(matches: Matches) -> list[str]:
    asked = list(matches.asked)
    for idle in (ASKED_BY | THESE_DAYS, ASKED_BY):
        if words := [each for each in asked if each not in idle]:
            return words
    return asked


def _share(matches: Matches, word: str, held: set[str]) -> float:
    sought = matches.sought.get(word, {})
    return max((share for stem, share in sought.items() if stem in held), default=0.0)
