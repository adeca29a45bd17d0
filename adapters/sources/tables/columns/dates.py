"""Reads the dates of a column, whose days and months stand in one order in all of it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.clock_times import CLOCK, ZONE, moment_of
from adapters.sources.dates.worded import worded_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ports import Order

_TIME: Final = (
    rf"(?:(?:,|T|\s|\s?[-–]|\s?[|·]|,?\s(?:à|at|um|a las|alle))\s*{CLOCK}\s?{ZONE}"
    r"(?:\s*\(.*\))?)?"
)
_NUMBERS: Final = re.compile(
    rf"(?:[^\W\d_]+\.?,?\s+)?(?P<first>\d{{1,2}})(?P<mark>[-/.])\s?(?P<second_>\d{{1,2}})(?P=mark)"
    rf"\s?(?P<year>\d{{4}}|\d\d){_TIME}"
)
_YEAR_FIRST: Final = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<first>\d{{1,2}})(?P=mark)(?P<second_>\d{{1,2}}){_TIME}"
)
_SLASHED: Final = re.compile(r"^(\d{1,2})/([^\W\d_]{3,9}\.?)/(\d{4}|\d\d)(?=\s|$)")
"""As Jira writes dates: "12/May/25 2:33 PM"."""
_PLAIN: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?", re.ASCII)
"""How the cells of a workbook that are dates are written; this is read at once."""
_SECONDS: Final = re.compile(r"1\d{9}(?:\.\d+)?|1\d{12}")
_LONGEST: Final = 100
_REMEMBERED: Final = 5_000
"""So many cells are remembered with what they were read as: many rows have the same day."""
_MILLISECONDS: Final = 100_000_000_000
_MONTHS: Final = 12
_THIS_CENTURY: Final = 69


def moment(value: object, order: Order | None) -> datetime | None:
    """Return the moment that a cell names, in UTC where it names no zone; None for no date.

    Args:
        value: What the cell holds.
        order: Which number is the day; None leaves dates out whose order matters.
    """
    if isinstance(value, date):
        return _aware(value)
    return _moment(str(value)[:_LONGEST], order)


@lru_cache(maxsize=_REMEMBERED)
def _moment(text: str, order: Order | None) -> datetime | None:
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text):
        with suppress(ValueError):
            return datetime.fromisoformat(text).replace(tzinfo=UTC)
    if _SECONDS.fullmatch(text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC)
    if numbers := _NUMBERS.fullmatch(text):
        return _by_order(numbers, order)
    if found := _YEAR_FIRST.fullmatch(text):
        return _read(found, int(found["first"]), int(found["second_"]))
    return worded_date(_SLASHED.sub(r"\1-\2-\3", text))


def order_of(values: Iterable[object]) -> tuple[Order | None, str]:
    """Return which number is the day in a column, and a date that could be read in both ways.

    One date that can be read in one way only tells it for all. Where dates tell both, or none
    tells it, there is no order; the date is "" where none needs one.
    """
    told: set[Order] = set()
    doubtful = ""
    for value in values:
        if not isinstance(value, str):
            continue
        orders = _orders_of(value[:_LONGEST])
        if len(orders) == 1:
            told.update(orders)
        elif orders and not doubtful:
            doubtful = value.strip()[:_LONGEST]
        if len(told) > 1 and doubtful:
            break
    return (next(iter(told)) if len(told) == 1 else None), doubtful


@lru_cache(maxsize=_REMEMBERED)
def _orders_of(value: str) -> tuple[Order, ...]:
    """Return in which orders a cell is a date; none where both make it the same."""
    found = _NUMBERS.fullmatch(" ".join(value.split()))
    if found is None:
        return ()
    orders = tuple(_orders(found))
    is_same = found["first"].lstrip("0") == found["second_"].lstrip("0")
    return () if len(orders) > 1 and is_same else orders


def is_date(value: object) -> bool:
    """Return whether a cell holds a date, in whatever order."""
    return any(moment(value, order) is not None for order in ("day-first", "month-first"))


def _orders(found: re.Match[str]) -> list[Order]:
    # Where dots stand between the numbers, the day comes first in all languages.
    orders: tuple[Order, ...] = ("day-first", "month-first")
    return [order for order in orders[: 1 if found["mark"] == "." else 2] if _by(found, order)]


def _by(found: re.Match[str], order: Order) -> datetime | None:
    first, second = int(found["first"]), int(found["second_"])
    return _read(found, *((second, first) if order == "day-first" else (first, second)))


def _by_order(found: re.Match[str], order: Order | None) -> datetime | None:
    if found["first"].lstrip("0") == found["second_"].lstrip("0"):
        return _by(found, "day-first")
    if found["mark"] != "." and order is not None:
        return _by(found, order)
    orders = _orders(found)
    return _by(found, orders[0]) if len(orders) == 1 else None


def _read(found: re.Match[str], month: int, day: int) -> datetime | None:
    if month > _MONTHS:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004 -- digits
        year += 2000 if year < _THIS_CENTURY else 1900
    try:
        return moment_of(found, year, month, day)
    except (ValueError, OverflowError):
        return None


def _aware(value: date) -> datetime:
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
