"""Reads lines that say who wrote something, and when: "Submitted by NAME on DATE".

In English, French, German and Spanish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.in_lines import age_in, date_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTICLE: Final = r"(?:de|del|du|des|d['’]|von|van|der|den|la|le|da|di|dos|al|el|bin|y)"
_WORD: Final = r"(?!(?:By|Par|Von|Por|On|Le|Am|El)\b)[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_PERSON: Final = rf"{_WORD}(?: (?:{_PARTICLE} ?)?{_WORD}){{1,3}}"
PEOPLE: Final = rf"{_PERSON}(?:(?:, | and | et | und | y | & ){_PERSON}){{0,5}}"
"""The names of people, each of two words or more."""

_WRITTEN: Final = (
    r"(?:posted|submitted|published|written|created|added|started|asked|answered|commented"
    r"|contributed|uploaded|shared|words|post|article|story|message|beitrag|artikel|artículo"
    r"|publiée?|postée?|écrite?|rédigée?|soumise?|proposée?|ajoutée?|envoyée?|texte|mise? en ligne"
    r"|veröffentlicht|geschrieben|verfasst|erstellt|eingereicht|gepostet|erschienen|text"
    r"|publicad[oa]|escrit[oa]|enviad[oa]|cread[oa]|redactad[oa])"
)
_BY: Final = rf"(?:(?P<written>{_WRITTEN} (?:by|par|von|por|de))|by|par|von|por):?"
_SAYS: Final = (
    r"(?:writes|wrote|says|said|posted|asked|replied|commented|answered"
    r"|(?:a )?(?:écrit|dit|posté|publié|répondu)|schreibt|schrieb|sagte?|meinte?|fragte?|antwortete"
    r"|escribe|escribió|dice|dijo|comentó|publicó|respondió)"
)
_WEEKDAY: Final = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b\.?,?"
)
_ON: Final = rf"(?:(?:on|at|le|am|el|en|the|vom|du)(?: {_WEEKDAY})?|{_WEEKDAY})"
_MARK: Final = r"(?: ?[,·|•:»–—-])"
_SURE_MARK: Final = r"(?: ?[·|•»–—])"
_WHO: Final = r"(?P<who>[^\s,;:|·•()!?–—](?:[^\n,;:|·•()!?]{0,58}?[^\s,;:|·•»()!?–—-])?)"
_WHENCE: Final = (
    r"(?: \([^()\n]{2,80}\)|,? (?:in|à|aus|en|dans) [^\n.!?()]{2,60}|, [^\n.!?]{2,60})?"
)
"""Where somebody writes from or in, or what as."""
_CLOCK: Final = (
    r"(?:,? (?:at|à|um|a las) \d{1,2}(?::|\s?[hH]\s?)\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?: Uhr)?)?"
)
_BUTTON: Final = re.compile(
    r"[ ,·|•–—-]*\b(?:(?:leave|post|add) a (?:comment|reply)|(?:\d{1,5} |no )?comments?|reply"
    r"|permalink|edit|laisser un commentaire|\d{1,5} commentaires?|répondre"
    r"|(?:schreibe einen|kein|\d{1,5}) kommentare?|antworten|deja un comentario"
    r"|\d{1,5} comentarios?|responder)$|[ :.»#]+$",
    re.IGNORECASE,
)
"""What stands behind such a line, and is a button."""

_CHANGED: Final = re.compile(
    r"(?:[ ,·|•–—(-]*(?:last )?(?:updated|modified|edited|mise? à jour|modifiée?|aktualisiert"
    r"|geändert|bearbeitet|actualizad[oa]|editad[oa]|modificad[oa])(?: (?:on|at|le|am|el))?:?)$",
    re.IGNORECASE,
)
"""Says of the date behind it that it is no date of writing."""

_THEN: Final = rf"(?:{_MARK}?(?: {_WRITTEN})?(?: {_ON})?:?)"


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WITH_BY: Final = _of(rf"{_BY} {_WHO}{_WHENCE}{_CLOCK}")
_WITH_BY_THEN: Final = _of(rf"{_BY} {_WHO}{_WHENCE}{_THEN}")
_SAYING: Final = _of(rf"{_WHO}{_MARK}? {_SAYS}(?:,? {_ON})?:?")
_BESIDE: Final = _of(rf"{_WHO}{_SURE_MARK}(?: {_WRITTEN})?(?: {_ON})?")
_BESIDE_NAMED: Final = _of(rf"{_WHO}(?:{_MARK}(?: {_WRITTEN})?(?: {_ON})?| {_ON})")
_WHEN: Final = _of(rf"(?P<written>{_WRITTEN}(?: (?:in|dans|en) [^\n,]{{1,40}}?)?)?(?: ?{_ON})?:?")
_BY_AFTER: Final = _of(rf"{_MARK}? ?{_BY} {_WHO}{_WHENCE}")
_AFTER: Final = _of(rf"{_SURE_MARK} {_WHO}")
_SUBREDDIT: Final = re.compile(r" (?:to|in) /?r/\w{2,25}$")
_PEOPLE: Final = re.compile(PEOPLE)
_NOBODY: Final = frozenset({"hand", "mail", "e-mail", "email", "post", "letter", "fax", "phone"})
"""By these, too, something may be written or sent."""
_MOST_WORDS: Final = 4
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of who wrote something, and when.

    Attributes:
        author: The name; "" where it says none.
        date: The date, or how long ago it was, as it is written; "" where it says neither.
    """

    author: str = ""
    date: str = ""


def byline_in(line: str, *, is_named: bool = False) -> Byline | None:
    """Return what a line says that has nothing but an author and a date; None for another line.

    Args:
        line: The line.
        is_named: It stands where a page names who wrote something: any name may be one. Elsewhere
            it is a name only where what stands beside it says so, or where it looks like one.
    """
    line = " ".join(line[: _LONGEST + 1].split())
    if not line or len(line) > _LONGEST:
        return None
    line = _SUBREDDIT.sub("", _BUTTON.sub("", _BUTTON.sub("", line)))
    when = date_in(line) or age_in(line)
    before = line[: when.start()].rstrip(" (") if when else line
    after = line[when.end() :].lstrip(" )") if when else ""
    if when and (change := _CHANGED.search(before)):
        when, before = None, before[: change.start()]
    if when is None:
        ways = [_WITH_BY, *([_SAYING] if is_named else [])]
        author = "" if after else _first_name(ways, before, is_named=is_named)
        return Byline(author) if author else None
    told = _dated(before, after, is_named=is_named)
    return None if told is None else Byline(told, when[0].strip())


def author_in(text: str) -> str:
    """Return the name that stands where somebody is named, without "by" and what tells when."""
    found = byline_in(text, is_named=True)
    return found.author if found is not None else text


def date_beside(text: str) -> str:
    """Return the date that stands where somebody is named, as it is written; "" for none."""
    found = byline_in(text, is_named=True)
    return found.date if found is not None else ""


def _dated(before: str, after: str, *, is_named: bool) -> str | None:
    """Return the name beside a date; "" where none stands there, None where other words do."""
    if when := _WHEN.fullmatch(before):
        is_written = when["written"] is not None
        ways = [_BY_AFTER, _AFTER]
        found = _first_name(ways, after, is_named=is_named, is_written=is_written)
        return found or None if after else ""
    if after:
        return None
    ways = [_WITH_BY_THEN, _SAYING, _BESIDE_NAMED if is_named else _BESIDE]
    if found := _first_name(ways, before, is_named=is_named):
        return found
    return before if is_named and _is_short(before) else None


def _first_name(
    ways: Sequence[re.Pattern[str]], line: str, *, is_named: bool, is_written: bool = False
) -> str:
    """Return the name that the first of these patterns finds; "" where none does.

    Args:
        ways: The patterns.
        line: What they are to match, all of it.
        is_named: Any name may be one.
        is_written: What stands before says that somebody wrote.
    """
    for each in ways:
        if (found := each.fullmatch(line)) is None:
            continue
        # It may be part of a name.
        any_name = is_named and not line.lower().startswith("von ")
        says_so = is_written or bool(found.groupdict().get("written"))
        if name := _name_in(found, is_any=any_name, is_written=says_so):
            return name
    return ""


def _name_in(found: re.Match[str], *, is_any: bool, is_written: bool) -> str:
    """Return whom a pattern found, all of them where they are people; "" where it is no name."""
    who = found["who"]
    people = _PEOPLE.match(found.string, found.start("who"))
    if people is not None and people.end() >= found.end("who"):
        return people[0]
    is_handle = is_written and _is_short(who) and who.lower() not in _NOBODY
    return who if is_any or is_handle else ""


def _is_short(name: str) -> bool:
    return len(name.split()) <= _MOST_WORDS and not set(",;:|").intersection(name)
