"""How texts and vectors cross between a model's process and ours.

A message is a line of JSON; the bytes of its arrays follow in their order. Nothing in it is code.
"""

from __future__ import annotations

import json
from math import prod
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TYPES: Final = {"float32": np.float32, "int64": np.int64}


class Message(NamedTuple):
    """What one side tells the other.

    Attributes:
        says: What JSON can hold.
        arrays: Numbers, of float32 or int64.
    """

    says: dict[str, Any]
    arrays: list[NDArray[Any]]


def write(stream: BinaryIO, message: Message) -> None:
    """Write a message."""
    shapes = [[each.dtype.name, *each.shape] for each in message.arrays]
    line = json.dumps({"says": message.says, "arrays": shapes})
    stream.write(b"".join([line.encode(), b"\n", *(each.tobytes() for each in message.arrays)]))
    stream.flush()


def read(stream: BinaryIO) -> Message | None:
    """Read a message; None where the other side is gone."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    message = json.loads(line)
    arrays: list[NDArray[Any]] = []
    for name, *shape in message["arrays"]:
        kind = np.dtype(_TYPES[name])
        bytes_ = bytearray(stream.read(kind.itemsize * prod(shape)))
        if len(bytes_) < kind.itemsize * prod(shape):
            return None
        arrays.append(np.frombuffer(bytes_, kind).reshape(shape))
    return Message(message["says"], arrays)
