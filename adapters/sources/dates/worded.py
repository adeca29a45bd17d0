"""Reads dates with names of months, as feeds and pages write them: exactly, or not at all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.clock_times import AT, CLOCK, ZONE, moment_of
from adapters.sources.dates.parsing import parse_date
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from datetime import datetime

# How months begin in many languages, the longest that fits; what two languages call two
# different months is in none.
_MONTHS: Final = (
    "jan gen ene ian янв ιαν sty oca tammi led",
    "feb fev фев φεβ lut sub helmi uno",
    "mar maa mrz mrt мар μαρ bre",
    "apr avr abr апр απρ kwi nis huhti dub",
    "may mai maj mag mei мая май μαι touko kve",
    "jun juin giu iun июн ιουν cze haz kesa cerven cvn",
    "jul juil lug iul июл ιουλ lipca lipiec tem heina cervenec cvc",
    "aug aou ago avg авг αυγ sie agu elo srpen srpna",
    "sep set szep сен σεπ wrz eyl syys zar",
    "oct okt out ott окт οκτ paz eki loka rij",
    "nov noi ноя νοε kas marras",
    "dec dez dic des дек δεκ gru ara joulu pro",
)
_MONTH: Final = r"(?P<month>[^\W\d_]+)\.?"
_YEAR: Final = r"(?P<year>\d{4}|\d\d)"
_WEEKDAY: Final = r"(?:(?:le|el|am|on|den|the)\s+)?(?:[^\W\d_]+\.?(?:,\s*|\s+))?"
_OF: Final = r"(?:(?:de|of)\s+)?"
_TIMED: Final = rf"(?:(?:,?\s+(?:[-–|·]\s+)?|\s?[-–]\s){AT}{CLOCK}\s*{ZONE}(?:\s*\(.*\))?)?"
_BY_MAIL: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th)?(?:\s+|-){_OF}{_MONTH}"
    rf",?(?:\s+|-)(?:del?\s+)?{_YEAR}{_TIMED}",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIMED}",
    re.IGNORECASE,
)
_BY_C: Final = re.compile(
    rf"[^\W\d_]+\s+{_MONTH}\s+(?P<day>\d{{1,2}})\s+{CLOCK}\s*{ZONE}\s+(?P<year>\d{{4}})"
)
_SPACED_ZONE: Final = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|[Zz]$)")
_LONGEST: Final = 100
_REMEMBERED: Final = 1024
"""So many dates are read once: the entries of a feed or the rows of a table share days."""
_THIS_CENTURY: Final = 69


@lru_cache(_REMEMBERED)
def worded_date(text: str) -> datetime | None:
    """Return the moment that a text names, in UTC; None where it cannot be told for sure.

    Read are ISO 8601, and what RFC 822 and C write, with the months of many languages. A date
    without a time zone is taken as UTC; one that there is not in the calendar is no other one.
    """
    text = " ".join(text[:_LONGEST].split())
    try:
        for form in (_BY_MAIL, _MONTH_FIRST, _BY_C):
            if found := form.fullmatch(text):
                return _moment(found)
        return parse_date(_SPACED_ZONE.sub("", text.upper()))
    except (ValueError, OverflowError, WrongValue):
        return None


def _moment(found: re.Match[str]) -> datetime | None:
    month, year = _month(found["month"]), int(found["year"])
    if month is None:
        return None
    if len(found["year"]) == 2:  # noqa: PLR2004 -- as mail wrote it once
        year += 2000 if year < _THIS_CENTURY else 1900
    return moment_of(found, year, month, int(found["day"]))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(each for each in letters if not unicodedata.combining(each))


_BEGINNINGS: Final = {
    _plain(beginning): number
    for number, beginnings in enumerate(_MONTHS, 1)
    for beginning in beginnings.split()
}


def _month(word: str) -> int | None:
    plain = _plain(word)
    lengths = range(len(plain), 2, -1)
    return next((_BEGINNINGS[plain[:n]] for n in lengths if plain[:n] in _BEGINNINGS), None)
