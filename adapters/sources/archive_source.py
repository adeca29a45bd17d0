"""One archive as a source of posts, and the archives that a file or folder holds."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.archive_formats import ARCHIVE_FORMATS
from adapters.sources.archive_reading.limits import Budget
from adapters.sources.archive_reading.members import (
    FolderMembers,
    Members,
    ZipMembers,
    member_error,
)
from adapters.sources.archive_reading.tar import TarMembers
from adapters.sources.faults import fault_in
from index.crashes import crashes_as_errors
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from adapters.sources.archive_reading.matching import ArchiveFormat, Claim
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP: Final = b"\x1f\x8b"
_ENDINGS: Final = (".zip", ".tar.gz", ".tgz")
_OF_WORDS: Final = (
    ".txt", ".md", ".csv", ".tsv", ".jsonl", ".htm", ".html", ".xlsx", ".ods", ".pdf", ".docx",
    ".pptx", ".odt", ".vtt", ".srt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Location:
    """Where members are read.

    Attributes:
        path: The zip, the packed tar, or the folder.
        file: The same as the person gave it.
        names: The folder's files; None for what is packed.
    """

    path: Path
    file: str
    names: tuple[str, ...] | None = None

    def opened(self) -> AbstractContextManager[Members]:
        """Open it.

        Raises:
            PostFormatError: It is broken.
        """
        if self.names is None:
            kind = ZipMembers if _kind(self.path) == "zip" else TarMembers
            return closing(kind(self.path, self.file))
        return nullcontext(FolderMembers(self.path, self.file, self.names))


class SharedMembers:
    """The members of one place, opened once for all archives in it, which are read in a row.

    Opening them for each would take the square of their number.

    Attributes:
        location: Where they are.
        readers: How many archives there are.
    """

    def __init__(self, location: Location) -> None:
        self.location = location
        self.readers = 0
        self._members: Members | None = None
        self._left = 0
        self._open = ExitStack()

    @contextmanager
    def opened(self) -> Iterator[Members]:
        """Open them for the first reader; the last one closes them.

        Raises:
            PostFormatError: They are broken.
        """
        if self._members is None:
            self._members = self._open.enter_context(self.location.opened())
            self._left = self.readers
        self._members.budget = Budget()
        try:
            yield self._members
        finally:
            self._left -= 1
            if self._left <= 0:
                self._members = None
                self._open.close()


class Archive:
    """The posts of one archive (a `PostSource`).

    Args:
        place: Where its members are.
        form: The kind of archive.
        claim: Those of its members that are its own.
        labels: What it gives to its posts.
        origin: Its absolute path.
    """

    is_first: bool = False
    """Whether it tells what is wrong with the whole place."""
    unread: Sequence[str] = ()
    """Members of the same file that look like posts, and that nobody reads."""

    others: Sequence[str] = ()
    """Other members of the same file that hold words, and nobody reads them."""

    def __init__(
        self, place: SharedMembers, form: ArchiveFormat, claim: Claim, labels: Labels, origin: str
    ) -> None:
        self._place = place
        self._form = form
        self._claim = claim
        self._labels = replace(labels, left_out=Counter())
        self._origin = origin
        self._budget = Budget()

    @property
    def origin(self) -> str:
        """Is the absolute path of the zip or folder."""
        return self._origin

    @property
    def identity(self) -> str:
        """Tells it from the other archives of the same file."""
        return f"{self._origin}\0{self._claim.root}\0{self._claim.names[0]}"

    @property
    def names(self) -> Sequence[str]:
        """Lists its members."""
        return self._claim.names

    @property
    def folders(self) -> set[str]:
        """Are those below its top that hold members of its own."""
        found = {os.path.dirname(name) for name in self.names}  # noqa: PTH120
        return found - {self._claim.root.rstrip("/")}

    @property
    def size(self) -> int:
        """Is the number of bytes that its members unpack to."""
        return self._claim.size

    @property
    def position(self) -> int:
        """Is the number of bytes read so far."""
        # To recognise things, some bytes are read twice.
        return min(self._budget.position, self._claim.size)

    @property
    def left_out(self) -> Mapping[str, int]:
        """Counts what was left out so far, by its kind."""
        return self._labels.left_out

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield the posts, and in their places the errors; raise none."""
        self._labels.left_out.clear()
        try:
            with crashes_as_errors(), self._place.opened() as members:
                self._budget = members.budget
                yield from members.problems if self.is_first else ()
                for name in self.unread:
                    yield member_error(members.file, name, "unknown_member")
                for name in self.others:
                    self._labels.leave_out_named("members", "other_members", name)
                yield from self._form.posts(members, self._claim, self._labels)
        except PostFormatError as error:
            yield error
        except Exception as fault:  # noqa: BLE001 -- one file of many is to cost no other
            yield fault_in(self._labels, fault)
        finally:
            self._labels.faults.tell("error")


def in_folder(
    folder: Path, names: Sequence[str], labels: Labels
) -> list[Archive | PostFormatError]:
    """Return the archives that lie unpacked in a folder; an error for a fault of ours.

    Args:
        folder: Where to look.
        names: Its files, below it.
        labels: What it gives to its posts.
    """
    try:
        origin = str(folder.resolve())
        origin.encode()
    except (OSError, UnicodeError):
        return []  # whoever reads its files says what is wrong
    return _found(Location(folder, labels.file, tuple(names)), origin, labels)


def in_file(path: Path, labels: Labels) -> list[Archive | PostFormatError]:
    """Return the archives in a file: none where it is something else.

    One that is broken or unknown is an error, if its name says that it is packed.
    """
    try:
        if not path.is_file():
            return []
        kind, origin = _kind(path), str(path.resolve())
        origin.encode()
        if kind is None:
            folder = os.path.dirname(labels.file)  # noqa: PTH120 -- "" must stay ""
            location = Location(path.parent, folder, (path.name,))
            return _found(location, origin, labels)
        found = _found(Location(path, labels.file), origin, labels)
    except (OSError, UnicodeError):
        return []  # whoever reads it as a file says what is wrong
    except PostFormatError as error:
        return [error] if path.name.lower().endswith(_ENDINGS) else []
    if not found and path.name.lower().endswith(_ENDINGS):
        return [PostFormatError(labels.file, "unknown_archive")]
    return found


def _kind(path: Path) -> Literal["zip", "tar"] | None:
    with path.open("rb") as stream:
        start = stream.read(4)
    if start in _ZIP:
        return "zip"
    return "tar" if start.startswith(_GZIP) else None


def _found(location: Location, origin: str, labels: Labels) -> list[Archive | PostFormatError]:
    archives: list[Archive] = []
    faults: list[PostFormatError] = []
    taken: set[str] = set()
    place = SharedMembers(location)
    with location.opened() as members:
        for form in ARCHIVE_FORMATS:
            for claim in _claims(form, members, labels, faults):
                names = [name for name in claim.names if name not in taken]
                if not names:
                    continue
                taken.update(names)
                own = replace(claim, names=names, size=sum(map(members.sizes.__getitem__, names)))
                where = f"{origin}/{claim.root}".rstrip("/") if location.names else origin
                archives.append(Archive(place, form, own, labels, where))
        place.readers = len(archives)
        if archives:
            archives[0].is_first = True
        if archives:
            left = [name for name in members.sizes if name not in taken]
            if location.names is not None:
                # Elsewhere in a folder they are files like others. Among an archive's own they
                # may be of a channel that not everyone reads.
                inner = {folder for each in archives for folder in each.folders}
                left = [name for name in left if os.path.dirname(name) in inner]  # noqa: PTH120
            archives[0].unread = [name for name in left if name.lower().endswith(".json")]
            archives[0].others = [name for name in left if name.lower().endswith(_OF_WORDS)]
    return [*archives, *faults]


def _claims(
    form: ArchiveFormat, members: Members, labels: Labels, faults: list[PostFormatError]
) -> list[Claim]:
    try:
        with crashes_as_errors():
            return [*form.claims(members)]
    except (OSError, UnicodeError, PostFormatError):
        raise
    except Exception as fault:  # noqa: BLE001 -- one file of many is to cost no other
        faults.append(fault_in(labels, fault))
        return []
