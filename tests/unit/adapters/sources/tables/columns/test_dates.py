from __future__ import annotations

import pytest

from adapters.sources.tables.columns.dates import is_date, moment, order_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13/05/2025 14:33", "2025-05-13T14:33:00+00:00"),
        ("5/13/2025 2:33 PM", "2025-05-13T14:33:00+00:00"),
        ("12.05.2025 14:33:20", "2025-05-12T14:33:20+00:00"),
        ("2025/05/12 2:33:20 PM GMT+2", "2025-05-12T12:33:20+00:00"),
        ("2025-05-12T14:33:00-04:00", "2025-05-12T18:33:00+00:00"),
        ("12/05/25 à 14h33", None),
        ("05/05/2025", "2025-05-05T00:00:00+00:00"),
        ("12 mai 2025", "2025-05-12T00:00:00+00:00"),
        ("12. März 2025", "2025-03-12T00:00:00+00:00"),
        ("3 de mayo de 2025", "2025-05-03T00:00:00+00:00"),
        ("1747060380", "2025-05-12T14:33:00+00:00"),
        ("1747060380000", "2025-05-12T14:33:00+00:00"),
        ("2025-05-12 14:33:00", "2025-05-12T14:33:00+00:00"),
        ("2025-02-31 14:33:00", None),
        ("31/02/2025", None),
        ("32.05.2025", None),
        ("25:99", None),
        ("the kiln", None),
    ],
)
def test_a_date_is_read_as_people_and_programs_write_it(text: str, expected: str | None) -> None:
    found = moment(text, None)
    assert (found and found.isoformat()) == expected


def test_where_the_order_is_known_it_counts() -> None:
    by_day, by_month = moment("12/05/2025", "day-first"), moment("12/05/2025", "month-first")
    assert by_day is not None
    assert by_month is not None
    assert (by_day.month, by_month.month) == (5, 12)
    assert moment("13/05/2025", "month-first") is None


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["01/02/2025", "13/02/2025"], ("day-first", "01/02/2025")),
        (["01/02/2025", "02/13/2025"], ("month-first", "01/02/2025")),
        (["01/02/2025", "03/04/2025"], (None, "01/02/2025")),
        (["13/02/2025", "02/13/2025", "01/02/2025"], (None, "01/02/2025")),
        (["13/02/2025", "02/13/2025"], (None, "")),
        (["2025-05-12", "4/4/2025", "", 7], (None, "")),
        (["1.2.2025"], ("day-first", "")),
    ],
)
def test_the_order_shows_in_the_whole_column(
    dates: list[object], expected: tuple[str | None, str]
) -> None:
    assert order_of(dates) == expected


def test_numbers_are_no_dates() -> None:
    assert not any(map(is_date, ("12", "12.5", "1.2.3", "2025", "100/200/300")))
