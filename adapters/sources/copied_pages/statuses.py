"""Reads what people say on a copied page of a site where they talk: a post, and comments on it.

Told by place alone, in whatever words the site speaks: a name right above a time begins a post, a
time right above a button to answer ends a comment, and all that stands elsewhere is the site's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE
from adapters.sources.copied_pages.byline import ANSWER
from adapters.sources.copied_pages.group_badges import is_badge
from adapters.sources.dates.in_lines import AGE
from adapters.sources.dates.worded import worded_date
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_PEOPLE: Final = re.compile(PEOPLE)
_LIKE: Final = re.compile(r"like|j['’]aime|gefällt mir|me gusta", re.IGNORECASE)
_COMMENT: Final = re.compile(r"comment|commenter|kommentieren|comentar", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?P<day>\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2}"
    r"|yesterday|hier|gestern|ayer|today|aujourd['’]hui|heute|hoy)"
    r"(?:,? (?:(?:at|à|um|a las?) )?\d{1,2}(?:[:.]| ?h ?)\d\d(?: ?[ap]\.?m\.?| uhr)?)?",
    re.IGNORECASE,
)
_AGE: Final = re.compile(
    rf"{AGE}|\d{{1,3}} ?(?:min|h|hrs?|d|w|wk|mo|y|yr|j|sem\.?|mois|ans?|std\.?|tg?\.?|tage?n?|wo\.?"
    r"|wochen?|jahre?n?|días?|semanas?|mes(?:es)?|años?)",
    re.IGNORECASE,
)
_OF_SITE: Final[frozenset[Kind]] = frozenset({"never", "mark", "sure"})
_HANDLE: Final = re.compile(r"@\w{2,20}")
_OTHERS: Final = re.compile(
    r"(?:sourced from across|(?:von|aus) (?:ganz|dem gesamten)|(?:provenant )?de tout|de todo)"
    r" (?:x|twitter)",
    re.IGNORECASE,
)
"""So strangers' posts are announced below a post and the answers to it, right below a heading."""
_HOUR_FIRST: Final = re.compile(
    r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| uhr)? · (?P<day>.{5,30})", re.IGNORECASE
)
_WHO_LIKES: Final = re.compile(
    r"\d[\d.,]*[kKM]?[^\W\d_].{1,60} (?:and|et|und|y) \d[\d.,]* "
    r"(?:others?|autres?(?: personnes)?|weitere(?: personen)?|personas más|más)",
    re.IGNORECASE,
)
"""A number, and right behind it who they are."""
_LONGEST_NAME: Final = 60
_LONGEST_TIME: Final = 45
_LONGEST_POST: Final = 500
"""Lines; the buttons below a post are looked for no further down."""
_BESIDE_NAME: Final = 5
"""So many lines of the site at most stand between a name and its time."""
_ANSWERED: Final = 3
"""So many lines below its time the button to answer a comment stands at most."""


@dataclass(slots=True)
class Said:
    """What one person said on a page.

    Attributes:
        author: The name; "" where none is told.
        date: When, in ISO 8601; "" where no moment could be read for sure.
        age: The same as it is written, in that case.
        words: Where the words stand.
        title: What the words are called; "" where they have no title.
        is_comment: It is said of something that need not be on the page.
    """

    author: str
    date: str = ""
    age: str = ""
    words: list[int] = field(default_factory=list)
    title: str = ""
    is_comment: bool = False


def talk(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return the post of a page and the comments on it; nothing where its places tell of none.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    others = next((at for at, line in enumerate(lines) if _OTHERS.fullmatch(line)), None)
    if others is not None:
        lines, kinds = lines[: max(0, others - 1)], kinds[: max(0, others - 1)]
    if said := _by_handles(lines, kinds):
        return said
    if not any(map(_COMMENT.fullmatch, lines)):
        return []  # no post ends without that button
    for when in range(1, len(lines)):
        name = _name_above(lines, kinds, when) if is_time(lines[when]) else None
        bar = _bar(lines, kinds, when + 1) if name is not None else None
        if name is None or bar is None:
            continue
        words = _words(kinds, range(when + 1, bar))
        if len(words) > 1 and _WHO_LIKES.fullmatch(lines[words[-1]]):
            words.pop()
        if words:
            post = said_by(lines[name], lines[when], words)
            return [post, *_comments(lines, kinds, bar)]
    return []


def is_talk(lines: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Return whether the places of the lines alone tell of a page where people talk.

    An account whose post ends with the hour and the day or that answers with its day beside it,
    or a post and comments whose time stands right beside their buttons.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    if any(map(_HANDLE.fullmatch, lines)):
        is_marked = any(
            _HOUR_FIRST.fullmatch(_bare(line))
            or (at > 1 and line == "·" and _HANDLE.fullmatch(lines[at - 1]))
            for at, line in enumerate(lines)
        )
        return is_marked and bool(_by_handles(lines, kinds))
    times = [at for at, line in enumerate(lines) if is_time(line)]
    beside = [
        at
        for at in times
        if any(_LIKE.fullmatch(line) for line in lines[at + 1 : at + 2])
        or (at and ANSWER.fullmatch(lines[at - 1]))
    ]
    return bool(beside) and len(talk(lines, kinds)) > 1


def _by_handles(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return what accounts said whose names stand above their handles; the first is the post.

    What each said ends at its time with the hour or at the first number below, where the buttons
    are; an answer has its day beside its name.
    """
    heads = [
        at
        for at in range(1, len(lines))
        if _HANDLE.fullmatch(lines[at]) and len(lines[at - 1]) <= _LONGEST_NAME
    ]
    if not heads or any(kinds[at] == "text" for at in _long(lines, heads[0])):
        return []  # what stands above is what the page is about
    found = []
    ends = [at - 1 for at in [*heads[1:], len(lines) + 1]]
    for head, after in zip(heads, ends, strict=True):
        begin, end, when = _of_account(lines, kinds, head + 1, after)
        words = _words(kinds, range(begin, end))
        if words and when:
            found.append(said_by(lines[head - 1], when, words))
        elif not found:
            return []  # whose page it is, and not what is said there
    return found


def _long(lines: Sequence[str], end: int) -> list[int]:
    return [at for at in range(end) if len(lines[at]) > _LONGEST_NAME]


def _of_account(
    lines: Sequence[str], kinds: Sequence[Kind], begin: int, end: int
) -> tuple[int, int, str]:
    """Return where the words below a handle begin and end, and their time; "" where none is."""
    when = ""
    while begin < end and (not _bare(lines[begin]) or (not when and is_time(lines[begin]))):
        when = _bare(lines[begin]) or when
        begin += 1
    for at in range(begin, end):
        at_hour = _HOUR_FIRST.fullmatch(_bare(lines[at]))
        if at_hour:
            return begin, at, at_hour["day"]
        if at > begin and kinds[at] not in {"text", "everyday"}:
            return begin, at, when
    return begin, end, when


def said_by(name: str, when: str, words: list[int]) -> Said:
    """Return what somebody said, with the moment that a page names."""
    told = _bare(when)
    date = moment(told, None) if re.search(r"(?:19|20)\d\d", told) else None
    return Said(name, date.isoformat() if date else "", "" if date else told, words)


def _words(kinds: Sequence[Kind], within: range) -> list[int]:
    """Return where the words of one person stand, with those among them that sites have, too."""
    texts = [at for at in within if kinds[at] == "text"]
    among = range(texts[0], texts[-1] + 1) if texts else range(0)
    return [at for at in among if kinds[at] not in _OF_SITE]


def _bare(line: str) -> str:
    return line.strip(" ·•\u00a0")


@lru_cache(maxsize=4_096)
def is_time(line: str) -> bool:
    """Return whether a line is no more than when something was said."""
    told = _bare(line)
    if not told or len(told) > _LONGEST_TIME:
        return False
    if _AGE.fullmatch(told) or (re.search(r"\d{4}", told) and moment(told, None)):
        return True
    day = _DAY.fullmatch(told)
    return day is not None and (
        not re.search(r"\d", day["day"]) or worded_date(f"{day['day']} 2024") is not None
    )


def _is_name(line: str, kind: Kind) -> bool:
    return kind == "text" and len(line) <= _LONGEST_NAME and line[-1].isalnum()


def _name_above(lines: Sequence[str], kinds: Sequence[Kind], when: int) -> int | None:
    """Return where the name above a time stands; None where another line is between them."""
    between = 1
    badge = None
    for at in range(when - 1, -1, -1):
        if is_badge(lines[at]):
            badge = at if badge is None and kinds[at] == "text" else badge
            continue
        if kinds[at] == "text":
            if _is_name(lines[at], kinds[at]):
                return at
            break
        between += 1
        if between == _BESIDE_NAME:
            break
    return badge  # no name stands above it: so somebody calls themselves


def _bar(lines: Sequence[str], kinds: Sequence[Kind], start: int) -> int | None:
    """Return where the lines of the site begin among which are the buttons below a post."""
    begin = None
    is_liked = False
    for at in range(start, min(start + _LONGEST_POST, len(lines))):
        if kinds[at] == "text":
            if is_time(lines[at]) and begin is not None:
                return None  # another's words, before any button to comment on these
            begin, is_liked = None, False
            continue
        begin = at if begin is None else begin
        is_liked |= _LIKE.fullmatch(lines[at]) is not None
        if is_liked and _COMMENT.fullmatch(lines[at]):
            return begin
    return None


def _comments(lines: Sequence[str], kinds: Sequence[Kind], start: int) -> list[Said]:
    found, begin = [], start
    for when in range(start, len(lines)):
        # The time stands above the buttons, or right below that to answer.
        beside = [lines[when - 1], *lines[when + 1 : when + 1 + _ANSWERED]]
        if not (is_time(lines[when]) and any(map(ANSWER.fullmatch, beside))):
            continue
        said = [at for at in range(begin, when) if kinds[at] == "text"]
        names = [at for at in said[:-1] if _is_person(lines[at])]
        name = names[-1] if names else next(iter(said), None)
        words = _words(kinds, range(when if name is None else _below(lines, kinds, name), when))
        if name is not None and words and _is_name(lines[name], kinds[name]):
            found.append(said_by(lines[name], lines[when], words))
        begin = when + 1
    return found


def _is_person(line: str) -> bool:
    return _PEOPLE.fullmatch(line) is not None and not is_badge(line)


def _below(lines: Sequence[str], kinds: Sequence[Kind], name: int) -> int:
    """Return where the words below a name begin: below what a group says of who wrote them."""
    at = name + 1
    while at < len(lines) and (is_badge(lines[at]) or kinds[at] != "text"):
        at += 1
    is_said = at < len(lines) and not is_time(lines[at])
    return at if is_said else name + 1
