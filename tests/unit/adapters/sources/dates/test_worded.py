from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sources.dates.worded import worded_date

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2068, 12, 31)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=5, minutes=30)))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fr, 10 Okt 2025 11:14:11 +0200", "2025-10-10 09:14:11"),
        ("Mo, 25 Mai 2026 11:41:36", "2026-05-25 11:41:36"),
        ("3. März 2026 um 10:00", "2026-03-03 10:00:00"),
        ("mar., 03 févr. 2026 10:00:00 +0100", "2026-02-03 09:00:00"),
        ("lundi 1er août 2026 à 10:00", "2026-08-01 10:00:00"),
        ("ven., 03 juin 2026 10:00:00 +0200", "2026-06-03 08:00:00"),
        ("ven., 03 juil. 2026 10:00:00 +0200", "2026-07-03 08:00:00"),
        ("3 de febrero de 2026", "2026-02-03 00:00:00"),
        ("gio, 05 giu 2025 10:00:00 +0000", "2025-06-05 10:00:00"),
        ("sáb, 05 abr 2025 10:00:00 -0300", "2025-04-05 13:00:00"),
        ("di, 06 mei 2025 10:00:00 +0200", "2025-05-06 08:00:00"),
        ("пн, 03 фев 2026 10:00:00 +0300", "2026-02-03 07:00:00"),
        ("Tue, 03 Feb 26 10:00 Z", "2026-02-03 10:00:00"),
        ("Tue,3 Feb 2026 10:00:00 EST", "2026-02-03 15:00:00"),
        ("February 3rd, 2026 10:00 GMT", "2026-02-03 10:00:00"),
        ("Mon May 25 11:41:36 UTC 2026", "2026-05-25 11:41:36"),
        ("2026-05-25T11:41:36.123z", "2026-05-25 11:41:36"),
        ("2026-05-25 11:41:36 +0200", "2026-05-25 09:41:36"),
        ("2026-05-25", "2026-05-25 00:00:00"),
        ("Friday, May 1st, 2026 at 1:05:00 PM GMT+02:00", "2026-05-01 11:05:00"),
        ("Fri May 01, 2026 12:10 am", "2026-05-01 00:10:00"),
        ("1 mai 2026 à 10 h 05 min", "2026-05-01 10:05:00"),
        ("1 de mayo de 2026, a las 10:05 p. m.", "2026-05-01 22:05:00"),
    ],
)
def test_a_date_is_read_in_many_languages(text: str, expected: str) -> None:
    moment = worded_date(text)
    assert moment is not None
    assert str(moment.replace(microsecond=0, tzinfo=None)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 30 Feb 2026 10:00:00 GMT", "2026-02-30", "2026-02-29T10:00:00Z", "31 Apr 2026",
        "Tue, 03 Feb 2026 25:00:00 GMT", "Tue, 03 Feb 2026 10:61:00 GMT", "32 Jan 2026",
        "Tue, 03 Feb 2026 10:00:00 XYZ", "05/01/2020", "2026-05", "someday", "",
        "sob., 05 lis 2025 10:00:00 +0100", "Tue, 03 Foo 2026 10:00:00 GMT", "1 Jan 0000",
        "Fri, 31 Dec 9999 23:00:00 -0500",
    ],
)  # fmt: skip
def test_a_date_that_is_none_or_may_be_two_is_not_told(text: str) -> None:
    assert worded_date(text) is None


@given(MOMENTS)
def test_any_moment_comes_back(moment: datetime) -> None:
    assert worded_date(format_datetime(moment)) == moment
    assert worded_date(moment.isoformat()) == moment
    assert worded_date(moment.astimezone(UTC).ctime()) == moment


@given(st.text(max_size=120) | st.from_regex(r"[A-Za-z]{0,3},? ?\d{1,2} \w{3,9} \d{2,4} [\d: +-]*"))
def test_no_date_raises(text: str) -> None:
    moment = worded_date(text)
    assert moment is None or moment.tzinfo is UTC
