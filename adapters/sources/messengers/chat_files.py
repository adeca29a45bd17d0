"""Finds the exports that are one JSON file a chat, by one look at how each file begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from adapters.sources.archive_reading.matching import Claim
from adapters.sources.archive_reading.members import head
from adapters.sources.messengers import matrix, slackdump, telegram

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

_HEAD: Final = 4_096


class _Reader(Protocol):
    def begins(self, start: bytes) -> bool:
        """Return whether a file that begins like this is of its kind."""
        ...

    def posts_in(
        self, members: Members, names: Sequence[str], labels: Labels
    ) -> Iterator[Post | PostFormatError]:
        """Yield the posts of such files."""
        ...


READERS: Final[tuple[_Reader, ...]] = (telegram, matrix, slackdump)
"""The kinds of exports that are one file a chat."""


def claims(members: Members) -> list[Claim]:
    """Return a claim for each kind on all its files, and on the lists of users beside them."""
    found: list[list[str]] = [[] for _ in READERS]
    for name in sorted(members.sizes):
        if name.lower().endswith(".json"):
            kind = _kind(head(members, name, _HEAD))
            if kind is not None:
                found[kind].append(name)
    dumps = found[READERS.index(slackdump)]
    dumps += slackdump.lists_beside(members, dumps)
    return [Claim("", names) for names in found if names]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what people wrote in these files."""
    kind = _kind(head(members, claim.names[0], _HEAD))
    members.budget.rewind()
    if kind is not None:
        yield from READERS[kind].posts_in(members, claim.names, labels)


def _kind(start: bytes) -> int | None:
    return next((at for at, reader in enumerate(READERS) if reader.begins(start)), None)
