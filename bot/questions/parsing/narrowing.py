"""Reads out of a question's own words whose posts it asks for, and from when; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from index.search_scope import Filters
from index.text.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAME: Final = r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}?)"
_SAYING: Final = (
    "say|said|says|write|wrote|written|think|thinks|thought|post|posted|mention|mentioned|suggest|"
    "suggested|recommend|recommended|propose|proposed|tell|told|answer|answered|announce|announced"
)
_DIT: Final = (
    "dit|disait|ecrit|pense|propose|conseille|recommande|repondu|annonce|poste|publie|raconte"
)
_WHOSE: Final = (
    # English
    rf"\bwhat (?:did|does|do|has|had) {_NAME} (?:{_SAYING})\b(?: (?:about|on|of|to us about))?",
    rf"\b(?:did|has|does) {_NAME} (?:{_SAYING})\b(?: anything)?(?: (?:about|on))?",
    rf"\baccording to {_NAME}(?=,|\?|$| (?:what|who|when|where|why|how|is|are|was|the)\b)",
    (
        rf"\b(?:posts?|messages?|anything) (?:by|from) {_NAME}"
        r"(?= (?:about|on|in|since|last)\b|\?|$)(?: (?:about|on))?"
    ),
    rf"\bwhat is {_NAME}['’]s (?:opinion|view|take|advice)\b(?: (?:about|on|of))?",
    # French
    (
        rf"\bqu['’](?:a|avait|ont) (?:{_DIT}) {_NAME}"
        r"(?= (?:de|des|du|d|sur|a propos|au sujet)\b|\?|$)(?: ?(?:sur|a propos|au sujet))?"
        r"(?: (?:de la|de l|des|du|de|d))?"
    ),
    rf"\bque (?:{_DIT}) {_NAME}(?= (?:de|des|du|d|sur|pour)\b|\?|$)(?: ?(?:sur|des|du|de|pour))?",
    rf"\bqu['’]est[- ]ce que? ?{_NAME} (?:a |en )?(?:{_DIT})\b(?: (?:sur|des|du|de))?",
    rf"\bque? {_NAME} a[- ]t[- ](?:il|elle) (?:{_DIT})\b(?: (?:sur|des|du|de))?",
    (
        rf"\b(?:selon|d['’]apres) {_NAME}"
        r"(?=,|\?|$| (?:quel|quelle|qui|quand|ou|comment|pourquoi|est)\b)"
    ),
    rf"\b(?:l['’]avis|les messages?|les posts?) de {_NAME}(?= sur\b|\?|$)(?: sur)?",
    # Spanish, German, Italian, Portuguese
    rf"\bque (?:dijo|dice|escribio) {_NAME}(?= (?:de|del|sobre)\b|\?|$)(?: (?:sobre|del|de))?",
    (
        rf"\bwas (?:sagt|sagte|schreibt|schrieb|meint) {_NAME}(?= (?:uber|zu|zum|zur)\b|\?|$)"
        "(?: (?:uber|zu|zum|zur))?"
    ),
    rf"\bcosa (?:dice|ha detto|pensa) {_NAME}(?= (?:di|del|della|su|sul)\b|\?|$)(?: \w+)?",
    rf"\bo que (?:disse|diz) {_NAME}(?= (?:de|do|da|sobre)\b|\?|$)(?: \w+)?",
)
"""How it is asked what somebody said: whose words, and what they are about behind it."""

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january janvier", "february fevrier", "march mars", "april avril", "may mai",
            "june juin", "july juillet", "august aout", "september septembre", "october octobre",
            "november novembre", "december decembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_LAST: Final = "last|past|previous|dernier|derniere|passe|passee"
_UNITS: Final = {
    "week": "week weeks semaine semaines",
    "month": "month months mois",
    "year": "year years an ans annee annees",
    "day": "day days jour jours",
}
_UNIT: Final = {word: unit for unit, names in _UNITS.items() for word in names.split()}
_WORDS: Final = "|".join(_UNIT)
_DAYS: Final = {"day": 1, "week": 7, "month": 31, "year": 366}

_YESTERDAY: Final = re.compile(r"\b(?:yesterday|hier)\b")
_AGO: Final = re.compile(
    r"\b(?:in the |over the |dans les |ces |les )?"
    rf"(?:(?:last|past) (?P<n>\d+)|(?P<m>\d+) derni\w+) (?P<unit>{_WORDS})\b"
)
_LAST_UNIT: Final = re.compile(
    rf"\b(?:(?:{_LAST}) (?P<unit>week|month|year)|"
    rf"(?:la |le |l['’])(?P<unite>semaine|mois|an|annee) (?:{_LAST}))\b"
)
_THIS_UNIT: Final = re.compile(
    r"\b(?:this (?P<unit>week|month|year)|(?:cette|ce) (?P<unite>semaine|mois|annee)(?:-ci)?)\b"
)
_MONTH_OF: Final = re.compile(
    rf"\b(?P<how>in|since|depuis|en|au mois de|au mois d['’]|during) (?P<month>{_MONTH})\b"
    r"(?: (?:of )?(?P<year>(?:19|20)\d\d))?"
)
_YEAR: Final = re.compile(r"\b(?P<how>in|since|depuis|en|during) (?P<year>(?:19|20)\d\d)\b")
_LATEST: Final = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|(?:la|le|les) plus recente?s?|"
    r"(?:la|le|les) derni(?:er|ere|ers|eres) "
    r"(?:nouvelles?|messages?|posts?|annonces?|versions?|infos?))\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question's words narrow it to.

    Attributes:
        filters: Whose posts and from when; nothing where the words say nothing of it.
        rest: What the question then is about.
        is_sure: The words can hardly be meant otherwise: "in 2024" may be part of the subject.
        name: Whose words are asked for, as it stands in the question; "" for nobody's.
    """

    filters: Filters
    rest: str
    is_sure: bool = True
    name: str = ""


def reading(text: str, today: date, names: Callable[[str], Sequence[str]]) -> Reading:
    """Return what a question's words narrow it to.

    Args:
        text: The question.
        today: The day it is asked.
        names: Returns the authors whose names have these words.
    """
    line = _aligned(text)
    author, rest, name = _author(text, line, names)
    when, is_sure = _when(_aligned(rest), today)
    filters = replace(when, author=author)
    return Reading(filters, rest, is_sure=bool(author) or is_sure, name=name)


def wants_latest(text: str) -> bool:
    """Say whether a question asks for the newest of what there is."""
    return _LATEST.search(folded(text)) is not None


def _aligned(text: str) -> str:
    # Folded sign by sign, so that what is found stands in the question at the same place.
    return "".join(plain if len(plain := folded(sign)) == 1 else sign for sign in text)


def _author(
    text: str, line: str, names: Callable[[str], Sequence[str]]
) -> tuple[str | None, str, str]:
    """Return whose words a question asks for, what is left of it, and what it calls them."""
    for pattern in _WHOSE:
        match = re.search(pattern, line)
        if match is None:
            continue
        asked = text[match.start("name") : match.end("name")]
        known = [each for each in names(asked) if set(words(asked)) <= set(words(each))]
        if known:
            rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
            author = known[0] if len(known) == 1 else asked
            return author, rest if words(rest) else text, asked
    return None, text, ""


def _when(line: str, today: date) -> tuple[Filters, bool]:
    """Return the days a question names, and whether they are surely those of the posts."""
    if _YESTERDAY.search(line):
        return Filters(since=(day := today - timedelta(days=1)), until=day), True
    if match := _AGO.search(line):
        days = int(match["n"] or match["m"]) * _DAYS[_UNIT[match["unit"]]]
        return Filters(since=_before(today, days)), True
    if match := _LAST_UNIT.search(line):
        return _last(_UNIT[match["unit"] or match["unite"]], today), True
    return _of_the_subject(line, today), False


def _of_the_subject(line: str, today: date) -> Filters:
    """Return the days that a question names and that may be part of what it is about."""
    if match := _THIS_UNIT.search(line):
        return Filters(since=_begin(_UNIT[match["unit"] or match["unite"]], today))
    if match := _MONTH_OF.search(line):
        return _month(match, today)
    if match := _YEAR.search(line):
        since = date(int(match["year"]), 1, 1)
        until = None if match["how"] in {"since", "depuis"} else date(since.year, 12, 31)
        return Filters(since=since, until=until)
    return Filters()


def _month(match: re.Match[str], today: date) -> Filters:
    number = _MONTHS[match["month"]]
    year = int(match["year"]) if match["year"] else today.year - (number > today.month)
    since = date(year, number, 1)
    is_open = match["how"] in {"since", "depuis"}
    return Filters(since=since, until=None if is_open else _end(since))


def _last(unit: str, today: date) -> Filters:
    if unit == "week":
        # "Last week" is the last seven days to some, and the week before this one to others.
        return Filters(since=_begin("week", today) - timedelta(days=7), until=today)
    until = _begin(unit, today) - timedelta(days=1)
    return Filters(since=_begin(unit, until), until=until)


def _begin(unit: str, day: date) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
