"""Counts what an import did with the posts it read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.errors import PostFormatError

TOLD: Final = 3
"""Refusals whose reasons are kept with the counts."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many posts an import found in which state; refused counts lines and files.

    Attributes:
        left_out: Of what is never stored again: who was forgotten, what was deleted.
        left_out_of_files: What files hold of which no post is made, by its kind.
        problems: Why the first few were refused.
        examples: A few of the posts that would change (~) or go (-), where nothing was written.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: int = 0
    left_out: int = 0
    left_out_of_files: Counter[str] = field(default_factory=Counter, compare=False)
    problems: tuple[PostFormatError, ...] = field(default=(), compare=False)
    examples: tuple[str, ...] = field(default=(), compare=False)

    @property
    def read(self) -> int:
        """Counts the posts read so far."""
        return self.new + self.changed + self.unchanged + self.left_out

    def __add__(self, other: Counts) -> Counts:
        """Return both together."""
        both = (getattr(self, each.name) + getattr(other, each.name) for each in fields(self))
        return Counts(*both).shortened()

    def with_refused(self, *errors: PostFormatError) -> Counts:
        """Return the counts with more that was refused."""
        return self + Counts(refused=len(errors), problems=errors)

    def shortened(self) -> Counts:
        """Return the counts with the first few problems only."""
        return replace(self, problems=self.problems[:TOLD])
