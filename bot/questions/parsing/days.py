"""Reads the days that somebody types; pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_AGO: Final = {
    **dict.fromkeys("today aujourd'hui aujourd’hui heute hoy".split(), 0),
    **dict.fromkeys("yesterday hier gestern ayer".split(), 1),
}
"""Words for a day, in English, French, German and Spanish, by how many days ago it is."""

_MONTHS: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)


def days(typed: str, today: date | None = None) -> tuple[date, date] | None:
    """Return the first and the last day that are meant; None where it is no day.

    Args:
        typed: A day (2024-09-26), a month (2024-09), a year (2024), or today or yesterday.
        today: What day it is; None where such words are not read.
    """
    ago = _AGO.get(typed.lower())
    try:
        if ago is not None and today is not None:
            return (today - timedelta(days=ago),) * 2
        if match := _MONTHS.fullmatch(typed):
            year, month = int(match[1]), match[2]
            first, last = date(year, int(month or 1), 1), int(month or 12)
            return first, date(year, last, monthrange(year, last)[1])
        return (date.fromisoformat(typed),) * 2
    except ValueError:
        return None
