"""Which members of a folder or zip belong to an archive, and who reads them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Sequence

    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post


@dataclass(frozen=True, slots=True)
class Claim:
    """The members that one archive takes.

    Attributes:
        root: The folder it lies in, with a slash at its end, or "".
        names: Its members, in the order they are read.
        size: Their bytes, as far as the archive says.
    """

    root: str
    names: Sequence[str]
    size: int = 0


class ArchiveFormat(Protocol):
    """A kind of archive; a module of `exports/`, `messengers/` or `linkedin/`."""

    def claims(self, members: Members) -> list[Claim]:
        """Return a claim for each archive of this kind."""
        ...

    def posts(
        self, members: Members, claim: Claim, labels: Labels
    ) -> Iterator[Post | PostFormatError]:
        """Yield the posts of an archive; a member that cannot be read is an error among them."""
        ...


def roots(members: Members, marks: Collection[str], own: re.Pattern[str]) -> list[Claim]:
    """Return a claim for every folder that holds one of these files, on what is its archive's.

    Other files that lie in the folder are somebody's own, and read as ever.

    Args:
        members: The archives.
        marks: What the file is called by which an archive is known.
        own: Matches the names of an archive's members, within its folder.
    """
    found = {
        name.removesuffix(mark)
        for name in members.sizes
        for mark in marks
        if name == mark or name.endswith(f"/{mark}")
    }
    names, claims, taken = sorted(members.sizes), list[Claim](), set[str]()
    for root in sorted(found):
        # An archive within an archive belongs to the outer one, which comes just before.
        held = [
            name
            for name in below(root, names)
            if name not in taken and own.fullmatch(name, len(root))
        ]
        taken.update(held)
        if any(root + mark in held for mark in marks):
            claims.append(Claim(root, held))
    return claims


def below(root: str, names: Sequence[str]) -> list[str]:
    """Return the names that begin like this.

    Args:
        root: How they begin.
        names: All names, sorted.
    """
    places = range(bisect_left(names, root), len(names))
    return list(takewhile(lambda name: name.startswith(root), map(names.__getitem__, places)))
