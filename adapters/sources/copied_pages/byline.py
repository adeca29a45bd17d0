"""Reads who wrote a copied page, when, and what it is called, from the lines above its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE, Byline, byline_in
from adapters.sources.copied_pages.titles import Heading, take_title
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.ports import Order

_NAME: Final = re.compile(PEOPLE)
_DAY_FIRST: Final = re.compile(
    r"publiée?|postée?|mise? à jour|stand|modifiée?|veröffentlicht|erschienen|aktualisiert|geändert"
    r"|publicad[oa]|actualizad[oa]",
    re.IGNORECASE,
)
"""In the languages of these words the day comes before the month."""
_PLACE: Final = re.compile(r"^[^\W\d_](?:[^\W\d_]|[ .'’-]){1,30} [-–—] (?=\d)")
"""Where somebody writes from, before the date."""
_BETWEEN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|[ .'’-]){1,28}[^\W\d_]")
"""The place, or what somebody is, on a line between the name and the date."""
_ROLE: Final = re.compile(
    r"(?:.{1,30} )?(?:editor|reporter|correspondent|journalist|columnist|staff writer|redaktion"
    r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|rédact(?:eur|rice)"
    r"|redactora?|periodista|corresponsal)",
    re.IGNORECASE,
)
"""What somebody is who writes for a newspaper; with capitals it looks like a name."""
_FROM: Final = re.compile(rf"(?P<name>{PEOPLE}) (?:in|à|aus|en) [^\n.!?()]{{2,40}}")
"""A name, and where its owner writes from."""
_SAYS_WHEN: Final = re.compile(
    r"(?:first )?(?P<first>published|posted|publiée?|posté|veröffentlicht|erschienen|publicad[oa]"
    r"|stand(?=:))(?: (?:on|at|le|am|el))?:? "
    r"|(?:last )?(?:updated|modified|edited|mise? à jour|modifiée?|aktualisiert|geändert"
    r"|actualizad[oa])(?: (?:on|at|le|am|el))?:? ",
    re.IGNORECASE,
)
_COMMENTS: Final = (
    r"comments?|responses?|replies|commentaires?|réponses?|réactions?|kommentare?|antworten"
    r"|comentarios?|respuestas?"
)
OTHERS: Final = re.compile(
    rf"(?:\d{{1,6}} )?(?:{_COMMENTS})(?: *\(?\d{{1,6}}\)?)?:?|discussion"
    r"|(?:leave|post) a (?:comment|reply)"
    r"|laisser un commentaire|schreibe einen kommentar|kommentar hinterlassen|deja un comentario",
    re.IGNORECASE,
)
"""Below such a line others have their say."""
ANSWER: Final = re.compile(
    r"reply|répondre|antworten|responder|.{2,40} (?:says|wrote|said|a dit|sagt|schrieb|dice)\s?:",
    re.IGNORECASE,
)
"""Below what each of them says such a button stands, or such a line above it."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS: Final = re.compile(
    r"\s+[|·•–—]\s+"
    r"|,\s+(?=(?:last )?(?:updated|modified|edited|mise? à jour|modifiée?|aktualisiert|geändert"
    r"|actualizad[oa])\b)",
    re.IGNORECASE,
)
SENTENCE: Final = re.compile(r".{60,}[.!?…][”»\"]?")
"""A line that looks so is of the words of a page."""
_LONGEST: Final = 200
_MOST_LINES: Final = 60
"""So many lines above the words of a page are looked at."""
_NEAR: Final = 4
"""So many lines from who wrote it stands when."""
_FEWEST_WORDS: Final = 3
"""Words; the name of a part of a newspaper has fewer, and a title has more."""


@dataclass(frozen=True, slots=True)
class _Told:
    author: str = ""
    date: str = ""
    age: str = ""
    is_marked: bool = False
    is_change: bool = False


def heading_of(lines: Sequence[str], site: Collection[int]) -> Heading:
    """Return what the lines above the words of a copied page tell.

    Args:
        lines: The lines of the page, without the space around them.
        site: Where lines of its site stand.
    """
    filled = [at for at, line in enumerate(lines) if line]
    prose = _words_of(lines, filled, site)
    above = [at for at in filled[:_MOST_LINES] if not prose or at < prose[0]]
    told = {at: said for at in above if (said := _told(lines[at]))}
    found = Heading()
    by = _byline(lines, [at for at in above if at not in site or at in told], told)
    if len({said.author for said in told.values() if said.author}) > 1:
        return found
    near = [at for at in told if by is None or abs(above.index(at) - above.index(by)) <= _NEAR]
    dates = [at for at in near if told[at].date and (by is not None or told[at].is_marked)]
    found.date = next((told[at].date for at in dates if not told[at].is_change), "")
    if by is None:
        found.lines = {*dates}
        return found
    found.author = told[by].author if by in told else _name(lines[by])
    found.age = "" if found.date or by not in told else told[by].age
    if is_by_several(lines, filled, site, by):
        found.author = found.age = ""
        found.lines = {*dates} - {by}
        return found
    found.lines = {by, *dates, *(at for at in above if lines[at] == found.author)}
    below = above[above.index(by) + 1 :][:2]
    if below and is_place(lines[below[0]]):
        is_beside = below[-1] in dates or _ROLE.fullmatch(lines[below[0]])
        found.lines |= {below[0]} if is_beside else set()
    take_title(found, lines, [at for at in above if at < min(found.lines)], site)
    return found


def _words_of(lines: Sequence[str], filled: Sequence[int], site: Collection[int]) -> list[int]:
    """Return where whole sentences stand, but for one that stands right above "by" and a name."""
    prose = [at for at in filled if at not in site and SENTENCE.fullmatch(lines[at])]
    if prose:
        below = [at for at in filled if at > prose[0] and at not in site][:1]
        by = byline_in(lines[below[0]]) if below else None
        if by is not None and by.author:
            return prose[1:]
    return prose


def _told(line: str) -> _Told | None:
    """Return what a line tells that names no more than who wrote a page, and when."""
    if len(line) > _LONGEST:
        return None
    whole = byline_in(line)
    if whole is not None and whole.author:
        return _of_byline(whole)
    line = _PLACE.sub("", line, count=1)
    author, date, age, is_marked, is_change = "", "", "", False, False
    for part in _PARTS.split(line):
        when = _SAYS_WHEN.match(part)
        rest = part[when.end() :] if when else part
        order: Order | None = "day-first" if when and _DAY_FIRST.match(part) else None
        told = moment(rest, order) if _YEAR.search(rest) and not rest.isdigit() else None
        by = byline_in(part)
        if by is not None and by.author:
            found = _of_byline(by)
            author, date, age = author or found.author, date or found.date, age or found.age
        elif told is not None:
            if not date or is_change:
                is_change = when is not None and not when["first"]
                date, is_marked = told.isoformat(), when is not None
        elif not (author or date):
            return None
    return _Told(author, date, age, is_marked, is_change) if author or date else None


def _of_byline(said: Byline) -> _Told:
    date = moment(said.date, None) if said.date else None
    return _Told(
        said.author, date.isoformat() if date else "", "" if date else said.date, is_marked=True
    )


def _byline(lines: Sequence[str], above: Sequence[int], told: Mapping[int, _Told]) -> int | None:
    """Return where it stands who wrote a page: after "by", or alone right above a date.

    Where a title stands above, a place or what somebody is may stand between name and date.
    """
    for place, at in enumerate(above):
        if at in told and told[at].author:
            return at
        below = [*above[place + 1 : place + 3]]
        if at in told or not below or not is_name(_name(lines[at])) or _ROLE.fullmatch(lines[at]):
            continue
        if _is_dated(told, below[0]):
            return at
        is_role = _ROLE.fullmatch(lines[below[0]]) is not None
        has_title = place > 0 and len(lines[above[place - 1]].split()) >= _FEWEST_WORDS
        is_dated = _is_dated(told, below[-1]) and is_place(lines[below[0]])
        if has_title and (is_role or is_dated):
            return at
    return None


def _is_dated(told: Mapping[int, _Told], at: int) -> bool:
    return at in told and told[at].date != ""


def is_place(line: str) -> bool:
    """Return whether a line may be where somebody writes from, or what somebody is."""
    is_short = len(line.split()) <= _FEWEST_WORDS and _BETWEEN.fullmatch(line) is not None
    return is_short and (not is_name(line) or _ROLE.fullmatch(line) is not None)


def _name(line: str) -> str:
    """Return the name in a line that says where its owner writes from; any other as it is."""
    found = _FROM.fullmatch(line)
    return found["name"] if found else line


def is_name(line: str) -> bool:
    """Return whether a line may be the name of a person, and nothing else."""
    return len(line) <= _LONGEST and _NAME.fullmatch(line) is not None


def is_by_several(
    lines: Sequence[str], filled: Sequence[int], site: Collection[int], by: int
) -> bool:
    """Return whether words of others stand below: comments, that were copied too."""
    below = [at for at in filled if at > by]
    last = max((at for at in below if at not in site), default=by)
    if any(
        at < last and len(lines[at]) <= _LONGEST and OTHERS.fullmatch(lines[at].strip(" ·:"))
        for at in below
    ):
        return True
    short = [at for at in below if len(lines[at]) <= _LONGEST]
    answered = (at for above, at in pairwise(short) if above not in site or at not in site)
    return any(ANSWER.fullmatch(lines[at]) for at in answered)
