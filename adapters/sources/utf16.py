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


def as_utf8(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return what is read of a stream in UTF-16 as a stream in UTF-8.

    Half a character costs its line alone: it stays one, and is no UTF-8.

    Args:
        head: What was read of it already, with its mark.
        stream: What is left.
    """
    return io.BufferedReader(_Utf8(head, stream), _PIECE)


class _Utf8(io.RawIOBase):
    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")("surrogatepass")
        self._ready = self._encoded(head)
        self._is_over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        while not self._ready and not self._is_over:
            data = self._stream.read(_PIECE)
            self._is_over = not data
            self._ready = self._encoded(data) if data else self._cut_off()
        given, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(given)] = given
        return len(given)

    def _encoded(self, data: bytes) -> bytes:
        return self._decoder.decode(data).encode("utf-8", "surrogatepass")

    def _cut_off(self) -> bytes:
        return _CUT_OFF if self._decoder.getstate()[0] else b""
