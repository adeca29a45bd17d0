from __future__ import annotations

from datetime import date, timedelta

from bot.admin.report import MOST_BARS, Period, Report
from bot.ledger.activity import Activity, DayCount
from index.statistics import Statistics
from tests.fakes.bot.ledgers import NOW

NOTHING = Statistics((), 0, None, None, 0)


def of_months(**months: tuple[int, int]) -> list[Period]:
    named = {name.strip("_").replace("_", "-"): counts for name, counts in months.items()}
    return Report(NOW, NOTHING, named).posts_over_time


def of_days(*days: DayCount) -> list[Period]:
    return Report(NOW, NOTHING, {}, Activity(days)).questions_over_time


def test_a_month_without_posts_is_shown_as_one() -> None:
    assert of_months(_2025_12=(1, 2), _2026_02=(3, 0)) == [
        Period("2025-12", 1, 2), Period("2026-01", 0, 0), Period("2026-02", 3, 0),
    ]  # fmt: skip
    assert of_months() == []


def test_many_months_are_shown_by_year() -> None:
    assert of_months(_2021_12=(1, 0), _2022_02=(2, 1), _2022_03=(2, 1), _2024_12=(1, 1)) == [
        Period("2021", 1, 0), Period("2022", 4, 2), Period("2023", 0, 0), Period("2024", 1, 1),
    ]  # fmt: skip


def test_what_is_earlier_than_the_last_bars_is_one_bar_and_counted() -> None:
    shown = of_months(_0001_01=(5, 0), _1900_01=(2, 1), _2026_01=(1, 0))
    assert len(shown) == MOST_BARS
    assert (shown[0], shown[1].name, shown[-1]) == (
        Period("≤ 1967", 7, 1), "1968", Period("2026", 1, 0),
    )  # fmt: skip


def test_questions_are_shown_by_week() -> None:
    monday, sunday = date(2026, 1, 5), date(2026, 1, 11)
    later = monday + timedelta(weeks=2)
    assert of_days(DayCount(monday, 1, 2), DayCount(sunday, 3, 0), DayCount(later, 0, 1)) == [
        Period("2026-01-05", 4, 2), Period("2026-01-12", 0, 0), Period("2026-01-19", 0, 1),
    ]  # fmt: skip
    assert of_days() == []
