"""The members of a packed tar, read within bounds; nothing of it is written to the disk."""

from __future__ import annotations

import gzip
import tarfile
from contextlib import contextmanager
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
    Bounded,
    Budget,
    translated,
)
from adapters.sources.archive_reading.members import (
    check_size,
    is_hidden,
    leads_out,
    member_error,
    member_name,
    told_shortly,
)
from adapters.sources.archive_reading.small_members import SmallMembers
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# How gzip, bzip2, xz, zip and Zstandard begin.
_PACKED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"PK\x03\x04", b"\x28\xb5\x2f\xfd")


class TarMembers:
    """The members of a tar.gz.

    Finding them unpacks it once from end to end, and opening one does so up to its place.

    Raises:
        PostFormatError: It is broken, or a bomb.
    """

    def __init__(self, path: Path, file: str) -> None:
        self.file = file
        self.problems: list[PostFormatError] = []
        self.budget = Budget()
        self._infos: dict[str, tarfile.TarInfo] = {}
        self._small = SmallMembers()
        with translated(file):
            self._packed = _Counted(path, file)
        try:
            with translated(file):
                self._packed.check_is_packed_once()
                self._tar = tarfile.open(fileobj=self._packed, mode="r:")  # noqa: SIM115 -- see close
                for number, info in enumerate(self._tar):
                    self._take(info, number)
                self._packed.is_read_for_headers = False
        except PostFormatError:
            self._packed.close()
            raise
        told_shortly(self.problems, file)
        self.sizes = {name: info.size for name, info in self._infos.items()}

    def _take(self, info: tarfile.TarInfo, number: int) -> None:
        if number >= self._packed.most_members:
            most = self._packed.most_members
            raise PostFormatError(self.file, "too_many_members", most=most)
        name = info.name.removeprefix("./")
        if leads_out(name):
            self.problems.append(member_error(self.file, name, "leads_out"))
        elif info.isreg() and not info.issparse() and not is_hidden(name):
            self._infos[name] = info

    @contextmanager
    def opened(self, name: str) -> Iterator[Bounded]:
        """Open a member as bounded bytes."""
        where = member_name(self.file, name)
        size = self.sizes.get(name)
        check_size(where, size)

        def extracted() -> IO[bytes]:
            with translated(where):
                stream = self._tar.extractfile(self._infos[name])
            if stream is None:
                raise PostFormatError(where, "not_regular_member")
            return stream

        with self._small.opened(name, size or 0, extracted) as stream:
            yield Bounded(stream, where, self.budget)

    def close(self) -> None:
        """Close the file."""
        self._tar.close()
        self._packed.close()


class _Counted(gzip.GzipFile):
    """Unpacks, but no further than a tar of texts and pictures would.

    Attributes:
        is_read_for_headers: Whether nothing but headers is read, as at first.
        most_members: How many members it may have, by its size.
    """

    def __init__(self, path: Path, file: str) -> None:
        super().__init__(path)
        self.is_read_for_headers = True
        self._file = file
        packed = path.stat().st_size
        self._furthest = min(LARGEST_TOTAL, LARGEST_RATIO * max(packed, 10_000))
        self.most_members = min(MOST_MEMBERS, max(SURE_MEMBERS, packed // BYTES_A_MEMBER))
        self._headers = 0

    def check_is_packed_once(self) -> None:
        """Refuse a tar that was compressed more than once, and go back to its beginning.

        Raises:
            PostFormatError: It was.
        """
        start = self.read(len(max(_PACKED, key=len)))
        self.seek(0)
        if start.startswith(_PACKED):
            raise PostFormatError(self._file, "packed_twice")

    def read(self, size: int | None = -1) -> bytes:
        # A header that announces gigabytes would have them all in memory.
        most = LARGEST_HEADER if self.is_read_for_headers else LARGEST_PIECE + 1
        if size is None or not 0 <= size <= most:
            raise PostFormatError(self._file, "endless_header")
        self._headers += self.is_read_for_headers
        if self._headers > (most := HEADERS_A_MEMBER * (self.most_members + 1)):
            raise PostFormatError(self._file, "too_many_headers", most=most)
        self._check(self.tell() + size)
        return super().read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        self._check(offset)
        return super().seek(offset, whence)

    def _check(self, position: int) -> None:
        if position > self._furthest + LARGEST_PIECE:
            raise PostFormatError(self._file, "bomb", most=LARGEST_RATIO)
