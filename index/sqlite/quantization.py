"""Vectors as they are stored: in 8 bits a number, with what the largest of them may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FINEST: Final = 3
"""Rows are kept in four ranges: 1, a half, a quarter and an eighth. A unit row of hundreds of
numbers has none above a quarter, mostly, and is then kept four times as precisely."""

ZERO: Final = 128
"""The byte of a zero; FAISS takes it so (`QT_8bit_direct_signed`)."""

STEPS: Final = 127


def packed(vectors: NDArray[np.float16] | NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return rows as bytes: the range by its place, then a byte for each number.

    Scalar quantization, with the smallest of a few ranges that holds the row.

    Args:
        vectors: float[n, dimension], no number beyond -1 and 1.

    Returns:
        uint8[n, 1 + dimension].
    """
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=0)
    places = sum((largest <= 0.5**place for place in range(1, FINEST + 1)), np.zeros_like(largest))
    steps = np.nan_to_num(vectors.astype(np.float32)) * (STEPS * 2.0**places)
    codes = np.rint(steps).clip(-STEPS, STEPS) + ZERO
    return np.hstack([places, codes]).astype(np.uint8)


def unpacked(rows: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what `packed` made bytes of, float32[n, dimension]."""
    numbers = rows[:, 1:].astype(np.float32) - ZERO
    return numbers * steps_of(rows[:, :1]).astype(np.float32)


def steps_of(places: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return what one step is worth in each of these ranges."""
    return 0.5 ** places.astype(np.float64) / STEPS


def table(blobs: Sequence[bytes], dimension: int) -> NDArray[np.uint8]:
    """Return stored rows side by side, uint8[len(blobs), 1 + dimension]."""
    return np.frombuffer(b"".join(blobs), np.uint8).reshape(len(blobs), 1 + dimension)


def in_8_bits(half_precision: bytes) -> bytes:
    """Return a row as it is stored now; the former way was float16, and what is torn stays."""
    if len(half_precision) % 2:
        return half_precision
    return packed(np.frombuffer(half_precision, np.float16)[None]).tobytes()
