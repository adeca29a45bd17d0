"""The time as an argument: what is below the rim takes a clock, and never reads one itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, timezone-aware."""


def utc_now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)
