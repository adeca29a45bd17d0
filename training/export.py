"""Writes the trained rows in the format of sentence-transformers' StaticEmbedding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from safetensors.numpy import save

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from training.texts.vocabulary import Vocabulary


_MODULES: Final = [
    ("0", "", "sentence_transformers.models.StaticEmbedding"),
    ("1", "1_Normalize", "sentence_transformers.models.Normalize"),
]


def write(rows: NDArray[np.float32], vocabulary: Vocabulary, folder: Path) -> None:
    """Write a model folder: eight bits a number, and a scale for each row.

    A word within a longer one has the row of the word: `mapping` says which.
    """
    folder.mkdir(parents=True, exist_ok=True)
    numbers, scales = quantized(rows)
    tensors: dict[str, NDArray[Any]] = {
        "embeddings": numbers,
        "mapping": vocabulary.rows.astype(np.int32),
        "weights": scales[vocabulary.rows],
    }
    (folder / "model.safetensors").write_bytes(save(tensors))
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    modules = [
        {"idx": number, "name": index, "path": path, "type": kind}
        for number, (index, path, kind) in enumerate(_MODULES)
    ]
    _write_json(folder / "modules.json", modules)
    _write_json(
        folder / "config_sentence_transformers.json",
        {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}},
    )
    (folder / "1_Normalize").mkdir(exist_ok=True)
    _write_json(folder / "1_Normalize" / "config.json", {})


def quantized(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return the rows in eight bits, and what each row must be multiplied by."""
    scales = np.abs(rows).max(axis=1) / 127
    scales[scales == 0] = 1
    numbers = np.rint(rows / scales[:, None]).astype(np.int8)
    return numbers, scales.astype(np.float32)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
