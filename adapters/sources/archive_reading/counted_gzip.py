"""Unpacks a tar.gz, no further than texts and pictures go, and not over and over."""

from __future__ import annotations

import gzip
import tempfile
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from adapters.sources.archive_reading.limits import (
    BYTES_A_MEMBER,
    HEADERS_A_MEMBER,
    LARGEST_HEADER,
    LARGEST_PIECE,
    LARGEST_RATIO,
    LARGEST_TOTAL,
    MOST_MEMBERS,
    SURE_MEMBERS,
)
from index.errors import PostFormatError

if TYPE_CHECKING:
    from pathlib import Path

# How gzip, bzip2, xz, zip and Zstandard begin.
_PACKED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"PK\x03\x04", b"\x28\xb5\x2f\xfd")
_LARGEST_COPY: Final = 1_000_000_000
"""The largest tar of which a copy is made, in bytes: the folder for it may lie in memory."""
_PIECE: Final = 1_000_000


class CountedGzip(gzip.GzipFile):
    """Unpacks, but no further than a tar of texts and pictures would.

    Going back means to unpack from the beginning again. Where that took longer than going through
    all of it once more, it is unpacked into a file without a name, which is for its owner alone.

    Attributes:
        is_read_for_headers: Whether nothing but headers is read, as at first.
        most_members: How many members it may have, by its size.
    """

    _copy: IO[bytes] | None = None

    def __init__(self, path: Path, file: str) -> None:
        super().__init__(path)
        self.is_read_for_headers = True
        self._file = file
        packed = path.stat().st_size
        self._furthest = min(LARGEST_TOTAL, LARGEST_RATIO * max(packed, 10_000))
        self.most_members = min(MOST_MEMBERS, max(SURE_MEMBERS, packed // BYTES_A_MEMBER))
        self._headers = 0
        self._end = 0
        self._in_vain = 0

    def check_is_packed_once(self) -> None:
        """Refuse a tar that was compressed more than once, and go back to its beginning.

        Raises:
            PostFormatError: It was.
        """
        start = self.read(len(max(_PACKED, key=len)))
        self.seek(0)
        if start.startswith(_PACKED):
            raise PostFormatError(self._file, "packed_twice")

    def end_headers(self) -> None:
        """Let what is read from here on be members."""
        self.is_read_for_headers = False
        self._end = self.tell()

    def read(self, size: int | None = -1) -> bytes:
        """Return so many bytes, or fewer at the end.

        Raises:
            PostFormatError: So many are never read at once, or it is a bomb.
        """
        # A header that announces gigabytes would have them all in memory.
        most = LARGEST_HEADER if self.is_read_for_headers else LARGEST_PIECE + 1
        if size is None or not 0 <= size <= most:
            raise PostFormatError(self._file, "endless_header")
        self._headers += self.is_read_for_headers
        if self._headers > (most := HEADERS_A_MEMBER * (self.most_members + 1)):
            raise PostFormatError(self._file, "too_many_headers", most=most)
        self._check(self.tell() + size)
        return self._copy.read(size) if self._copy else super().read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place, and return it.

        Raises:
            PostFormatError: It is further than what is no bomb goes.
        """
        self._check(offset)
        if not self._copy and not whence and not self.is_read_for_headers:
            self._note_going_back(offset)
        return self._copy.seek(offset, whence) if self._copy else super().seek(offset, whence)

    def _note_going_back(self, offset: int) -> None:
        here = self.tell()
        if offset >= here:
            return
        self._in_vain += here
        # The first time is the one from behind the last header.
        if self._in_vain > self._end + self._end // 8 and self._end <= _LARGEST_COPY:
            with suppress(OSError):  # where no room is left for it, it takes longer
                self._copy = self._copied()
            self._in_vain = 0

    def _copied(self) -> IO[bytes]:
        super().seek(0)
        copy = tempfile.TemporaryFile()  # noqa: SIM115 -- see close
        try:
            while piece := super().read(min(_PIECE, self._end - copy.tell())):
                copy.write(piece)
        except BaseException:
            copy.close()
            raise
        return copy

    def close(self) -> None:
        """Close the file; its copy is gone with that."""
        if self._copy:
            self._copy.close()
        super().close()

    def _check(self, position: int) -> None:
        if position > self._furthest + LARGEST_PIECE:
            raise PostFormatError(self._file, "bomb", most=LARGEST_RATIO)
