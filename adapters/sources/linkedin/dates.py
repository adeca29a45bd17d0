"""Reads dates as LinkedIn's data archives write them, in English and French."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS: Final = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_ISO: Final = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_TIME: Final = re.compile(
    r"(\d{1,2})\s?[:h]\s?(\d\d)(?::(\d\d))?(?:\s?([ap])\.?m\b)?", re.IGNORECASE
)
_WORD: Final = re.compile(r"[a-z]{3,}")
_DAY: Final = re.compile(r"(?<![\d:])(\d{1,2})(?![\d:h])")
_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_MONTHS: Final = (
    ("jan",), ("feb", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aou"), ("sep",), ("oct",), ("nov",), ("dec",),
)  # fmt: skip
_LONGEST: Final = 100
_NOON: Final = 12


def is_day_first(dates: Iterable[str], *, otherwise: bool) -> bool:
    """Return whether 03/04 is in April, judged by the other dates of the column."""
    for date in dates:
        found = _NUMBERS.match(date)
        if found is not None:
            first, second = int(found[1]), int(found[3])
            if found[2] == "." or first > _NOON:
                return True
            if second > _NOON:
                return False
    return otherwise


def archive_date(text: str, *, day_first: bool) -> datetime | None:
    """Return the moment that is meant, in UTC, or None where it cannot be told."""
    text = text[:_LONGEST]
    try:
        found = _day(text, day_first=day_first)
        return datetime(*found, *_time(text), tzinfo=UTC) if found else None
    except ValueError:
        return None


def _day(text: str, *, day_first: bool) -> tuple[int, int, int] | None:
    if iso := _ISO.match(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if numbers := _NUMBERS.match(text):
        first, second = int(numbers[1]), int(numbers[3])
        year = int(numbers[4]) if len(numbers[4]) > 2 else 2000 + int(numbers[4])  # noqa: PLR2004
        return (year, second, first) if day_first else (year, first, second)
    month = _month(text)
    day, written_year = _DAY.search(text), _YEAR.search(text)
    if month and day and written_year:
        return int(written_year[1]), month, int(day[1])
    return None


def _month(text: str) -> int | None:
    plain = unicodedata.normalize("NFD", text.lower())
    words = _WORD.findall("".join(each for each in plain if not unicodedata.combining(each)))
    for number, beginnings in enumerate(_MONTHS, 1):
        # Weekdays share no beginning with a month but "mar", which French uses for both.
        if any(word.startswith(beginnings) and word != "mardi" for word in words):
            return number
    return None


def _time(text: str) -> tuple[int, int, int]:
    found = _TIME.search(text)
    if found is None:
        return 0, 0, 0
    hour = int(found[1])
    if found[4]:
        hour = hour % _NOON + (_NOON if found[4].lower() == "p" else 0)
    return hour, int(found[2]), int(found[3] or 0)
