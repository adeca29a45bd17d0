"""A model that keeps a vector for each token, and how the words of a question read in it."""

from __future__ import annotations

from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from index.ports import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    ReadIds = Callable[[Sequence[str]], list[list[int]]]

UNKNOWN: Final = "[UNK]"
"""The token that stands for what a tokenizer does not know."""

SHORTEST: Final = 5
"""Letters of a plural; shorter words end in "s" for other reasons."""

RARE: Final = 15_000
"""The place in a vocabulary from which on a plural's own row is not trusted by itself."""

_AT_ONCE: Final = 4_096
"""So many rows are added up at once; more no longer fit beside each other near the processor."""


_NONE: Final = np.array([], np.int64)


class Rows(Protocol):
    """A row for each token of a vocabulary."""

    def __getitem__(self, ids: NDArray[np.int64], /) -> NDArray[np.float32]:
        """Return the rows of these tokens, float32[len(ids), dimension]."""
        ...


class TokenTable:
    """A tokenizer and a row for each of its tokens.

    Args:
        tokenizer: The tokenizer.
        rows: A row for each of its tokens.
        ids: What reads texts as the tokenizer does, faster; None for the tokenizer itself.
    """

    def __init__(self, tokenizer: Tokenizer, rows: Rows, ids: ReadIds | None = None) -> None:
        self._tokenizer = tokenizer
        self._rows = rows
        self._ids = ids or self._all_ids
        self._asked: tuple[tuple[str, ...] | None, Tokens] = None, Tokens(self._rows[_NONE], [])

    def sums(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the sum of each text's rows, float32[len(texts), dimension]; zeros for none."""
        own = self._ids(texts)
        ids = np.array([id_ for each in own for id_ in each], np.int64)
        texts_of = np.repeat(np.arange(len(own)), [len(each) for each in own])
        sums = np.zeros((len(own), self._rows[ids[:0]].shape[1]), np.float32)
        for at in range(0, len(ids), _AT_ONCE):
            part = texts_of[at : at + _AT_ONCE]
            starts = np.flatnonzero(np.diff(part, prepend=-1))
            rows = self._rows[ids[at : at + _AT_ONCE]]
            sums[part[starts]] += np.add.reduceat(rows, starts, axis=0)
        return sums

    def question(self, text: str) -> NDArray[np.float32]:
        """Return the unit vector of a question: what its tokens make together."""
        tokens = self.tokens([text], asked=True)
        vector: NDArray[np.float32] = unit(
            tokens.vectors[tokens.texts[0]].sum(axis=0, keepdims=True)
        )[0]
        return vector

    def tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens:
        """Return the tokens of these texts.

        Args:
            texts: What is read.
            asked: Reads them as a question: a rare plural half as its singular, where that is more
                frequent and so its row says more surely what it means. Names are not told from
                plurals: Evans is read half as Evan. The last ones are remembered: the same
                question is compared with one thing after another.
        """
        if not asked:
            ids, own = self._different(texts)
            return Tokens(self._rows[ids], own)
        key = tuple(texts)
        last, tokens = self._asked
        if last != key:
            ids, own = self._different(texts)
            tokens = Tokens(self._as_asked(ids), own)
            self._asked = key, tokens
        return tokens

    def _different(self, texts: Sequence[str]) -> tuple[NDArray[np.int64], list[NDArray[np.int64]]]:
        """Return the different tokens of some texts, and which of them each text has."""
        # What the model does not know is like nothing, least of all like another such word.
        unknown = self._tokenizer.token_to_id(UNKNOWN)
        own = [
            [id_ for id_ in each if id_ != unknown] if unknown in each else each
            for each in self._ids(texts)
        ]
        flat = np.fromiter(chain.from_iterable(own), np.int64)
        ids, places = np.unique(flat, return_inverse=True)
        ends = accumulate(map(len, own), initial=0)
        return ids, [places[start:end] for start, end in pairwise(ends)]

    def _as_asked(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        vectors = self._rows[ids]
        others = self._rows[np.array([self._singular(id_) for id_ in ids.tolist()], np.int64)]
        mixed = _length(vectors) * unit(unit(vectors) + unit(others))
        return mixed.astype(np.float32)

    def _all_ids(self, texts: Sequence[str]) -> list[list[int]]:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [each.ids for each in encodings]

    def _singular(self, place: int) -> int:
        """Return the singular of a rare plural, English or French; of another token, itself.

        Vocabularies are in the order of how often their words were read.
        """
        token = self._tokenizer.id_to_token(place) if place >= RARE else None
        if not token or len(token) < SHORTEST or not token.endswith("s") or not token.isalpha():
            return place
        singular = self._tokenizer.token_to_id(token[:-1])
        return place if singular is None else min(singular, place)


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows with a length of one; a row of zeros stays one of zeros."""
    lengths = _length(vectors)
    units: NDArray[np.float32] = vectors / (lengths + (lengths == 0))
    return units


def _length(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    # In double precision, where the squares of small numbers do not vanish; `norm` would do the
    # same with a copy of all rows in double precision, and take several times as long.
    squares = np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)
    lengths: NDArray[np.float32] = np.sqrt(squares).astype(np.float32)[:, np.newaxis]
    return lengths
