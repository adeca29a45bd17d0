"""Counts what was asked, for a report that names nobody who asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.database import Database

LISTED: Final = 10
"""So many questions are named."""

_EVERYWHERE: Final = ("", "")


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many questions of a day were answered, and how many were not."""

    day: date
    found: int
    missed: int


@dataclass(frozen=True, slots=True)
class AskedOften:
    """An openly asked question, as it was asked last.

    Attributes:
        text: The question.
        times: How often it was asked, in the same words whatever their form.
        found: How often it was answered.
        id: The question as it was asked last.
    """

    text: str
    times: int
    found: int
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class SlowQuestion:
    """A question at its slowest; its text is "" where it was asked in private."""

    text: str
    day: date
    seconds: float
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Activity:
    """What was asked in chats, as far as it is still kept.

    Attributes:
        days: Each day on which something was asked, the first one first.
        often: What was asked most openly, the most frequent first.
        slow: What took longest, the slowest first.
        good: How many answers were liked.
        bad: How many were called wrong.
    """

    days: Sequence[DayCount] = ()
    often: Sequence[AskedOften] = ()
    slow: Sequence[SlowQuestion] = ()
    good: int = 0
    bad: int = 0

    @property
    def found(self) -> int:
        """Counts the questions that were answered."""
        return sum(each.found for each in self.days)

    @property
    def asked(self) -> int:
        """Counts all questions."""
        return self.found + sum(each.missed for each in self.days)


def activity_in(
    database: Database, workspace: tuple[str, str] = _EVERYWHERE, *, most: int = LISTED
) -> Activity:
    """Return what was asked; a few passes over the questions that are kept.

    Args:
        database: The ledger's.
        workspace: The platform, and the server or workspace there; that of all by default.
        most: So many questions are named.
    """
    is_all = workspace == _EVERYWHERE
    where = "TRUE" if is_all else "(platform, room) = (?, ?)"
    values = () if is_all else workspace
    days = database.rows(
        "SELECT substr(asked_at, 1, 10), count(*) FILTER (WHERE is_found),"
        " count(*) FILTER (WHERE NOT is_found) FROM questions"
        f" WHERE {where} GROUP BY 1 ORDER BY 1",
        *values,
    )
    [(good, bad)] = database.rows(
        "SELECT count(*) FILTER (WHERE is_good), count(*) FILTER (WHERE NOT is_good) FROM ratings"
        f" WHERE question IN (SELECT id FROM questions WHERE {where})",
        *values,
    )
    return Activity(
        [DayCount(date.fromisoformat(day), found, missed) for day, found, missed in days],
        _often(database, where, *values, most),
        _slow(database, where, *values, most),
        good,
        bad,
    )


def _often(database: Database, where: str, *values: str | int) -> list[AskedOften]:
    rows = database.rows(
        "SELECT text, times, found, id FROM ("
        "SELECT text, asked_at, id, count(*) OVER same AS times,"
        " count(*) FILTER (WHERE is_found) OVER same AS found,"
        " row_number() OVER (PARTITION BY words ORDER BY asked_at DESC, id) AS nth"
        f" FROM questions WHERE NOT is_private AND {where} WINDOW same AS (PARTITION BY words)"
        ") AS counted WHERE nth = 1 ORDER BY times DESC, asked_at DESC LIMIT ?",
        *values,
    )
    return [AskedOften(text, times, found, id_) for text, times, found, id_ in rows]


def _slow(database: Database, where: str, *values: str | int) -> list[SlowQuestion]:
    rows = database.rows(
        "SELECT CASE WHEN is_private THEN '' ELSE text END, substr(asked_at, 1, 10),"
        " elapsed_seconds, id FROM (SELECT *, row_number() OVER ("
        "PARTITION BY is_private, CASE WHEN is_private THEN id ELSE words END"
        " ORDER BY elapsed_seconds DESC, asked_at, id) AS nth"
        f" FROM questions WHERE elapsed_seconds IS NOT NULL AND {where}"
        ") AS timed WHERE nth = 1 ORDER BY elapsed_seconds DESC, asked_at LIMIT ?",
        *values,
    )
    return [SlowQuestion(text, date.fromisoformat(day), took, id_) for text, day, took, id_ in rows]
