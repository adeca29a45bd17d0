"""Encodes with a model that other processes keep, so that ours never loads PyTorch."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final

from index.embedding.model_process import IDLE_SECONDS, ModelProcess
from index.ports import Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

MANY: Final = 64
"""More texts than this are read by a process that steps back behind questions: one batch of a
model takes a question's time many times over."""


class ProcessEncoder:
    """A model of sentence-transformers: one process for what is asked, one for many texts.

    The process that opened the model serves whichever comes first, so that an import has one.

    Args:
        setting: A folder, or the name of a model on a hub.
        name: What the model is called among the stored ones.
        idle_seconds: After how long a process that is not used ends.

    Raises:
        EncoderError: The model cannot be loaded.
    """

    def __init__(self, setting: str, name: str, idle_seconds: float = IDLE_SECONDS) -> None:
        self.name = name
        self._new = partial(ModelProcess, setting, idle_seconds)
        self._lock = Lock()
        first = self._new()
        told = first.ask(do="describe").says
        self.dimension: int = told["dimension"]
        self._is_table: bool = told["is_table"]
        self._spare: ModelProcess | None = first
        self._asked: ModelProcess | None = None
        self._many: ModelProcess | None = None

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32[len(texts), dimension]; a text of no known word is zeros."""
        are_many = len(texts) > MANY
        process = self._for_many() if are_many else self._for_asked()
        (rows,) = process.ask(do="passages", texts=list(texts), steps_back=are_many).arrays
        return rows

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, float32[dimension]."""
        (vector,) = self._for_asked().ask(do="question", text=text).arrays
        return vector

    def encode_tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens | None:
        """Return the tokens of these texts; None unless the model is a table of vectors."""
        if not self._is_table:
            return None
        told = self._for_asked().ask(do="tokens", texts=list(texts), asked=asked)
        vectors, *own = told.arrays
        return Tokens(vectors, own)

    def close(self) -> None:
        """End the processes; what is encoded later starts them again."""
        for process in (self._spare, self._asked, self._many):
            if process is not None:
                process.close()

    def _for_asked(self) -> ModelProcess:
        with self._lock:
            if self._asked is None:
                self._asked, self._spare = self._spare or self._new(), None
            return self._asked

    def _for_many(self) -> ModelProcess:
        with self._lock:
            if self._many is None:
                self._many, self._spare = self._spare or self._new(), None
            return self._many
