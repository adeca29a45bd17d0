from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adapters.sources.dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-09-26", datetime(2024, 9, 26, tzinfo=UTC)),
        ("2024-09-26T14:03", datetime(2024, 9, 26, 14, 3, tzinfo=UTC)),
        ("2024-09-26 14:03:09Z", datetime(2024, 9, 26, 14, 3, 9, tzinfo=UTC)),
        (
            "2024-09-26T14:03:00+02:00",
            datetime(2024, 9, 26, 12, 3, tzinfo=UTC),
        ),
    ],
)
def test_a_date_without_a_zone_is_utc(text: str, expected: datetime) -> None:
    assert parse_date(text) == expected
    assert parse_date(text).utcoffset() == expected.utcoffset()


@pytest.mark.parametrize("text", ["0001-01-01T00:00+14:00", "9999-12-31T23:00-11:00"])
def test_a_moment_that_utc_cannot_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is before the year 1 or after 9999 in UTC"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2024-13-01", "26/09/2024", "hier", "1712345678.5", "2024"])
def test_what_is_no_date_is_told_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date: write it as 2024-09-26 or 2024-"):
        parse_date(text)
