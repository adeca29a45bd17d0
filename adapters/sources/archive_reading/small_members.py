"""Keeps small members once they were read: finding what an archive is looks at each repeatedly."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final

from adapters.sources.archive_reading.limits import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from adapters.sources.archive_reading.limits import Readable

_LARGEST: Final = 16_384
"""The largest member that is kept, in bytes: opening a smaller one costs more than reading it."""
_ROOM: Final = 32_000_000
"""What all that are kept may have together, in bytes."""


class SmallMembers:
    """The bytes of the small members of one archive, by name."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._room = _ROOM

    @contextmanager
    def opened(
        self, name: str, size: int, open_member: Callable[[], AbstractContextManager[IO[bytes]]]
    ) -> Iterator[Readable]:
        """Give a member from its beginning on, opened at the first time only if it is small.

        Args:
            name: The member.
            size: Its bytes, as far as the archive says.
            open_member: Opens it.
        """
        if name not in self._kept and size <= min(_LARGEST, self._room):
            self._keep(name, size, open_member)
        if (data := self._kept.get(name)) is not None:
            yield BytesIO(data)
        else:
            with open_member() as stream:
                yield stream

    def _keep(
        self, name: str, size: int, open_member: Callable[[], AbstractContextManager[IO[bytes]]]
    ) -> None:
        try:
            with open_member() as stream:
                data = stream.read(size + 1)
        except BROKEN:
            return  # whoever reads it is told
        self._kept[name] = data
        self._room -= len(data)
