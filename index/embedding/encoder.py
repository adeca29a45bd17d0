"""Turns texts into unit vectors; the only importer of sentence_transformers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding import e5
from index.embedding.token_table import TokenTable, unit
from index.errors import EncoderError, IndexMismatch
from index.ports import Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    from index.ports import Tokens


OpenEncoder = Callable[[str], Encoder]
"""Opens the encoder of a stored model by its name; each is loaded once."""

BUNDLED: Final = "bundled"
"""The name that settings use for the model that ships with the project."""

OFF: Final = "off"
"""The name that settings use for no second model."""

_BUNDLED_FOLDER: Final = Path(__file__).parent / "model"
_BATCH: Final = 64


class SentenceEncoder:
    """A sentence-transformers model, with its own prompts for questions and for passages."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self.name = name
        self.dimension = len(self.encode_question("dimension"))

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Returns unit rows, float32[len(texts), dimension]; a text of no known word is zeros."""
        vectors = self._model.encode_document(
            list(texts), batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        return unit(np.asarray(vectors, np.float32).reshape(len(texts), self.dimension))

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Returns one unit vector, float32[dimension]."""
        has_prompt = any(self._model.prompts.values())
        tokens = None if has_prompt else self.encode_tokens([text], asked=True)
        if tokens is not None:
            vectors = tokens.vectors[tokens.texts[0]].sum(axis=0, keepdims=True)
        else:
            vectors = self._model.encode_query(
                [text], show_progress_bar=False, convert_to_numpy=True
            )
        vector: NDArray[np.float32] = unit(np.asarray(vectors, np.float32))[0]
        return vector

    def encode_tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens | None:
        """Returns the tokens of these texts; None unless the model is a table of vectors."""
        return None if self._token_table is None else self._token_table.tokens(texts, asked=asked)

    @cached_property
    def _token_table(self) -> TokenTable | None:
        from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415 - slow
            Normalize,
            StaticEmbedding,
        )

        table, *others = self._model
        # A further layer would make something else of a text than its tokens are.
        is_plain = all(isinstance(each, Normalize) for each in others)
        if not isinstance(table, StaticEmbedding) or not is_plain:
            return None
        rows = table.embedding.weight.detach().cpu().numpy()
        return TokenTable(table.tokenizer, rows.astype(np.float32, copy=False))


def open_encoder(setting: str) -> Encoder:
    """Loads a model: `bundled`, `e5`, a folder, or the name of a model on a hub.

    Raises:
        EncoderError: It cannot be loaded.
    """
    if setting == e5.E5:
        return e5.open_e5()
    is_local = setting == BUNDLED or Path(setting).is_dir()
    folder = _BUNDLED_FOLDER if setting == BUNDLED else Path(setting)
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds
    from transformers.utils import logging  # noqa: PLC0415 - the same

    logging.disable_progress_bar()  # type: ignore[no-untyped-call] # a second bar beside ours
    try:
        model = SentenceTransformer(
            str(folder) if is_local else setting,
            # A table of vectors is slower on a graphics card than beside one.
            device="cpu" if setting == BUNDLED else None,
            local_files_only=is_local,
        )
    except (OSError, ValueError, ImportError, KeyError, RuntimeError) as error:
        raise EncoderError(
            f"the embedding model {setting!r} cannot be loaded ({_first_line(error)})"
        ) from error
    return SentenceEncoder(model, model_name(setting))


def open_stored(name: str) -> Encoder:
    """Loads the model whose vectors are stored, by the name that `model_name` gave it.

    Raises:
        EncoderError: It cannot be loaded.
        IndexMismatch: Its files are not the ones the vectors were made with.
    """
    setting = name.rpartition("@")[0] or name
    if model_name(setting) != name:
        is_gone = setting not in {BUNDLED, e5.E5} and not Path(setting).is_dir()
        what = f"the model {setting!r} {'is gone' if is_gone else 'was changed'}"
        raise IndexMismatch(f"{what} since the posts were indexed with it: run `pullquote reindex`")
    return open_encoder(setting)


def refining_name(setting: str) -> str | None:
    """Return the stored name of the second model; None for `off`, and for one not installed."""
    if setting == OFF:
        return None
    return e5.installed() if setting == e5.E5 else model_name(setting)


def model_name(setting: str) -> str:
    """Returns the setting; for a model on this disk, its place and a hash of its files.

    A folder whose model was trained anew gets another name, and its vectors are made anew.
    """
    if setting == e5.E5:
        return e5.installed() or setting
    folder = _BUNDLED_FOLDER if setting == BUNDLED else Path(setting)
    if not folder.is_dir():
        return setting
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".safetensors", ".bin", ".json"}:
            digest.update(file.relative_to(folder).as_posix().encode())
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    place = setting if setting == BUNDLED else folder.resolve()
    return f"{place}@{digest.hexdigest()[:12]}"


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
