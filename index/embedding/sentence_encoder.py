"""Any model of sentence-transformers; the only importer of that library."""

from __future__ import annotations

from functools import cached_property
from logging import ERROR, getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from transformers.utils import logging

from index.embedding.token_table import TokenTable, unit
from index.error_sentences import Told
from index.errors import EncoderError
from index.system_errors import is_lack_of_memory, system_refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.ports import Tokens

BATCH: Final = 64
"""So many texts are read together."""


class SentenceEncoder:
    """A sentence-transformers model, with its own prompts for questions and for passages."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self.name = name
        self.dimension = len(self.encode_question("dimension"))

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32[len(texts), dimension]; a text of no known word is zeros."""
        vectors = self._model.encode_document(
            list(texts), batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        return unit(np.asarray(vectors, np.float32).reshape(len(texts), self.dimension))

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, float32[dimension]."""
        if self._token_table is not None and not any(self._model.prompts.values()):
            return self._token_table.question(text)
        vectors = self._model.encode_query([text], show_progress_bar=False, convert_to_numpy=True)
        vector: NDArray[np.float32] = unit(np.asarray(vectors, np.float32))[0]
        return vector

    def encode_tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens | None:
        """Return the tokens of these texts; None unless the model is a table of vectors."""
        return None if self._token_table is None else self._token_table.tokens(texts, asked=asked)

    @cached_property
    def _token_table(self) -> TokenTable | None:
        table, *others = self._model
        # A further layer would make something else of a text than its tokens are.
        is_plain = all(isinstance(each, Normalize) for each in others)
        if not isinstance(table, StaticEmbedding) or not is_plain:
            return None
        rows: NDArray[np.float32] = table.embedding.weight.detach().cpu().numpy()
        return TokenTable(table.tokenizer, rows.astype(np.float32, copy=False))


def load(setting: str) -> SentenceEncoder:
    """Load a model: a folder, or the name of a model on a hub.

    Raises:
        EncoderError: It cannot be loaded.
    """
    # What it complains of here is told by the error.
    getLogger("huggingface_hub").setLevel(ERROR)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call] # a second bar beside ours
    try:
        model = SentenceTransformer(setting, local_files_only=Path(setting).is_dir())
    except (OSError, ValueError, ImportError, KeyError, RuntimeError) as error:
        if is_lack_of_memory(error):
            raise EncoderError(system_refusal(error)) from error
        why = next(iter(str(error).splitlines()), type(error).__name__)
        if setting.startswith(("/", ".", "~")) and not Path(setting).is_dir():
            why = Told("there is no such folder")  # the library takes it for a name on the hub
        raise EncoderError(
            Told(
                "the embedding model {model!r} cannot be loaded ({reason})",
                model=setting,
                reason=why,
            )
        ) from error
    return SentenceEncoder(model, setting)
