"""Posts from a list instead of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.errors import PostFormatError
    from index.posts import Post


@dataclass
class ListSource:
    """A post source whose posts are given."""

    items: Sequence[Post | PostFormatError]
    origin: str = ""
    position: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.items)

    def posts(self) -> Iterator[Post | PostFormatError]:
        for item in self.items:
            self.position += 1
            yield item
