"""Gives what is written in UTF-16, such as the "Unicode text" of Excel, as UTF-8 to be read."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PIECE: Final = 65_536
_ONE_HALF_IN: Final = 100
"""Characters of a text in which one may be half; of bytes that are no text, one in 32 would be."""
_CUT_OFF: Final = "€".encode()[:-1]
"""Stands in UTF-8 for a character of which only the beginning is there."""


def is_marked_utf16(head: bytes) -> bool:
    """Return whether text begins with the mark of UTF-16, and is that as far as can be seen."""
    if not head.startswith(_MARKS):
        return False
    text = codecs.getincrementaldecoder("utf-16")("surrogatepass").decode(head)
    halves = sum("\ud800" <= each <= "\udfff" for each in text)
    return "\0" not in text and halves * _ONE_HALF_IN <= len(text)


class AsUtf8(io.RawIOBase):
    """Gives what is read of a stream in UTF-16 as a stream in UTF-8.

    Half a character costs its line alone: it stays one, and is no UTF-8.

    Args:
        head: What was read of it already, with its mark.
        stream: What is left.
    """

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._stream = stream
        self._taken = self._made = self._furthest = 0
        self._decoder = codecs.getincrementaldecoder("utf-16")("surrogatepass")
        self._ready = self._encoded(head)
        self._is_over = False

    def readable(self) -> bool:
        """Return that it can be read, as a stream tells it."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read what is next into a buffer, and return how many bytes that is."""
        view = memoryview(buffer)
        while not self._ready and not self._is_over:
            data = self._stream.read(_PIECE)
            self._is_over = not data
            self._ready = self._encoded(data) if data else self._cut_off()
        given, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(given)] = given
        return len(given)

    def buffered(self) -> BinaryIO:
        """Return what is left of it, to be read line by line."""
        return io.BufferedReader(self, _PIECE)

    def position_of(self, used: int) -> int:
        """Return how many bytes of UTF-16 so many of UTF-8 are, as near as it needs to be."""
        position = round(used * self._taken / self._made) if self._made else 0
        self._furthest = max(self._furthest, position)
        return self._furthest

    def _encoded(self, data: bytes) -> bytes:
        made = self._decoder.decode(data).encode("utf-8", "surrogatepass")
        self._taken, self._made = self._taken + len(data), self._made + len(made)
        return made

    def _cut_off(self) -> bytes:
        return _CUT_OFF if self._decoder.getstate()[0] else b""
