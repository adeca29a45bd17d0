"""Gives every row a first vector: what the teacher thinks of the texts it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.lessons import Library
    from training.texts.bags import Bags, Reader


DAMPING: Final = 1e-3
"""A word of this frequency keeps half its length (smooth inverse frequency, Arora 2017)."""

_PRIOR: Final = 1.0  # a word seen once is believed half: the rest is noise of its one text
_CHUNK: Final = 4096


def first_rows(shelf: Library, size: int) -> torch.Tensor:
    """Return a first embedding matrix of `size` rows.

    A row is the mean of the teacher's vectors of the texts it occurs in, less the mean of
    all texts, damped where the row is frequent. A translation has the vector of its original.
    """
    pair_vectors = shelf.pair_vectors.numpy()
    taught = [
        (shelf.english.fine.chosen(shelf.taught_pairs), pair_vectors),
        (shelf.french.fine.chosen(shelf.taught_pairs), pair_vectors),
        (shelf.other.fine, shelf.other_vectors.numpy()),
    ]
    frequency = _frequencies([shelf.english, shelf.french, *shelf.texts, shelf.answers], size)
    width = taught[0][1].shape[1]
    total = torch.zeros(len(frequency), width)
    seen = np.zeros(len(frequency), dtype=np.float32)
    middle = np.concatenate([vectors for _, vectors in taught]).mean(axis=0)
    for bags, vectors in taught:
        centred = torch.from_numpy(vectors - middle)
        for start in range(0, len(bags), _CHUNK):
            _add(total, bags, centred, range(start, min(start + _CHUNK, len(bags))))
        seen += np.bincount(bags.rows, minlength=len(frequency))
    rows = total / torch.from_numpy(seen + _PRIOR)[:, None]
    rows += torch.randn(rows.shape, generator=torch.Generator().manual_seed(0)) * 0.02
    damped = DAMPING / (DAMPING + frequency)
    return rows * torch.from_numpy(damped).float()[:, None]


def _frequencies(texts: list[Reader], size: int) -> NDArray[np.float64]:
    counts = np.zeros(size)
    for reader in texts:
        counts += np.bincount(reader.fine.rows, minlength=size)
    shares: NDArray[np.float64] = counts / counts.sum()
    return shares


def _add(total: torch.Tensor, bags: Bags, vectors: torch.Tensor, texts: range) -> None:
    starts = bags.starts[texts.start : texts.stop + 1]
    owners = np.repeat(np.arange(texts.start, texts.stop), np.diff(starts))
    rows = torch.from_numpy(bags.rows[starts[0] : starts[-1]].astype(np.int64))
    total.index_add_(0, rows, vectors[torch.from_numpy(owners)])
