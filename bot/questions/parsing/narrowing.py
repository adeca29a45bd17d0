"""Reads out of a question's own words whose posts it asks for, and from when; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.questions.parsing.whose_words import aligned, whose
from index.search_scope import Filters
from index.text.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.question_and_answer import Asker

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
        subject: What a post is about that is near: the question without who is to have said it.
    """

    filters: Filters
    rest: str
    is_sure: bool = True
    name: str = ""
    subject: str = ""


def reading(
    text: str,
    today: date,
    names: Callable[[str], Sequence[str]],
    mentions: Iterable[tuple[str, str]] = (),
    asker: Asker | None = None,
) -> Reading:
    """Return what a question's words narrow it to.

    Args:
        text: The question.
        today: The day it is asked.
        names: Returns the authors whose names have these words.
        mentions: Names that stand for accounts in the question, with the accounts.
        asker: Who asks, where posts are known by accounts like theirs.
    """
    said = whose(text, names, mentions, asker)
    when, is_sure = _when(aligned(said.rest), today)
    filters = replace(when, author=said.author, author_id=said.account)
    return Reading(
        filters, said.rest, is_sure=bool(said.author) or is_sure, name=said.name, subject=said.rest
    )


def wants_latest(text: str) -> bool:
    """Say whether a question asks for the newest of what there is."""
    return _LATEST.search(folded(text)) is not None


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
