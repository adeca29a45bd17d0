"""Logs faults of ours in what comes from outside: each kind in full once, then only counted."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from itertools import chain
from traceback import walk_tb
from typing import Final
from uuid import uuid4

from index.error_sentences import verbatim

_log: Final = logging.getLogger(__name__)

MOST_PLACES: Final = 20
"""So many kinds of faults are logged in full; further ones share one id, and are counted."""

_CALLS: Final = 3
"""The innermost calls, by which faults are told apart: a library's last line alone tells little."""
_MOST_CAUSES: Final = 5
_OTHERS: Final = ("",)


class WordlessFault(Exception):
    """What was raised, by its kind alone: what it says may be somebody's words."""


@dataclass(slots=True)
class _Kind:
    id: str
    met: int = 0
    told: int = 0


class FaultLog:
    """The faults met in one import, or in what one connection tells.

    Those that were raised at the same place are of one kind, and have one id: each leads to what
    the log says of the first.
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[object, ...], _Kind] = {}

    def note(self, what: str, fault: BaseException) -> str:
        """Log a fault, or count it with those of its kind; return their id.

        Args:
            what: What it is called in the log.
            fault: What was raised.
        """
        place = _place(fault)
        if place not in self._kinds and len(self._kinds) >= MOST_PLACES:
            place = _OTHERS
        kind = self._kinds.setdefault(place, _Kind(uuid4().hex[:8]))
        kind.met += 1
        if kind.met == 1:
            _log.error("%s %s", what, kind.id, exc_info=_wordless(fault))
            kind.told = 1
        elif kind.met == 10 * kind.told:
            _log.error("%s %s: %d times by now", what, kind.id, kind.met)
            kind.told = kind.met
        return kind.id

    def tell(self, what: str) -> None:
        """Log how often each was met, where that was not told yet.

        Args:
            what: What a fault is called in the log.
        """
        for kind in self._kinds.values():
            if kind.met > kind.told:
                _log.error("%s %s: %d times in all", what, kind.id, kind.met)
                kind.told = kind.met


def _place(fault: BaseException) -> tuple[object, ...]:
    """Return what two faults of one kind have in common: their type, and where they come from."""
    calls = deque(walk_tb(fault.__traceback__), _CALLS)
    lines = ((frame.f_code.co_filename, line) for frame, line in calls)
    return (type(fault).__name__, *chain.from_iterable(lines))


def _wordless(fault: BaseException, depth: int = 0) -> WordlessFault:
    """Return a fault, and what it came of, with the places in the code and without its words."""
    shown = WordlessFault(verbatim(type(fault).__name__)).with_traceback(fault.__traceback__)
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if cause is not None and depth < _MOST_CAUSES:
        shown.__cause__ = _wordless(cause, depth + 1)
    return shown
