"""The members of an archive, read within bounds: from a zip, a packed tar, or a folder."""

from __future__ import annotations

import os
import re
import zipfile
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final, Protocol

from adapters.sources.archive_reading.limits import (
    BYTES_A_FILE,
    LARGEST_MEMBER,
    LARGEST_PIECE,
    LARGEST_RATIO,
    MOST_MEMBERS,
    PACKED_BYTES_A_FILE,
    SURE_FILES,
    Bounded,
    Budget,
    megabytes,
    translated,
)
from adapters.sources.archive_reading.small_members import SmallMembers
from adapters.sources.file_defaults import printable
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

_DRIVE: Final = re.compile(r"[A-Za-z]:")
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
# So many unsafe names are told one by one, and the rest as a number.
_NAMED: Final = 20


class Members(Protocol):
    """What an archive holds, by name; names have slashes and lead nowhere outside.

    Attributes:
        budget: Counts what was read of it; a new one may be put in its place.
    """

    budget: Budget

    @property
    def file(self) -> str:
        """Is the archive's path as the person gave it, for the errors."""
        ...

    @property
    def sizes(self) -> Mapping[str, int]:
        """Tells the bytes of every member, as far as the archive says."""
        ...

    @property
    def problems(self) -> Sequence[PostFormatError]:
        """Lists what is left out, and why."""
        ...

    def opened(self, name: str) -> AbstractContextManager[Bounded]:
        """Open a member as bounded bytes.

        Raises:
            PostFormatError: It cannot be read, or is too large; also while it is read.
        """
        ...


class FolderMembers:
    """The files of an unpacked archive.

    Args:
        folder: Where it lies.
        file: The same as the person gave it.
        names: Its files, below the folder.
    """

    def __init__(self, folder: Path, file: str, names: Sequence[str]) -> None:
        self.file = file
        self.sizes: dict[str, int] = {}
        self.problems: list[PostFormatError] = []
        self._folder = folder
        self.budget = Budget()
        for name in names:
            try:
                self.sizes[name] = (folder / name).stat().st_size
            except OSError as error:
                reason = str(error.strerror)
                self.problems.append(member_error(file, name, "not_readable", reason=reason))

    @contextmanager
    def opened(self, name: str) -> Iterator[Bounded]:
        """Open a file of the folder."""
        where = member_name(self.file, name)
        check_size(where, self.sizes.get(name))
        with translated(where):
            file = (self._folder / name).open("rb")
        with file as stream:
            yield Bounded(stream, where, self.budget)


class ZipMembers:
    """The members of a zip; nothing of it is written to the disk.

    Args:
        path: The zip, or all its bytes.
        file: Its path as the person gave it.
        with_hidden: Whether hidden members are members, too.

    Raises:
        PostFormatError: It is broken, or holds too many members.
    """

    def __init__(self, path: Path | BytesIO, file: str, *, with_hidden: bool = False) -> None:
        self.file = file
        self.problems: list[PostFormatError] = []
        self.budget = Budget()
        self._with_hidden = with_hidden
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._small = SmallMembers()
        with translated(file):
            # Kept open as long as this is: a file that is replaced meanwhile cannot mix in.
            self._zip = zipfile.ZipFile(path)
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise PostFormatError(file, "too_many_members", most=MOST_MEMBERS)
        for info in infos:
            # The name may be empty, which the library's own test for folders fails on.
            if info.filename and not info.filename.endswith("/"):
                self._take(info)
        told_shortly(self.problems, file)
        self.sizes = {name: info.file_size for name, info in self._infos.items()}
        # Members that are no bombs may share their bytes, and be one together.
        most = max(
            SURE_FILES,
            sum(self.sizes.values()) // BYTES_A_FILE,
            _size(path) // PACKED_BYTES_A_FILE,
        )
        if len(self.sizes) > most and not with_hidden:
            self._zip.close()
            raise PostFormatError(file, "too_many_members", most=most)
        together = sum(each.file_size for each in self._infos.values() if not _is_bomb(each))
        if together > LARGEST_RATIO * max(_size(path), 10_000) + LARGEST_PIECE:
            self._zip.close()
            raise PostFormatError(file, "bomb", most=LARGEST_RATIO)

    def _take(self, info: zipfile.ZipInfo) -> None:
        name = _name(info)
        if leads_out(name):
            self.problems.append(member_error(self.file, name, "leads_out"))
        elif self._with_hidden or not is_hidden(name):
            self._infos[name] = info

    @contextmanager
    def opened(self, name: str) -> Iterator[Bounded]:
        """Open a member, unless it is encrypted or a bomb."""
        where = member_name(self.file, name)
        check_size(where, self.sizes.get(name))
        info = self._infos[name]
        if info.flag_bits & _ENCRYPTED:
            raise PostFormatError(where, "encrypted")
        if _is_bomb(info):
            raise PostFormatError(where, "bomb_within", most=LARGEST_RATIO)

        def unpacked() -> IO[bytes]:
            with translated(where):
                return self._zip.open(info)

        with self._small.opened(name, info.file_size, unpacked) as stream:
            # What it announces is not believed: the bytes are counted as they come.
            yield Bounded(stream, where, self.budget)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()


def _size(path: Path | BytesIO) -> int:
    return path.getbuffer().nbytes if isinstance(path, BytesIO) else path.stat().st_size


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > LARGEST_RATIO * max(info.compress_size, 10_000)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name with slashes, in UTF-8 where its writer forgot to say so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode()
    return name.replace("\\", "/").removeprefix("./")


def leads_out(name: str) -> bool:
    """Return whether a name would be written outside of its folder if it were unpacked."""
    return name.startswith("/") or _DRIVE.match(name) is not None or ".." in name.split("/")


def is_hidden(name: str) -> bool:
    """Return whether a member is passed over, as hidden files of a folder are."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def told_shortly(problems: list[PostFormatError], file: str) -> None:
    """Put a number in the place of most of very many unsafe names."""
    if len(problems) > _NAMED:
        more = len(problems) - _NAMED
        problems[_NAMED:] = [PostFormatError(file, "more_lead_out", more=more)]


def member_name(file: str, name: str) -> str:
    """Return the path of a member as the errors name it."""
    return f"{file}{os.sep}{printable(name)}"  # joined, an absolute name would stand alone


def member_error(file: str, name: str, kind: str, /, **values: str | float) -> PostFormatError:
    """Return an error of a kind that names a member."""
    return PostFormatError(member_name(file, name), kind, **values)


def check_size(where: str, size: int | None) -> None:
    """Refuse a member that is too large, or went since it was found.

    Raises:
        PostFormatError: It is, or did.
    """
    if size is None:
        raise PostFormatError(where, "gone")
    if size > LARGEST_MEMBER:
        raise PostFormatError(where, "too_large_member", most=megabytes(LARGEST_MEMBER))


def whole(members: Members, name: str) -> bytes:
    """Return all bytes of a member.

    Raises:
        PostFormatError: It cannot be read, or is too large to be read at once.
    """
    with members.opened(name) as stream:
        return stream.read(LARGEST_PIECE + 1)


def head(members: Members, name: str, length: int) -> bytes:
    """Return the first bytes of a member, or b"" where it cannot be read."""
    try:
        with members.opened(name) as stream:
            return stream.read(length)
    except PostFormatError:
        return b""
