"""Opens the model that settings name, or the one that is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final

from index.embedding import e5
from index.embedding.process_encoder import ProcessEncoder
from index.embedding.table_encoder import TableEncoder
from index.error_sentences import Told, worded
from index.errors import IndexMismatch
from index.ports import Encoder

OpenEncoder = Callable[[str], Encoder]
"""Opens the encoder of a stored model by its name; each is loaded once."""

BUNDLED: Final = "bundled"
"""The name that settings use for the model that ships with the project."""

OFF: Final = "off"
"""The name that settings use for no second model."""

BUNDLED_FOLDER: Final = Path(__file__).parent / "model"


def open_encoder(setting: str) -> Encoder:
    """Load a model: `bundled`, `e5`, a folder, or the name of a model on a hub.

    Raises:
        EncoderError: It cannot be loaded.
    """
    if setting == BUNDLED:
        return TableEncoder(BUNDLED_FOLDER, model_name(BUNDLED))
    if setting == e5.E5:
        return e5.open_e5()
    return ProcessEncoder(setting, model_name(setting))


def open_stored(name: str) -> Encoder:
    """Load the model whose vectors are stored, by the name that `model_name` gave it.

    Raises:
        EncoderError: It cannot be loaded.
        IndexMismatch: Its files are not the ones the vectors were made with.
    """
    setting = name.rpartition("@")[0] or name
    if model_name(setting) != name:
        is_gone = setting not in {BUNDLED, e5.E5} and not Path(setting).is_dir()
        gone = worded(
            "the model {model!r} is gone since the posts were indexed with it: run `pullquote"
            " reindex`"
        )
        changed = worded(
            "the model {model!r} was changed since the posts were indexed with it: run `pullquote"
            " reindex`"
        )
        raise IndexMismatch(Told(gone if is_gone else changed, model=setting))
    return open_encoder(setting)


def refining_name(setting: str) -> str | None:
    """Return the stored name of the second model; None for `off`, and for one not installed."""
    if setting == OFF:
        return None
    return e5.installed() if setting == e5.E5 else model_name(setting)


def model_name(setting: str) -> str:
    """Return the setting; for a model on this disk, its place and a hash of its files.

    A folder whose model was trained again gets another name, and its vectors are made again.
    """
    if setting == e5.E5:
        return e5.installed() or setting
    folder = BUNDLED_FOLDER if setting == BUNDLED else Path(setting)
    if not folder.is_dir():
        return setting
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".safetensors", ".bin", ".json"}:
            digest.update(file.relative_to(folder).as_posix().encode())
            state = file.stat()
            digest.update(_hash(file, state.st_size, state.st_mtime_ns, state.st_ino))
    place = setting if setting == BUNDLED else folder.resolve()
    return f"{place}@{digest.hexdigest()[:12]}"


@lru_cache(maxsize=64)
def _hash(file: Path, *_: int) -> bytes:
    """Return the hash of a file; another size, time or place on the disk make it another file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
