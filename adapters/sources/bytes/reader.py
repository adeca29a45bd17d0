"""Reads bytes within bounds, counts them, and says in one sentence what is wrong with them."""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from adapters.sources.bytes.utf16 import AsUtf8, is_marked_utf16
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = Literal["line", "file", "page", "feed", "member"]
"""Where bytes are counted from: the beginning of this."""

Encoding = Literal["western", "other"]
"""What bytes that are not UTF-8 look like: Windows-1252, or anything else."""

HEAD: Final = 65_536
"""How much of a file is looked at to recognise its format, in bytes."""
LARGEST_POST: Final = 10_000_000
"""The largest file that is read as one post, or text that is one, in bytes."""
LARGEST_PAGE: Final = 50_000_000
"""The largest page or feed, in bytes: browsers save the pictures along."""
LONGEST_LINE: Final = 5_000_000
"""The longest line of a file with one post a line, in bytes."""

_LETTERS_BEFORE: Final = re.compile(rb"[A-Za-z]*\Z")
_UNLIKELY: Final = re.compile(
    r"[^\W\d_a-zA-Z]{3,}"  # accents side by side
    r"|(?<!\w)[^\W\d_a-zA-Z]{2,}(?!\w)"  # a word of nothing else
    r"|(?<=[^\W\d_])[^\w\s!-~‘’“”–—…·«»\xa0\xad]+(?=[^\W\d_])"  # a sign within a word
    r"|(?<=[a-z])[ŠŽŸÀ-ÖØ-Þ]"  # a capital within one
)
_ONE_UNLIKELY_IN: Final = 10
"""So many accents of a Western text may make one such place, as ÎÏ do in a list of them."""


class ByteReader:
    """Reads a stream that cannot be wound back, though its head was looked at first.

    Text in UTF-16 with its mark is read as if it were UTF-8.

    Attributes:
        head: The first bytes, for recognising the format; at most `HEAD`.
    """

    def __init__(self, stream: BinaryIO) -> None:
        head = stream.read(HEAD)
        self._decoded: AsUtf8 | None = None
        if is_marked_utf16(head):
            self._decoded = AsUtf8(head, stream)
            stream = self._decoded.buffered()
            head = stream.read(HEAD)
        self.head = head
        self._used = 0
        self._ahead = io.BytesIO(self.head)
        self._is_ahead = True
        self._stream = stream

    @property
    def position(self) -> int:
        """How many bytes of the file were used so far; looking at the head uses none."""
        return self._decoded.position_of(self._used) if self._decoded else self._used

    def read(self, limit: int) -> bytes:
        """Return what is left, but no more than `limit` bytes."""
        data = self._ahead.read(limit)
        if len(data) < limit:
            data += self._stream.read(limit - len(data))
        self._used += len(data)
        return data

    def readline(self, limit: int) -> bytes:
        """Return the next line with its end, or the first `limit` bytes of it."""
        if self._is_ahead:
            line = self._ahead.readline(limit)
            if line[-1:] != b"\n" and len(line) < limit:
                self._is_ahead = False
                line += self._stream.readline(limit - len(line))
        else:
            line = self._stream.readline(limit)
        self._used += len(line)
        return line


class Lines:
    r"""The lines of a file as text, each with its line end.

    A line that is too long or not UTF-8 is raised as a `PostFormatError` by `next`, and the
    line after it comes next: a reader of tables in between forgets the row it was in.

    Attributes:
        number: The line that came last, counted from 1; only \n ends a line.
    """

    def __init__(self, reader: ByteReader, file: str) -> None:
        self.number = 0
        self.file = file
        self._reader = reader

    @property
    def position(self) -> int:
        """Is the number of bytes used so far."""
        return self._reader.position

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._reader.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            self._skip_the_rest()
        if self.number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            raise not_utf8(line, error, "line", self.file, self.number) from error

    def _skip_the_rest(self) -> None:
        first = True
        while rest := self._reader.readline(LONGEST_LINE):
            first = False
            if rest.endswith(b"\n"):
                break
        if not first:
            most = LONGEST_LINE // 1_000_000
            raise PostFormatError(self.file, "too_long_line", self.number, most=most)


def whole_text(reader: ByteReader, file: str, most: int = LARGEST_POST) -> str:
    r"""Return everything as text, with \n at the end of every line.

    Args:
        reader: The file.
        file: Its path as the person gave it.
        most: How many bytes it may have.

    Raises:
        PostFormatError: It is too large for one post or conversation, or not UTF-8.
    """
    data = reader.read(most + 1)
    if len(data) > most:
        if most == LARGEST_POST:
            raise too_large_post(file)
        raise PostFormatError(file, "too_large_transcript", most=most // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise not_utf8(data, error, "file", file, line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_large_post(file: str) -> PostFormatError:
    """Return the error about a file that would be too large a post."""
    return PostFormatError(file, "too_large_post", most=LARGEST_POST // 1_000_000)


def whole_bytes(reader: ByteReader, file: str) -> bytes:
    """Return everything as it is.

    Raises:
        PostFormatError: It is too large for a page.
    """
    data = reader.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise PostFormatError(file, "too_large_page", most=LARGEST_PAGE // 1_000_000)
    return data


def not_utf8(
    data: bytes, error: UnicodeDecodeError, part: Part, file: str, line: int | None = None
) -> PostFormatError:
    """Return an error about bytes that are not UTF-8, with what they may be.

    Args:
        data: All that was to be decoded.
        error: What came of it.
        part: What the bytes are counted in.
        file: The path as the person gave it.
        line: The line; None where lines are not known.
    """
    byte = error.start + 1
    if error.end == len(data) and "end of data" in error.reason:
        return PostFormatError(file, "cut_off", line, byte=byte, part=part)
    # From the beginning of its word on, for an accent tells little without its letters.
    before = _LETTERS_BEFORE.search(data[max(0, error.start - 50) : error.start])
    begin = error.start - len(before[0] if before else b"")
    likely: Encoding = "western" if is_western(data[begin : error.start + 200]) else "other"
    return PostFormatError(file, "not_utf8", line, byte=byte, part=part, encoding=likely)


def is_western(data: bytes) -> bool:
    """Return whether the bytes look like text in Windows-1252.

    Hardly any bytes are impossible in it, so what they would make of words is looked at: in
    Cyrillic or Polish text of another encoding, accents would stand side by side, and signs
    within words.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if any(character < " " and character not in "\t\n\r\f" for character in text):
        return False
    foreign = sum(not character.isascii() for character in text)
    return len(_UNLIKELY.findall(text)) * _ONE_UNLIKELY_IN <= foreign
