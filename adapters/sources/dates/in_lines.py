"""Finds dates and ages as they are written in lines that people read."""

from __future__ import annotations

import re
from typing import Final

from adapters.sources.dates.clock_times import NAMED_ZONE

_AT: Final = r"(?:(?:à|às|a|at|um|alle|om|kl\.?|klo|a las)\s)?"
_UNIT: Final = r"(?:Uhr|hrs?|hs|h|horas?|heures?)"
_HALF: Final = r"\s?[AaPp]\.?\s?[Mm]\b\.?"
_ZONED: Final = rf"\s\(?(?:(?:GMT|UTC)?[+-]\d\d:\d\d|{NAMED_ZONE.upper()}\b)"
_SURELY: Final = rf"(?={_HALF}|\s?{_UNIT}\b|{_ZONED}|\s?(?:$|[|·•)–—-]))"
"""Behind a time with a dot, which may be a price: what only times have, or nothing more."""
_CLOCK: Final = (
    rf"\d{{1,2}}(?:(?::|\s?[hH]\s?|\s?heures?\s)\d\d(?::\d\d)?(?:\s?min\b)?"
    rf"|\.\d\d{_SURELY}|(?=\s?(?:Uhr|h|heures|horas)\b))"
)
_TIME: Final = rf"(?:,?\s(?:[-–|·]\s)?{_AT}{_CLOCK}(?:{_HALF})?(?:\s?{_UNIT}\b)?(?:{_ZONED})?)?"
_DATE: Final = re.compile(
    r"(?<!\d)(?:\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}"
    r"|\d{1,2}(?P<sign>[-./])\s?\d{1,2}(?P=sign)\s?(?:\d{4}|\d\d)"
    r"|\d{1,2}(?:\.|er|st|nd|rd|th)?[\s-](?:(?:de|of)\s)?[^\W\d_]{3,12}\.?,?[\s-](?:del?\s)?\d{4}"
    r"|(?<!\w)[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?!\d)" + _TIME
)
AGE: Final = (
    r"(?:\d{1,3} ?(?:s|sec|min|m|h|hr|d|w|wk|mo|y|yr|second|minute|hour|day|week|month|year)s?\.?"
    r" ago|(?:an?|one) (?:second|minute|hour|day|week|month|year) ago"
    r"|(?:il y a|vor|hace) (?:\d{1,3}|un|une|ein|einem|einer) ?[^\W\d_]{1,10}\.?"
    r"|just now|à l['’]instant|gerade eben|ahora mismo)"
)
"""How long ago something was written, as pages say it in four languages."""

_AGE: Final = re.compile(rf"\b{AGE}(?!\w)", re.IGNORECASE)
_DAY: Final = re.compile(
    r"\b(?:Today|Yesterday|Aujourd.hui|Hier|Heute|Gestern|Hoy|Ayer)\b[^»\n]{0,30}", re.IGNORECASE
)


def date_in(line: str) -> re.Match[str] | None:
    """Return where the first date stands in a line, with its time of day; None for none."""
    return _DATE.search(line)


def age_in(line: str) -> re.Match[str] | None:
    """Return where a line says how long ago something was; None where it does not."""
    return _AGE.search(line)


def day_in(line: str) -> re.Match[str] | None:
    """Return where a line names a day as it was called then, "yesterday"; None for none.

    Such a word may also be part of a name or of a sentence.
    """
    return _DAY.search(line)
