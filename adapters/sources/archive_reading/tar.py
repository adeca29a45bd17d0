"""The members of a packed tar, read within bounds, in whatever order they lie."""

from __future__ import annotations

import tarfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from adapters.sources.archive_reading.counted_gzip import CountedGzip
from adapters.sources.archive_reading.limits import Bounded, Budget, translated
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


class TarMembers:
    """The members of a tar.gz.

    Finding them unpacks it once from end to end, and opening one does so up to its place; members
    asked for in another order than theirs are read from a copy.

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
            self._packed = CountedGzip(path, file)
        try:
            with translated(file):
                self._packed.check_is_packed_once()
                self._tar = tarfile.open(fileobj=self._packed, mode="r:")  # noqa: SIM115 -- see close
                for number, info in enumerate(self._tar):
                    self._take(info, number)
                self._packed.end_headers()
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
