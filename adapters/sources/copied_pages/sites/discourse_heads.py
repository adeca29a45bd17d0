"""Tells who wrote each post of a copied topic of Discourse, from the lines above its time.

A post's head is a name, an account, or both; what somebody is, and whom they answer, may follow.
Buttons and numbers above it tell surely where it begins. Below mere words it is told by its shape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.sources.copied_pages.byline import is_name
from adapters.sources.copied_pages.statuses import is_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_ACCOUNT: Final = re.compile(r"(?=.*[^\W\d])[\w.-]{2,60}")
_MONTH: Final = re.compile(r"[^\W\d_]{3,9}\.? (?:20\d\d|['’]\d\d)")
COUNT: Final = re.compile(r"\d[\d.,]*[kKmM]?")
MAP: Final = re.compile(
    r"[„«“\"]? ?(?:views?|likes?|links?|users?|created|last reply|replies|vues?|j['’]aime|liens?"
    r"|utilisateurs?|aufrufe?|gefällt mir|benutzer|vistas?|me gusta|enlaces?|usuarios?|read"
    r"|min\.?) ?[“»”\"]?",
    re.IGNORECASE,
)
"""What the numbers of a topic count, each below its number."""
_BELOW: Final = re.compile(
    r"like|share|reply|bookmark|flag|(?:\d+ )?(?:repl(?:y|ies)|likes?)|solution|solved|show more"
    r"|partager|répondre|\d+ réponses?|teilen|antworten|\d+ antwort(?:en)?|lösung"
    r"|\d+ [„«“\"]? ?(?:j['’]aime|gefällt mir|me gusta) ?[“»”\"]?"
    r"|compartir|responder|\d+ respuestas?|solución|copy link|copy link to this post"
    r"|(?:\d+|an?|one) (?:days?|months?|years?) later|(?:\d+|une?) (?:jours?|mois|ans?) plus tard"
    r"|(?:\d+|ein(?:en?)?) (?:tage?|monate?|jahre?) später"
    r"|(?:\d+|una?) (?:días?|mes(?:es)?|años?) después",
    re.IGNORECASE,
)
"""Buttons below a post, and how long nobody wrote."""
_THING: Final = (
    r"(?:views?|reads?|likes?|links?|users?|participants?|members?|posts?|repl(?:y|ies)|comments?"
    r"|answers?|visits?|clicks?|votes?|vues?|lectures?|j['’]aime|liens?|utilisateurs?|membres?"
    r"|messages?|réponses?|commentaires?|visites?|clics?|aufrufe?|ansichten|gefällt mir|benutzer"
    r"|nutzer|teilnehmer(?:innen)?|mitglied(?:er)?|beitr(?:ag|äge)|antwort(?:en)?|kommentare?"
    r"|klicks?|stimmen?|besuche?|vistas?|visualizaci(?:ón|ones)|me gusta|enlaces?|usuarios?"
    r"|participantes?|miembros?|mensajes?|respuestas?|comentarios?|visitas?|votos?)"
)
_MANY: Final = r"\d[\d.,\u00a0\u202f]*(?: ?(?:k|m|mil|tsd\.|mio\.))?"
_COUNTED: Final = re.compile(
    rf"{_MANY} [„«“\"]?\s?{_THING}\s?[“»”\"]?|{_THING} ?: ?{_MANY}|{_THING} {_MANY}"
    rf"|{_THING} ?\({_MANY}\)",
    re.IGNORECASE,
)
"""A number and what it counts on one line, whichever stands first."""
_ROLE: Final = re.compile(
    r"(?:Basic|Member|Regular|Leader|Moderator|Admin|Administrator|Staff|(?:Co-)?Founder"
    r"|Maintainer|Developer|Membre|Habitué|Meneur|Modérateur|Modératrice|Administrateur"
    r"|Administratrice|Mitglied|Moderatorin|Administratorin|Miembro|Habitual|Líder|Moderadora?"
    r"|Administradora?|(?:Un)?[Pp]inned|Closed|Opened|Archived|Geschlossen|Fermé|Cerrado),?"
)
"""What Discourse and its forums call people, and what is said to be done to a topic."""
_LABEL: Final = 40
_MOST_LINES: Final = 4
_FEWEST_OF_BOTH: Final = 2
_MOST_WORDS: Final = 3
_NUMBER: Final = re.compile(r"(?:post )?#?\d{1,5}")
_PLACE: Final = re.compile(r"\d{1,5} / \d{1,5}")
"""Where a reader is in the topic."""


class Head(NamedTuple):
    """What stands above the words of a post.

    Attributes:
        begin: Where it begins.
        author: Who wrote the post; "" where that cannot be told.
        time: Where its time stands.
    """

    begin: int
    author: str
    time: int


class _Group(NamedTuple):
    """The short lines right above a time; sure where buttons or numbers stand above them."""

    first: int
    time: int
    is_sure: bool


def is_when(line: str) -> bool:
    """Return whether a line is when a post was written.

    Args:
        line: The line, without the space around it.
    """
    return is_time(line) or _MONTH.fullmatch(line) is not None


def is_of_page(line: str) -> bool:
    """Return whether a line is a button below a post, or what a number there counts.

    Args:
        line: The line, without the space around it.
    """
    return any(each.fullmatch(line) for each in (_BELOW, MAP, _COUNTED))


def begin_of_words(lines: Sequence[str], time: int) -> int:
    """Return where the words below a time begin: below the number of the post, if it has one.

    Args:
        lines: The lines of the page.
        time: Where the time stands.
    """
    is_numbered = time + 2 < len(lines) and _NUMBER.fullmatch(lines[time + 1])
    return time + 2 if is_numbered else time + 1


def heads_of_posts(lines: Sequence[str]) -> list[Head]:
    """Return the head of each post, in their order.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    times = [at for at in range(1, len(lines)) if is_when(lines[at])]
    groups = [_group(lines, at, 0) for at in times]
    paired = {at for each in groups if (at := _pair(lines, each, is_sure=True)) is not None}
    known = {lines[each.first] for each in groups if each.is_sure and each.first < each.time}
    known |= {lines[at + by] for at in paired for by in range(2)}
    known |= {line[:-1] for line in lines if line.endswith(":") and _ACCOUNT.fullmatch(line[:-1])}
    found: list[Head] = []
    for at in times:
        # A post has a line of words at least, which is none of the next one's head.
        floor = begin_of_words(lines, found[-1].time) + 1 if found else 0
        head = _head(lines, _group(lines, at, floor), known, is_named=bool(paired))
        if head is not None:
            found.append(head)
    return found


def _group(lines: Sequence[str], time: int, floor: int) -> _Group:
    first = time
    while first > floor and time - first < _MOST_LINES and _is_label(lines[first - 1]):
        first -= 1
    is_sure = max(floor, 1) <= first < time and _is_foot(lines[first - 1])
    return _Group(first, time, is_sure)


def _is_foot(line: str) -> bool:
    is_number = COUNT.fullmatch(line) or _PLACE.fullmatch(line)
    return is_number is not None or is_of_page(line) or is_when(line)


def _is_label(line: str) -> bool:
    is_short = len(line) <= _LABEL and not line.endswith((".", "!", "?", ":", ","))
    return (is_short or _ROLE.fullmatch(line) is not None) and not _is_foot(line)


def _head(
    lines: Sequence[str], group: _Group, known: AbstractSet[str], *, is_named: bool
) -> Head | None:
    """Return what a group of lines tells; None where it is of the words above it."""
    first, time, is_sure = group
    if first >= time:
        return None
    pair = _pair(lines, group, is_sure=True)
    if pair is None and (turned := _turned(lines, group)):
        return turned
    if pair is None and not is_sure and (is_named or not _is_top(lines, first)):
        pair = _pair(lines, group, is_sure=False)
    if pair is not None:
        return Head(pair, lines[pair], time)
    if is_sure and (_is_account(lines[first]) or len(lines[first].split()) <= _MOST_WORDS):
        return Head(first, lines[first], time)
    return _told_by_shape(lines, group, known, is_named=is_named)


def _is_top(lines: Sequence[str], first: int) -> bool:
    """Return whether no post stands above: what is called a topic stands there."""
    return not any(map(is_when, lines[:first]))


def _told_by_shape(
    lines: Sequence[str], group: _Group, known: AbstractSet[str], *, is_named: bool
) -> Head | None:
    """Return the head at the end of lines that begin with words of the post above."""
    first, time, _ = group
    last = time - 1
    while last > first and _ROLE.fullmatch(lines[last]):
        last -= 1
    if last < time - 1 and _is_account(lines[last]):
        return Head(last, lines[last], time)
    above = time - 2
    if above >= first and _is_account(lines[above]) and (two := _of_two(lines, group, known)):
        return two
    last = time - 1
    is_told = lines[last] in known or _is_handle(lines[last])
    is_account = _is_account(lines[last]) and not is_named
    return Head(last, lines[last], time) if is_told or is_account else None


def _of_two(lines: Sequence[str], group: _Group, known: AbstractSet[str]) -> Head | None:
    """Return the head where the last line but one may be the account; None where it is none.

    Below it stands what somebody is, or whom they answer, or the account itself.
    """
    above, last = group.time - 2, group.time - 1
    if lines[above] in known:
        return Head(above, lines[above], group.time)
    if not _is_handle(lines[above]):
        return None
    if above > group.first or _is_top(lines, group.first):
        is_told = lines[last] in known or _is_handle(lines[last])
        return None if is_told else Head(above, "", group.time)
    return Head(above, "" if _is_account(lines[last]) else lines[above], group.time)


def _turned(lines: Sequence[str], group: _Group) -> Head | None:
    """Return the head where an account stands above the name it has part of, or beside it.

    Below it stands at most what somebody is.
    """
    last = group.time - 1
    while last > group.first and _ROLE.fullmatch(lines[last]):
        last -= 1
    if author := _of_both(lines[last]):
        return Head(last, author, group.time)
    if last == group.first:
        return None
    account, name = lines[last - 1], lines[last]
    is_given = name.isalpha() and name.istitle()
    is_turned = _is_handle(account) and (is_given or is_name(name)) and _is_like(name, account)
    return Head(last - 1, account, group.time) if is_turned else None


def _of_both(line: str) -> str:
    """Return the first of an account and the name of whose it is on one line; "" if it is none."""
    parts = line.split()
    if len(parts) < _FEWEST_OF_BOTH:
        return ""
    account, name = parts[0], " ".join(parts[1:])
    if _is_handle(account) and is_name(name) and _is_like(name, account):
        return account
    name, account = " ".join(parts[:-1]), parts[-1]
    return name if _is_handle(account) and is_name(name) and _is_like(name, account) else ""


def _pair(lines: Sequence[str], group: _Group, *, is_sure: bool) -> int | None:
    """Return where a name stands above its account, which for sure has part of it."""
    for at in range(group.time - 2, group.first - 1, -1):
        if not _is_account(lines[at + 1]):
            continue
        if _is_like(lines[at], lines[at + 1]) or (
            not is_sure and is_name(lines[at]) and _is_handle(lines[at + 1])
        ):
            return at
    return None


def _is_like(name: str, account: str) -> bool:
    """Return whether an account has part of a name, or is part of it."""
    bare = re.sub(r"[\W_\d]", "", account).lower()
    parts = [re.sub(r"[\W_\d]", "", part) for part in name.lower().split()]
    if is_name(name) and bare and any(bare in part for part in parts):
        return True
    return any(len(part) > 1 and part in bare for part in parts)


def _is_account(line: str) -> bool:
    return _ACCOUNT.fullmatch(line) is not None


def _is_handle(line: str) -> bool:
    """Return whether a line is written as an account, and not as what somebody is."""
    return _is_account(line) and (not line[0].isupper() or re.search(r"[_\d]", line) is not None)
