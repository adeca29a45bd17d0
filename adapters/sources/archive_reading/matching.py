"""Which members of a folder or zip belong to an archive, and who reads them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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


def roots(members: Members, marks: Collection[str]) -> list[Claim]:
    """Return a claim on every folder that holds one of these files, with all below it."""
    found = {
        name.removesuffix(mark)
        for name in members.sizes
        for mark in marks
        if name == mark or name.endswith(f"/{mark}")
    }
    names, outer = sorted(members.sizes), list[str]()
    for root in sorted(found):
        # An archive within an archive belongs to the outer one, which comes just before.
        if not (outer and root.startswith(outer[-1])):
            outer.append(root)
    return [Claim(root, below(root, names)) for root in outer]


def below(root: str, names: Sequence[str]) -> list[str]:
    """Return the names that begin like this.

    Args:
        root: How they begin.
        names: All names, sorted.
    """
    places = range(bisect_left(names, root), len(names))
    return list(takewhile(lambda name: name.startswith(root), map(names.__getitem__, places)))
