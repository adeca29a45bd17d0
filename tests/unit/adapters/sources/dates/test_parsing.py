from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adapters.sources.dates.parsing import parse_date
from adapters.sources.wrong_value import WrongValue


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
    with pytest.raises(WrongValue) as raised:
        parse_date(text)
    assert (raised.value.kind, raised.value.values) == ("date_out_of_range", {"text": text})


@pytest.mark.parametrize("text", ["2024-13-01", "26/09/2024", "hier", "1712345678.5", "2024"])
def test_what_is_no_date_is_told_how_to_write_one(text: str) -> None:
    with pytest.raises(WrongValue) as raised:
        parse_date(text)
    assert (raised.value.kind, raised.value.values) == ("not_a_date", {"text": text})
