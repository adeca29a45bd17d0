"""Keeps the neighbours in a file, so that a start need not read every vector."""

from __future__ import annotations

import json
import os
import zlib
from typing import TYPE_CHECKING, Final

from index.changes import Moment
from index.vectors import Neighbours

if TYPE_CHECKING:
    from pathlib import Path

    from index.models import Model

_MAGIC: Final = b"pullquote neighbours 1\n"


def save(path: Path, neighbours: Neighbours, model: Model, moment: Moment) -> None:
    """Writes the cache beside its name, makes it durable, and renames it into place.

    Args:
        path: The cache file.
        neighbours: What to keep.
        model: The model of its vectors.
        moment: What the neighbours have seen of the database.
    """
    shelves, checksum, bodies = [], 0, []
    for label, body in neighbours.serialized():
        shelves.append([label, len(body)])
        bodies.append(body)
        checksum = zlib.crc32(body, checksum)
    header = {"model": model, "moment": moment, "shelves": shelves, "checksum": checksum}
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.writelines([_MAGIC, json.dumps(header).encode(), b"\n", *bodies])
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def load(path: Path, model: Model) -> tuple[Neighbours, Moment] | None:
    """Returns the cached neighbours and what they have seen.

    Returns None where the file is missing, torn, damaged or made for another model: the
    database has it all, so a cache is never worth an error.
    """
    try:
        with path.open("rb") as file:
            if file.readline() != _MAGIC:
                return None
            header = json.loads(file.readline())
            bodies = {label: file.read(length) for label, length in header["shelves"]}
            is_at_end = not file.read(1)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    checksum = 0
    for body in bodies.values():
        checksum = zlib.crc32(body, checksum)
    if header["model"] != list(model) or checksum != header["checksum"] or not is_at_end:
        return None
    return Neighbours.deserialized(model.dimension, bodies), Moment(*header["moment"])
