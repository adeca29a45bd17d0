from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sources.transcripts.times import moments_of

MOMENTS = st.lists(
    st.datetimes(min_value=datetime(2001, 1, 1), max_value=datetime(2098, 1, 1)),  # noqa: DTZ001
    min_size=1,
    max_size=30,
)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("31/12/2025 08:05", datetime(2025, 12, 31, 8, 5, tzinfo=UTC)),
        ("12/31/25, 8:05 PM", datetime(2025, 12, 31, 20, 5, tzinfo=UTC)),
        ("12/31/25, 12:05:09\u202fAM", datetime(2025, 12, 31, 0, 5, 9, tzinfo=UTC)),
        ("31.12.25, 8:05", datetime(2025, 12, 31, 8, 5, tzinfo=UTC)),
        ("2025-12-31 08.05", datetime(2025, 12, 31, 8, 5, tzinfo=UTC)),
        ("31-Dec-25 08:05 PM", datetime(2025, 12, 31, 20, 5, tzinfo=UTC)),
        ("2025-12-31T08:05:00.0000000+01:00", datetime(2025, 12, 31, 7, 5, tzinfo=UTC)),
        ("31/31/2025 08:05", None),
        ("yesterday", None),
        ("02/03/2025 08:05", None),
        ("02.03.2025, 08:05", datetime(2025, 3, 2, 8, 5, tzinfo=UTC)),
    ],
)
def test_one_stamp_is_read_where_it_can_be_read_in_one_way(
    stamp: str, moment: datetime | None
) -> None:
    assert moments_of([stamp]) == [moment]


def test_the_order_of_the_conversation_tells_the_day_from_the_month() -> None:
    stamps = ["02/03/2025 08:00", "03/03/2025 08:00", "01/04/2025 08:00"]

    assert [each.month for each in moments_of(stamps) if each] == [3, 3, 4]
    assert [each.month for each in moments_of([*reversed(stamps)]) if each] == [4, 3, 3]


@pytest.mark.parametrize("form", ["%d/%m/%Y %H:%M", "%m/%d/%Y %I:%M %p", "%d.%m.%Y, %H:%M"])
@given(MOMENTS)
def test_a_moment_is_never_another_one(form: str, moments: list[datetime]) -> None:
    written = [each.replace(second=0, microsecond=0, tzinfo=UTC) for each in sorted(moments)]
    found = moments_of([each.strftime(form) for each in written])

    assert len(found) == len(written)
    if any(each.day > 12 for each in written):
        assert found == written
