"""Reads the bundled model without the library that it was made for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from tokenizers import Tokenizer

from index.embedding.token_table import TokenTable, unit
from index.embedding.word_tokenizer import WordTokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.ports import Tokens

_BATCH: Final = 128
_TYPES: Final = {"F32": np.float32, "I32": np.int32, "I8": np.int8}


class TableEncoder:
    """A folder of sentence-transformers that holds a table of token vectors in eight bits.

    Its tensors stay in the file, which the system keeps in memory as far as it is read: only the
    rows that are looked up become single precision. What they make of a text is what
    `StaticEmbedding` and `Normalize` make of it.
    """

    def __init__(self, folder: Path, name: str) -> None:
        tensors = _mapped(folder / "model.safetensors")
        rows = _QuantizedRows(tensors["embeddings"], tensors["mapping"], tensors["weights"])
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._table = TokenTable(tokenizer, rows, WordTokenizer(tokenizer).ids)
        self.name = name
        self.dimension: int = tensors["embeddings"].shape[1]

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32[len(texts), dimension]; a text of no known word is zeros."""
        parts = [
            unit(self._table.sums(texts[at : at + _BATCH])) for at in range(0, len(texts), _BATCH)
        ]
        return np.concatenate([*parts, np.zeros((0, self.dimension), np.float32)])

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, float32[dimension]."""
        return self._table.question(text)

    def encode_tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens:
        """Return the tokens of these texts."""
        return self._table.tokens(texts, asked=asked)


class _QuantizedRows:
    """Rows in eight bits: a token's is `embeddings[mapping[token]] * weights[token]`."""

    def __init__(
        self,
        embeddings: NDArray[np.int8],
        mapping: NDArray[np.int32],
        weights: NDArray[np.float32],
    ) -> None:
        self._embeddings, self._mapping, self._weights = embeddings, mapping, weights

    def __getitem__(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        rows: NDArray[np.float32] = (
            self._embeddings[self._mapping[ids]] * self._weights[ids, np.newaxis]
        )
        return rows


def _mapped(path: Path) -> dict[str, NDArray[Any]]:
    """Return the tensors of a file, mapped into memory.

    The format is https://huggingface.co/docs/safetensors: eight bytes with the length of a header
    of JSON, the header, the tensors. Its own library copies them.
    """
    bytes_ = np.asarray(np.memmap(path, np.uint8, mode="r"))
    start = 8 + int(bytes_[:8].view("<u8")[0])
    header = json.loads(bytes_[8:start].tobytes())
    found = {}
    for name, each in header.items():
        if name != "__metadata__":
            first, last = each["data_offsets"]
            numbers = bytes_[start + first : start + last].view(_TYPES[each["dtype"]])
            found[name] = numbers.reshape(each["shape"])
    return found
