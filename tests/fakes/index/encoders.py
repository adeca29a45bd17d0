"""Encoders that need no model."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from index.embedding.token_table import unit
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from index.ports import Encoder, Tokens


@dataclass
class HashingEncoder:
    """Counts hashed words: two texts are alike where they share words; keeps what it was given."""

    name: str = "hashing"
    dimension: int = 256
    seen: list[str] = field(default_factory=list)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in words(text):
                row[crc32(word.encode()) % self.dimension] += 1
        return unit(vectors)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.encode_passages([text])[0]
        return vector

    def encode_tokens(
        self,
        texts: Sequence[str],  # noqa: ARG002 - the port's
        *,
        asked: bool = False,  # noqa: ARG002 - the same
    ) -> Tokens | None:
        return None


@dataclass
class InterruptedEncoder(HashingEncoder):
    """Lets something happen between the reading of posts and the writing of their vectors."""

    interrupt: Callable[[], object] = lambda: None

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        interrupt, self.interrupt = self.interrupt, lambda: None
        interrupt()
        return super().encode_passages(texts)


class RememberingEncoder:
    """Gives the vectors of a real model, which reads the same texts but once."""

    def __init__(self, model: Encoder) -> None:
        self.name, self.dimension = model.name, model.dimension
        self.encode_tokens = model.encode_tokens
        self.encode_question = cache(model.encode_question)
        self._read = cache(model.encode_passages)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._read(tuple(texts)).copy()  # whoever gets them may change them
