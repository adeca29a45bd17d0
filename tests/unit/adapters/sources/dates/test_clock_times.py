"""Days with a time and a zone, as people write them in four languages."""

from __future__ import annotations

import pytest

from adapters.sources.dates.in_lines import date_in
from adapters.sources.tables.columns.dates import moment

WRITTEN = [
    ("12 May 2025 14.33 BST", "13:33"),
    ("Mon 12 May 2025 14.33 BST", "13:33"),
    ("Monday 12th of May 2025, 2.33pm BST", "13:33"),
    ("May 12, 2025, 2:33 PM PDT", "21:33"),
    ("12 May 2025 | 14:33", "14:33"),
    ("12.05.2025, 14:33 Uhr", "14:33"),
    ("12.5.2025, 14.33 Uhr MESZ", "12:33"),
    ("12. Mai 2025 um 14 Uhr", "14:00"),
    ("Montag, 12. Mai 2025, 14.33 Uhr", "14:33"),
    ("le 12 mai 2025 à 14h33", "14:33"),
    ("Le lundi 12 mai 2025 à 14 h 33", "14:33"),
    ("12/05/2025 à 14h", "14:00"),
    ("12 de mayo de 2025, 14:33 h", "14:33"),
    ("el 12 de mayo del 2025 a las 14.33 horas", "14:33"),
    ("12 de mayo de 2025, 14:33 h CEST", "12:33"),
    ("2025-05-12 14:33 CEST", "12:33"),
]


@pytest.mark.parametrize(("text", "time"), WRITTEN)
def test_a_day_with_a_time_is_read_as_it_is_written(text: str, time: str) -> None:
    assert str(moment(text, "day-first"))[:16] == f"2025-05-12 {time}"


@pytest.mark.parametrize(("text", "time"), WRITTEN)
def test_it_is_found_whole_in_a_line(text: str, time: str) -> None:
    found = date_in(f"Ada Quill, {text}")
    assert found is not None
    assert str(moment(found[0], "day-first"))[:16] == f"2025-05-12 {time}"


@pytest.mark.parametrize(
    "text",
    [
        "12 May 2025 14:33 IST",
        "May 12, 2025 11:33 p.m. ET",
        "12/05/2025 14:33 CT",
    ],
)
def test_of_a_zone_that_may_be_several_the_day_alone_is_told(text: str) -> None:
    assert str(moment(text, "day-first")) == "2025-05-12 00:00:00+00:00"


def test_in_winter_no_zone_of_summer_tells_an_hour() -> None:
    assert str(moment("12 January 2025 14:33 BST", None)) == "2025-01-12 00:00:00+00:00"


@pytest.mark.parametrize(
    "text", ["12 May 2025 14:33 XYZ", "12/05/2025 14:33-16:00", "12 May 2025 25h"]
)
def test_what_is_no_time_is_no_moment(text: str) -> None:
    assert moment(text, "day-first") is None


@pytest.mark.parametrize("line", ["On 12 May 2025 14.50 was paid", "12 May 2025, 3.5 kg of clay"])
def test_an_amount_beside_a_day_is_no_time(line: str) -> None:
    found = date_in(line)
    assert found is not None
    assert found[0] == "12 May 2025"
