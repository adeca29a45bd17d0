"""Counts what a reading comes to, and reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.ingest.counts import Counts

if TYPE_CHECKING:
    from bot.ports import Report


class Stretch(NamedTuple):
    """What is to be read of a channel, by time: how many messages it holds, nobody tells.

    Attributes:
        first: When the channel was made, in the platform's unit; 0 where that is not known.
        last: Where the reading begins, or goes on.
    """

    first: int
    last: int

    def read_to(self, moment: int | None) -> tuple[int, int]:
        """Return how much is done of how much, once it is read back to a moment; 0 if unknown.

        Args:
            moment: The moment; None where only threads are left, which are not counted.
        """
        total = max(0, self.last - self.first) if self.first else 0
        done = total - 1 if moment is None else self.last - moment
        return max(0, min(done, total)), total


class Progress:
    """How far a reading is.

    Args:
        report: Hears it; may raise to end the reading.

    Attributes:
        counts: What was stored and removed.
        done: How much of how much is read.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.counts = Counts()
        self.done = (0, 0)

    def report(self) -> None:
        """Tell it."""
        self._report(*self.done, self.counts)
