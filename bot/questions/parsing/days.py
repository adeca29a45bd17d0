"""Reads the days that somebody types; pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from index.text.words import folded, words

_AGO: Final = {
    **dict.fromkeys("today aujourd'hui aujourd’hui heute hoy".split(), 0),
    **dict.fromkeys("yesterday hier gestern ayer".split(), 1),
}
"""Words for a day, in English, French, German and Spanish, by how many days ago it is."""

_NAMES: Final = (
    "monday lundi lunes montag montags", "tuesday mardi martes dienstag dienstags",
    "wednesday mercredi miercoles mittwoch mittwochs",
    "thursday jeudi jueves donnerstag donnerstags",
    "friday vendredi viernes freitag freitags", "saturday samedi sabado sabados samstag samstags",
    "sunday dimanche domingo domingos sonntag sonntags", "january janvier enero januar",
    "february fevrier febrero februar", "march mars marzo marz", "april avril abril",
    "may mai mayo",
    "june juin junio juni", "july juillet julio juli", "august aout agosto",
    "september septembre septiembre", "october octobre octubre oktober",
    "november novembre noviembre",
    "december decembre diciembre dezember",
)  # fmt: skip
"""The days of the week and the months, each in English, French, Spanish and German, folded."""

_NAMED: Final = {
    name: number
    for number, names in enumerate(_NAMES)
    for each in names.split()
    for name in (each, f"{each}s")
}

_MONTHS: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)


def named_days(text: str) -> frozenset[int]:
    """Return which days of the week and months a text names, in any of the languages."""
    return frozenset(_NAMED[each] for each in words(folded(text)) if each in _NAMED)


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
