"""Bounds on what an archive may unpack to, and one sentence for everything that breaks."""

from __future__ import annotations

import codecs
import lzma
import struct
import tarfile
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_MEMBER: Final = 4_000_000_000
"""The largest member that is read at all, in bytes; it is read piece by piece."""
LARGEST_PIECE: Final = 50_000_000
"""The largest member that is read at once, or record of one that is not, in bytes."""
LARGEST_TOTAL: Final = 20_000_000_000
"""What all members of one archive may unpack to, in bytes."""
LARGEST_RATIO: Final = 200
"""How many times its packed size a member may unpack to; text stays far below."""
MOST_MEMBERS: Final = 1_000_000
"""How many members a zip may hold: their names are kept in memory."""
LARGEST_HEADER: Final = 16_384
"""The largest header of a tar's member: names are short, and reading long ones may take long."""
SURE_MEMBERS: Final = 4_000
"""How many members a tar may always have; beyond, one in so many packed bytes as follow."""
BYTES_A_MEMBER: Final = 250
SURE_FILES: Final = 2_500
"""The same of a zip; beyond, one in so many bytes that they unpack to, or of the zip."""
BYTES_A_FILE: Final = 250
PACKED_BYTES_A_FILE: Final = 160
"""What a zip has of a member with hardly a word: a package of Discord's has many such."""
HEADERS_A_MEMBER: Final = 3
"""How many headers a member of a tar has at most, for a long name and a long link."""

BROKEN: Final = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, RuntimeError,
    NotImplementedError, OSError, ValueError, LookupError, OverflowError, struct.error,
)  # fmt: skip
"""What libraries raise at a broken file."""


class Readable(Protocol):
    """Gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return so many bytes, or fewer at the end."""
        ...


class Budget:
    """Counts the bytes that came out of one archive.

    Attributes:
        used: How many those were.
        position: How many of them were read for the posts.
    """

    def __init__(self) -> None:
        self.used = 0
        self.position = 0

    def add(self, number: int) -> None:
        """Count more bytes."""
        self.used += number
        self.position += number

    def rewind(self) -> None:
        """Let the reading for the posts begin here: what came before was a first look."""
        self.position = 0


class Bounded:
    """A stream that stops with an error where it grows beyond its bounds.

    Args:
        stream: What is read.
        where: The member's path, for the errors.
        budget: What the whole archive has used.
    """

    def __init__(self, stream: Readable, where: str, budget: Budget) -> None:
        self._stream = stream
        self._where = where
        self._budget = budget
        self._read = 0
        self._piece = 0

    def next_piece(self) -> None:
        """Begin a new record, which may be large in its turn."""
        self._piece = 0

    def read(self, size: int) -> bytes:
        """Return so many bytes, or fewer at the end.

        Raises:
            PostFormatError: The member, a record of it or the archive is too large, or broken.
        """
        with translated(self._where):
            data = self._stream.read(size)
        if not self._read:
            data = data.removeprefix(codecs.BOM_UTF8)
        self._read += len(data)
        self._piece += len(data)
        self._budget.add(len(data))
        if self._piece > LARGEST_PIECE:
            raise PostFormatError(self._where, "too_large_piece", most=megabytes(LARGEST_PIECE))
        if self._read > LARGEST_MEMBER:
            raise PostFormatError(self._where, "too_large_member", most=megabytes(LARGEST_MEMBER))
        if self._budget.used > LARGEST_TOTAL:
            raise PostFormatError(self._where, "too_large_archive", most=megabytes(LARGEST_TOTAL))
        return data


def megabytes(size: int) -> int:
    """Return a size in bytes as a sentence names it."""
    return size // 1_000_000


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn whatever a broken file raises into an error that names it.

    Raises:
        PostFormatError: Something was raised.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise PostFormatError(where, "gone") from error
    except PermissionError as error:
        raise PostFormatError(where, "not_allowed") from error
    except BROKEN as error:
        reason = getattr(error, "strerror", None) or str(error)
        if not reason:
            raise PostFormatError(where, "ends_early") from error
        raise PostFormatError(where, "broken", reason=reason[:100]) from error
