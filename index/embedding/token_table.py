"""A model that keeps a vector for each token, and how the words of a question read in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from index.ports import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

UNKNOWN: Final = "[UNK]"
"""The token that stands for what a tokenizer does not know."""

SHORTEST: Final = 5
"""Letters of a plural; shorter words end in "s" for other reasons."""

RARE: Final = 15_000
"""The place in a vocabulary from which on a plural's own row is not trusted by itself."""


class TokenTable:
    """A tokenizer and a row for each of its tokens, float32[vocabulary, dimension]."""

    def __init__(self, tokenizer: Tokenizer, rows: NDArray[np.float32]) -> None:
        self._tokenizer = tokenizer
        self._rows = rows

    def tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens:
        """Returns the tokens of these texts.

        Args:
            texts: What is read.
            asked: Reads them as a question: a rare plural half as its singular, where that is more
                frequent and so its row says more surely what it means. Names are not told from
                plurals: Evans is read half as Evan.
        """
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        # What the model does not know is like nothing, least of all like another such word.
        unknown = self._tokenizer.token_to_id(UNKNOWN)
        own = [
            np.array([id_ for id_ in each.ids if id_ != unknown], np.int64) for each in encodings
        ]
        ids, places = np.unique(np.concatenate([*own, np.array([], np.int64)]), return_inverse=True)
        vectors = self._rows[ids]
        if asked:
            others = self._rows[[self._singulars.get(int(id_), id_) for id_ in ids]]
            mixed = _length(vectors) * unit(unit(vectors) + unit(others))
            vectors = mixed.astype(np.float32)
        ends = np.cumsum([len(each) for each in own], dtype=np.int64)
        return Tokens(vectors, np.split(places, ends)[:-1])

    @cached_property
    def _singulars(self) -> dict[int, int]:
        """The singular of each rare plural, English and French, by their places.

        Vocabularies are in the order of how often their words were read.
        """
        vocabulary = self._tokenizer.get_vocab()
        found = {}
        for token, place in vocabulary.items():
            is_plural = len(token) >= SHORTEST and token.endswith("s") and token.isalpha()
            singular = vocabulary.get(token[:-1], place)
            if is_plural and singular < place and place >= RARE:
                found[place] = singular
        return found


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns the rows with a length of one; a row of zeros stays one of zeros."""
    lengths = _length(vectors)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _length(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    # In double precision, where the squares of small numbers do not vanish.
    lengths: NDArray[np.float64] = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    return lengths
