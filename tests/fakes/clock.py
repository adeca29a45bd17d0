"""The time, as tests move it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from index.clock import utc_now

if TYPE_CHECKING:
    from datetime import datetime


class MovedClock:
    """The present moment, and what a test put before it."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return utc_now() + self._ahead

    def move(self, **by: float) -> None:
        """Let time pass: `days=7`."""
        self._ahead += timedelta(**by)
