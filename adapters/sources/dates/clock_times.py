"""Reads times of day and the zones that people name beside them.

A name that stands for several zones, or for none at that time of the year, tells no hour: then the
day alone is known, as it is written.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

_HOURS: Final = {
    "": 0, "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1,
    "cest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "ast": -4, "adt": -3, "est": -5,
    "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "hnec": 1,
    "haec": 2, "nzst": 12, "nzdt": 13, "aest": 10, "aedt": 11,
}  # fmt: skip
"""What RFC 822 names, and what no other zone is called."""
_SEVERAL: Final = frozenset({"ist", "sst", "gst", "wst", "et", "ct", "mt", "pt", "uk", "amt"})
"""In India, Israel or Ireland; or with and without an hour for summer, which is not told."""
_SUMMER: Final = frozenset(
    {"bst", "west", "cest", "mesz", "eest", "haec", "edt", "cdt", "mdt", "pdt"}
)
"""In winter they are nobody's there, and "BST" is Bangladesh's."""
_WARM: Final = range(3, 12)
"""From March to November, clocks are an hour ahead somewhere in the north."""

_FARTHEST: Final = timedelta(hours=14)
"""What is farther ahead is no zone: "14:00-16:00" says until when."""

ZONE: Final = r"(?:(?:GMT|UTC)\s?(?=[+-]))?(?P<zone>[+-]\d{1,2}(?::?\d\d)?|[^\W\d_]*)"
"""A zone beside a time: a name, or hours ahead."""
NAMED_ZONE: Final = rf"(?:{'|'.join(sorted({*_HOURS, *_SEVERAL} - {'', 'z', 'uk', 'ut'}))})"
"""A zone in a line among other words; in capital letters, as the names of zones are written."""
_UNIT: Final = r"(?:Uhr|hrs?|hs|h|horas?|heures?)"
CLOCK: Final = (
    r"(?P<hour>\d{1,2})(?:(?::|\.|\s?[hH]\s?|\s?heures?\s)(?P<minute>\d\d)"
    r"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?"
    rf"|(?=\s?(?:{_UNIT}|[AaPp]\.?\s?[Mm])\b))"
    rf"(?:\s?min)?(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?(?:\s?{_UNIT}\b\.?)?"
)
"""14:33, 14.33 Uhr, 14h33, 14 h, 2:33 p. m."""
AT: Final = r"(?:(?:à|às|a|at|um|alle|om|kl|klo|a las)\.?\s+)?"


def moment_of(found: re.Match[str], year: int, month: int, day: int) -> datetime | None:
    """Return the moment that a day, a time and a zone name, in UTC; None for a zone unknown.

    Args:
        found: With the groups of `CLOCK` and `ZONE`; where no time is told, it is midnight.
        year: The year, with all its digits.
        month: The month.
        day: The day.

    Raises:
        ValueError: There is no such moment.
        OverflowError: It is out of range.
    """
    zone = found["zone"] or ""
    if _tells_no_hour(zone.lower(), month):
        return datetime(year, month, day, tzinfo=UTC)
    ahead = _ahead(zone)
    if ahead is None:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if half := found["half"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    told = datetime(year, month, day, hour, minute, second, tzinfo=timezone(ahead))
    return told.astimezone(UTC)


def _tells_no_hour(zone: str, month: int) -> bool:
    return zone in _SEVERAL or (zone in _SUMMER and month not in _WARM)


def _ahead(zone: str) -> timedelta | None:
    """Return how far ahead a zone is, which is named or counted."""
    if zone[:1] not in {"+", "-"}:
        named = _HOURS.get(zone.lower())
        return None if named is None else timedelta(hours=named)
    hours, minutes = int(zone[1:].replace(":", "")[:-2] or 0), int(zone[-2:])
    if len(zone) <= len("+05"):
        hours, minutes = int(zone[1:]), 0
    ahead = timedelta(hours=hours, minutes=minutes)
    if ahead > _FARTHEST:
        return None
    return -ahead if zone[0] == "-" else ahead
