"""Says once that something is away, and how long to wait before it is tried again."""

from __future__ import annotations

import logging
from time import monotonic
from typing import TYPE_CHECKING, Final

from index.errors import IndexAway, IndexUnreachable

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 300.0
"""The first pause and the longest: each is twice as long as the one before it."""

_log: Final = logging.getLogger(__name__)


def is_told(error: BaseException) -> bool:
    """Return whether an error is of a server that is away, which is logged once for all."""
    return isinstance(error.__cause__, IndexAway)


def log_error(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log an error with its traceback; in one line where it is of a server that is away."""
    if is_told(error):
        log.error("%s: %s", what, error)
    else:
        log.error("%s", what, exc_info=error)


class Outage:
    """What is said of one thing that may be away, and the pauses between the tries.

    What is back for a shorter time than the longest pause goes on with the pauses as they were.

    Args:
        what: What it is called in the log.
        first_seconds: The first pause.
        clock: Tells the time in seconds, and does not jump.
    """

    def __init__(
        self,
        what: str,
        first_seconds: float | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._what = what
        self._first_seconds = FIRST_SECONDS if first_seconds is None else first_seconds
        self._pause = self._first_seconds
        self._clock = clock
        self._reason: str | None = None
        self._is_lost = False
        self._back_at = clock()

    def failed(self, reason: str | Exception) -> float:
        """Take it that a try failed; say so where it is new, and return how long to wait.

        Nothing is said of a database server that is away: that is said once for all. A lost
        connection to it is not said either, unless the next try fails like that: it may be away.
        """
        if isinstance(reason, Exception) and isinstance(reason.__cause__, IndexUnreachable):
            is_new, self._is_lost = not self._is_lost, True
            if is_new or is_told(reason):
                return self._first_seconds
        reason = str(reason)
        if self._reason is None and self._clock() - self._back_at > LONGEST_SECONDS:
            self._pause = self._first_seconds
        if reason != self._reason:
            _log.warning("%s failed, and is tried again and again: %s", self._what, reason)
        self._reason = reason
        pause, self._pause = self._pause, min(2 * self._pause, LONGEST_SECONDS)
        return pause

    def ended(self) -> None:
        """Take it that it is there; say so where it was away."""
        self._is_lost = False
        if self._reason is not None:
            _log.warning("%s works again", self._what)
            self._reason, self._back_at = None, self._clock()
