"""Posts at hand in place of a file's: a replay's, a set's for measuring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.errors import PostFormatError
    from index.posts import Post


@dataclass
class GivenPosts:
    """Posts and errors in their order (a `PostSource`).

    Attributes:
        items: What is yielded, as it is.
        origin: Where they come from; "" where that is nowhere.
        position: How many were yielded.
        left_out: What was left out before, by its kind.
    """

    items: Sequence[Post | PostFormatError]
    origin: str = ""
    position: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Is how many there are."""
        return len(self.items)

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield them."""
        for item in self.items:
            self.position += 1
            yield item
