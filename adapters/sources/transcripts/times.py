"""Reads the moments of a transcript, whose days and months stand in the order of its locale."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.parsing import parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

STAMP: Final = (
    r"\d{1,4}[-./](?:\d{1,2}|[^\W\d_]{3})[-./]\d{1,4},?[ \u00a0\u202f]"
    r"(?:(?:à|às|at|um|alle|kl\.?|a las) )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:[ \u00a0\u202f]?[AaPp]\.?[ \u00a0\u202f]?[Mm]\.?)?"
)
"""A pattern of a moment as transcripts write it; it holds no group."""

_PARTS: Final = re.compile(
    r"(\d{1,4})[-./](\d{1,2}|[^\W\d_]{3})[-./](\d{1,4}),?\s"
    r"(?:(?:à|às|at|um|alle|kl\.?|a las) )?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?"
    r"(?:\s?([AaPp])\.?\s?[Mm]\.?)?"
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ORDERS: Final = ("dmy", "mdy", "ymd")


def moments_of(stamps: Sequence[str]) -> list[datetime | None]:
    """Return the moment that each of these names, in UTC where it names no zone.

    Which number is the day shows in all of them together: no reading may name a day that does
    not exist, and conversations run in one direction; between points the day is first. Where two
    readings are left, a stamp that they read differently has no moment.

    Args:
        stamps: The moments of one transcript as they are written, in its order.
    """
    distinct = dict.fromkeys(stamps)  # many messages are of one minute
    named = [{stamp: _moment(stamp, order) for stamp in distinct} for order in _ORDERS]
    readings = [[*map(each.__getitem__, stamps)] for each in named]
    fewest = min(reading.count(None) for reading in readings)
    readings = [reading for reading in readings if reading.count(None) == fewest]
    steps = min(map(_steps_back, readings))
    readings = [reading for reading in readings if _steps_back(reading) == steps]
    return [each[0] if len({*each}) == 1 else None for each in zip(*readings, strict=True)]


def _steps_back(moments: Sequence[datetime | None]) -> int:
    """Return how often a conversation turns around; some are written from their end."""
    known = [each for each in moments if each is not None]
    back = sum(later < earlier for earlier, later in pairwise(known))
    forth = sum(later > earlier for earlier, later in pairwise(known))
    return min(back, forth)


def _moment(stamp: str, order: str) -> datetime | None:
    found = _PARTS.fullmatch(stamp.strip())
    if found is None:
        try:
            return parse_date(stamp.strip())
        except ValueError:
            return None
    if order == "mdy" and stamp.strip()[len(found[1])] == ".":
        return None  # wherever points stand in dates, the day comes before the month
    numbers = dict(zip(order, found.group(1, 2, 3), strict=True))
    year, month, day = numbers["y"], numbers["m"].lower(), numbers["d"]
    if len(day) > 2 or len(year) == 3 or (order == "ymd" and len(year) < 4):  # noqa: PLR2004 -- digits
        return None
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    if found[7]:
        hour = hour % 12 + (12 if found[7] in "pP" else 0)
    try:
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        whole_year = int(year) + (2000 if len(year) < 4 else 0)  # noqa: PLR2004 -- digits
        return datetime(whole_year, number, int(day), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
