"""Ids as Discord gives them: a moment, and a count that keeps them apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from index.clock import utc_now

if TYPE_CHECKING:
    from index.clock import Clock

Json = dict[str, Any]
"""One JSON object, as it goes over the wire."""

_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_COUNT_BITS = 22


class Snowflakes:
    """Gives ids that grow with time.

    Args:
        clock: Tells it.
    """

    def __init__(self, clock: Clock = utc_now) -> None:
        self.clock = clock
        self._count = 0

    def make(self, at: datetime | None = None) -> int:
        """Return a new id for this moment, or for now."""
        milliseconds = ((at or self.clock()) - _EPOCH) // timedelta(milliseconds=1)
        self._count += 1
        return milliseconds << _COUNT_BITS | self._count % (1 << _COUNT_BITS)


def moment_of(snowflake: int) -> datetime:
    """Return the moment at which the id was given."""
    return _EPOCH + timedelta(milliseconds=snowflake >> _COUNT_BITS)
