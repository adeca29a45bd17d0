"""Counts what a reading comes to, and reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.ingest.counts import Counts

if TYPE_CHECKING:
    from bot.ports import Report


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
