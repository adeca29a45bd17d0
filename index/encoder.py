"""Turns texts into unit vectors; the only importer of sentence_transformers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from index.errors import EncoderError, IndexMismatch
from index.ports import Encoder, Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

OpenEncoder = Callable[[str], Encoder]
"""Opens the encoder of a stored model by its name; each is loaded once."""

BUNDLED: Final = "bundled"
"""The name that settings use for the model that ships with the project."""

UNKNOWN: Final = "[UNK]"
"""The token that stands for what a tokenizer does not know."""

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
        vectors = self._model.encode_query([text], show_progress_bar=False, convert_to_numpy=True)
        vector: NDArray[np.float32] = unit(np.asarray(vectors, np.float32))[0]
        return vector

    def encode_tokens(self, texts: Sequence[str]) -> Tokens | None:
        """Returns the tokens of these texts; None unless the model is a table of vectors."""
        from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415 - slow
            StaticEmbedding,
        )

        table = self._model[0]
        if not isinstance(table, StaticEmbedding):
            return None
        encodings = table.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        # What the model does not know is like nothing, least of all like another such word.
        unknown = table.tokenizer.token_to_id(UNKNOWN)
        own = [
            np.array([id_ for id_ in each.ids if id_ != unknown], np.int64) for each in encodings
        ]
        ids, rows = np.unique(np.concatenate([*own, np.array([], np.int64)]), return_inverse=True)
        vectors = table.embedding.weight.detach().numpy()[ids].astype(np.float32, copy=False)
        ends = np.cumsum([len(each) for each in own], dtype=np.int64)
        return Tokens(vectors, np.split(rows, ends)[:-1])


def open_encoder(setting: str) -> SentenceEncoder:
    """Loads a model: `bundled`, a folder, or the name of a model on a hub.

    Raises:
        EncoderError: It cannot be loaded.
    """
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


def open_stored(name: str) -> SentenceEncoder:
    """Loads the model whose vectors are stored, by the name that `model_name` gave it.

    Raises:
        EncoderError: It cannot be loaded.
        IndexMismatch: Its files are not the ones the vectors were made with.
    """
    setting = name.rpartition("@")[0] or name
    if model_name(setting) != name:
        is_gone = setting != BUNDLED and not Path(setting).is_dir()
        what = f"the model {setting!r} {'is gone' if is_gone else 'was changed'}"
        raise IndexMismatch(f"{what} since the posts were indexed with it: run `pullquote reindex`")
    return open_encoder(setting)


def model_name(setting: str) -> str:
    """Returns the setting; for a model on this disk, its place and a hash of its files.

    A folder whose model was trained anew gets another name, and its vectors are made anew.
    """
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


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns the rows with a length of one; a row of zeros stays one of zeros."""
    # In double precision, where the squares of small numbers do not vanish.
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
