"""What a report shows: what is stored, what was asked, and how both grew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.ledger.activity import Activity, activity_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from bot.ledger.ledger import Ledger
    from index.post_index import PostIndex
    from index.statistics import SourceCount, Statistics

MOST_BARS: Final = 60
"""So many bars a chart has; what is earlier than the last ones is one bar."""
_MANY_MONTHS: Final = 36
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, by its name (`2026`, `2026-01`, `2026-01-26`), with two counts."""

    name: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a report shows.

    Attributes:
        made_at: When it was made.
        statistics: What is stored.
        months: How many posts and comments each month has (`2026-01`).
        activity: What was asked in chats.
    """

    made_at: datetime
    statistics: Statistics
    months: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    activity: Activity = field(default_factory=Activity)

    @property
    def posts_over_time(self) -> list[Period]:
        """Are posts and comments by month, or by year where the months are many."""
        if not self.months:
            return []
        first, last = (_number(name) for name in (min(self.months), max(self.months)))
        if last - first < _MANY_MONTHS:
            every = [_name(month) for month in range(first, last + 1)]
            return [Period(name, *self.months.get(name, (0, 0))) for name in every]
        years = [f"{year:04}" for year in range(first // _MONTHS, last // _MONTHS + 1)]
        return _counted(years, ((name[:4], *counts) for name, counts in self.months.items()))

    @property
    def questions_over_time(self) -> list[Period]:
        """Are answered and other questions by week, each by its Monday."""
        days = self.activity.days
        if not days:
            return []
        first, last = _monday(days[0].day), _monday(days[-1].day)
        weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
        counts = ((_monday(each.day).isoformat(), each.found, each.missed) for each in days)
        return _counted([week.isoformat() for week in weeks], counts)

    @property
    def sources(self) -> Sequence[SourceCount]:
        """Are the sources, the one with the most posts first."""
        return sorted(self.statistics.sources, key=lambda each: -each.posts - each.comments)


def make_report(index: PostIndex, ledger: Ledger | None, now: datetime) -> Report:
    """Return what is stored and what was asked.

    Args:
        index: The posts.
        ledger: What was asked; None where nothing was.
        now: The present moment.
    """
    activity = activity_in(ledger.database) if ledger else Activity()
    return Report(now, index.statistics(), index.engine.posts_by_month(), activity)


def _counted(names: Sequence[str], counts: Iterable[tuple[str, int, int]]) -> list[Period]:
    """Return periods with their counts; those before the last ones are one."""
    early = names[: 1 - MOST_BARS] if len(names) > MOST_BARS else []
    shown = {name: f"≤ {early[-1]}" if name in {*early} else name for name in names}
    first, second = Counter[str](), Counter[str]()
    for name, one, other in counts:
        first[shown[name]] += one
        second[shown[name]] += other
    return [Period(name, first[name], second[name]) for name in dict.fromkeys(shown.values())]


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * _MONTHS + int(number) - 1


def _name(month: int) -> str:
    return f"{month // _MONTHS:04}-{month % _MONTHS + 1:02}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
