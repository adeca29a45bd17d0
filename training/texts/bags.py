"""Texts as bags of embedding rows, flat in memory, from which batches are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from training.texts.vocabulary import Vocabulary


COARSE_SHARE: Final = 0.1
"""Of the texts in a batch, those read through the coarse tokenizer."""

DROPPED: Final = 0.1
"""Of the words of a batch, those left out: no text may depend on one word."""

_CHUNK: Final = 20_000


class Bags:
    """Many texts, each a run of row numbers; immutable."""

    def __init__(self, rows: NDArray[np.int32], starts: NDArray[np.int64]) -> None:
        """Take all rows one after another, and where each text starts and the last ends."""
        self.rows = rows
        self.starts = starts

    def __len__(self) -> int:
        """The number of texts."""
        return len(self.starts) - 1

    @classmethod
    def of(cls, texts: list[str], tokenizer: Tokenizer, rows: NDArray[np.int32]) -> Bags:
        """Return the bags of the texts; unknown signs have no row."""
        parts, lengths = [], []
        for start in range(0, len(texts), _CHUNK):
            for encoding in tokenizer.encode_batch_fast(
                texts[start : start + _CHUNK], add_special_tokens=False
            ):
                ids = np.array(encoding.ids, dtype=np.int32)
                ids = ids[ids > 0]
                parts.append(ids)
                lengths.append(len(ids))
        flat = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
        return cls(rows[flat], np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))

    def chosen(self, texts: NDArray[np.int64]) -> Bags:
        """Return some of the texts, whole, in the order asked for."""
        starts, lengths = self.starts[texts], np.diff(self.starts)[texts]
        ends = np.concatenate([[0], np.cumsum(lengths)])
        return Bags(self.rows[_places(starts, lengths)], ends)

    def cut(
        self, texts: NDArray[np.int64], longest: int, chance: np.random.Generator
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return the rows of some texts and their lengths.

        Of a text of more than `longest` words, a stretch of that length is taken anywhere,
        but half the time from its beginning, where a text says what it is about.
        """
        starts = self.starts[texts]
        lengths = self.starts[texts + 1] - starts
        spare = np.maximum(lengths - longest, 0)
        shift = (chance.random(len(texts)) * 2 - 1).clip(0) * (spare + 1)
        starts = starts + shift.astype(np.int64)
        lengths = np.minimum(lengths, longest)
        return self.rows[_places(starts, lengths)], lengths


class Reader:
    """The same texts through both tokenizers, mixed and thinned again at each reading."""

    def __init__(self, texts: Iterable[str], vocabulary: Vocabulary) -> None:
        """Tokenize the texts twice."""
        listed = list(texts)
        self.fine = Bags.of(listed, vocabulary.tokenizer, vocabulary.rows)
        self.coarse = Bags.of(listed, vocabulary.coarse, vocabulary.rows)

    def __len__(self) -> int:
        """The number of texts."""
        return len(self.fine)

    def read(
        self, texts: NDArray[np.int64], longest: int, chance: np.random.Generator
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the rows of some texts and where each begins, as an embedding bag wants them.

        A batch reads either all fine or all coarse.
        """
        bags = self.coarse if chance.random() < COARSE_SHARE else self.fine
        rows, lengths = bags.cut(texts, longest, chance)
        kept = chance.random(len(rows)) >= DROPPED
        owner = np.repeat(np.arange(len(texts)), lengths)[kept]
        counts = np.bincount(owner, minlength=len(texts))
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        return torch.from_numpy(rows[kept].astype(np.int64)), torch.from_numpy(starts)


def _places(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers from each start onwards, as many as its length, one run after another."""
    ends = np.cumsum(lengths)
    places: NDArray[np.int64] = np.arange(ends[-1]) + np.repeat(starts - ends + lengths, lengths)
    return places
