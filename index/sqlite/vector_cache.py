"""Keeps the neighbours in a file, so that a start need not read every vector."""

from __future__ import annotations

import json
import os
import zlib
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Final

from index.private_files import opener
from index.sqlite.changelog import Version
from index.sqlite.vector_index import VectorIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.documents import Model


_MAGIC: Final = b"pullquote neighbours 2\n"
_CHECKSUM_SIZE: Final = 4


def save(path: Path, vectors: VectorIndex, model: Model, version: Version) -> None:
    """Writes the cache beside its name, makes it durable, and renames it into place.

    Where it cannot be written (a full disk), it is not: the next start takes longer, and that
    is worth no error to whoever asked a question.

    Args:
        path: The cache file.
        vectors: What to keep.
        model: The model of its vectors.
        version: What the neighbours have seen of the database.
    """
    shelves = dict(vectors.serialized())
    lengths = {label: len(body) for label, body in shelves.items()}
    header = json.dumps({"model": model, "moment": version, "shelves": lengths}).encode() + b"\n"
    parts = [header, *shelves.values()]
    checksum = _checksum(parts)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with suppress(OSError), ExitStack() as stack:
        stack.callback(temporary.unlink, missing_ok=True)
        with open(temporary, "wb", opener=opener) as file:
            file.writelines([_MAGIC, checksum, *parts])
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)


def load(path: Path, model: Model) -> tuple[VectorIndex, Version] | None:
    """Returns the cached neighbours and what they have seen.

    Returns None where the file is missing, torn, damaged or made for another model: the
    database has it all, so a cache is never worth an error.
    """
    try:
        content = path.read_bytes()
    except OSError:
        return None
    view, begin = memoryview(content), len(_MAGIC) + _CHECKSUM_SIZE
    # Before this nothing of it is believed: no length, and above all no audience.
    if content[:begin] != _MAGIC + _checksum([view[begin:]]):
        return None
    at = content.index(b"\n", begin) + 1
    header = json.loads(content[begin:at])
    if header["model"] != list(model):
        return None
    shelves: dict[str, bytes | memoryview] = {}
    for label, length in header["shelves"].items():
        shelves[label] = view[at : at + length]
        at += length
    return VectorIndex.deserialized(model.dimension, shelves), Version(*header["moment"])


def _checksum(parts: Iterable[bytes | memoryview]) -> bytes:
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    return checksum.to_bytes(_CHECKSUM_SIZE)
