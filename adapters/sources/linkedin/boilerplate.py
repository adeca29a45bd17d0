"""Tells, line by line, LinkedIn's furniture from what people wrote, in four languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from adapters.sources.linkedin import words

Kind = Literal["text", "blank", "age", "mark", "reply", "bar", "button", "number"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page.

    Attributes:
        kind: `age` says how old what follows is, and `mark` how the reader knows its author.
            `reply` ends a comment, `bar` a post, and `button` either; a `number` is a count
            where it stands beside one of those.
        text: What is not furniture: what follows an age, or the name before a mark.
        age: The age, in the page's words.
        is_plain: Whether an ordinary text may well have such a line, so that one proves little.
    """

    kind: Kind
    text: str = ""
    age: str = ""
    is_plain: bool = False


def _whole(pattern: str, first: str = "") -> re.Pattern[str]:
    """Compile what a line consists of, once or several times (`Like · Reply`, `LikeReply`).

    Args:
        pattern: One of these pieces.
        first: What only the first piece may be, since it has any name in it: a line could be
            divided into several of those in too many ways.
    """
    begins = rf"(?:(?:{first})[\s·•|]*+)?" if first else ""
    return re.compile(rf"{begins}(?:(?:{pattern})[\s·•|]*+)*", re.IGNORECASE)


_REPLY: Final = _whole(words.REPLY)
_BAR: Final = _whole(words.BAR)
_BUTTON: Final = _whole(words.BUTTON, first=words.BUTTON_WITH_NAME)
_SEEN_BY: Final = re.compile(words.SEEN_BY_ALONE, re.IGNORECASE)
_BUTTONS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("button", _BUTTON),
    ("reply", _REPLY),
    ("bar", _BAR),
    ("button", _SEEN_BY),
)
_EVERYDAY: Final = re.compile(rf"{words.EVERYDAY}|{words.SEEN_BY_ALONE}", re.IGNORECASE)
_EVERYONE: Final = re.compile(words.EVERYONE, re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?\d[\d\s.,]{0,8}[kKM]?")
_NAMED: Final = r"[^•·|]{0,80}?"
_BADGE: Final = rf"(?:(?:premium|verified|vérifié|verifiziert|verificado|{words.AUTHOR})\s*)*"
_MARK: Final = re.compile(
    rf"(?:{_BADGE}|(?P<name>{_NAMED})\s*)"
    rf"(?:(?:^|[•·]\s*)(?:{words.DEGREE})|[•·]\s*{words.DEGREE_AFTER_DOT})(?: degree connection)?"
    r"(?:\s*[•·]\s*(?P<rest>.*))?"
    rf"|(?P<page>{_NAMED})\s*\d[\d.,\s]*[km]?\s+(?:{words.FOLLOWERS})"
    rf"|(?P<own>{_NAMED})\s*[•·]\s*(?:{words.READER}|{words.AUTHOR})"
    rf"|{words.LEVEL}|{words.AUTHOR}",
    re.IGNORECASE,
)
_BARE_MARK: Final = re.compile(rf"{words.BARE_DEGREE}|{words.AUTHOR}", re.IGNORECASE)
_DEGREE: Final = re.compile(
    rf"[•·]\s*(?:{words.DEGREE}|{words.DEGREE_AFTER_DOT})(?=\s*(?:[•·]|$))", re.IGNORECASE
)
# A blank can be matched in one way only: else a line of many is tried in each.
_LONE_AGE: Final = re.compile(
    rf"(?:[•·]\s*)?(?P<age>{words.AGE}|{words.LONG_AGE}){words.EDITED_AFTER}"
    rf"(?:\s*[•·]\s*(?:{words.LONG_AGE}))?{words.SEEN_BY}"
)
_GLUED_AGE: Final = re.compile(
    rf"(?P<age>{words.AGE})"
    # Measures that look like an age and a word: 5dB, 20hPa, 3mA.
    r"(?!(?:(?<=d)Bm?|(?<=h)(?:Pa|L)|(?<=m)(?:A|Ah|W|Wh|V|Hz|K|L|Pa))\b)"
    rf"(?:{words.EDITED_AFTER}(?:\s*[•·])*\s*(?<=[é)dto•·\s]))?(?=\S)"
)
_DURATION: Final = re.compile(words.DURATION)
_MORE: Final = re.compile(
    r"(?:…|\.\.\.)\s*(?:see more|show more|voir plus|afficher plus"
    r"|mehr anzeigen|ver más|mostrar más)$"
)
_LONGEST_BOILERPLATE: Final = 200
_MOST_DIGITS: Final = 40
"""No line that nobody wrote has more; each may begin a count, and takes its time."""
_HASHTAG: Final = re.compile(r"\bhashtag\s*#\s*(?=\w)")


def tells_degree(line: str) -> bool:
    """Return whether a line says how near a person is, as no other site does."""
    return len(line) <= _LONGEST_BOILERPLATE and _DEGREE.search(line) is not None


def tells_readers(line: str) -> bool:
    """Return whether a line is no more than who may see a post."""
    return _EVERYONE.fullmatch(line.strip()) is not None


def without_reader_words(text: str) -> str:
    """Return the text without the word that screen readers say before a `#tag`."""
    return _HASHTAG.sub("#", text)


def classify(line: str) -> Line:
    """Return what a line is, seen by itself."""
    line = line.strip()
    if not line:
        return Line("blank")
    is_short = len(line) <= _LONGEST_BOILERPLATE and sum(map(str.isdigit, line)) <= _MOST_DIGITS
    found = _boilerplate(_spaced(line)) if is_short else None
    return found or _glued(line) or Line("text", _without_more(line))


def _boilerplate(line: str) -> Line | None:
    """Return what a short line is that nobody wrote, or None for what somebody did."""
    core = line.strip(" ·•|")
    if not core:
        return Line("button", is_plain=True)
    for kind, pattern in _BUTTONS:
        if pattern.fullmatch(core):
            return Line(kind, is_plain=_EVERYDAY.fullmatch(line) is not None)
    if _NUMBER.fullmatch(line):
        return Line("number", line, is_plain=True)
    if lone := _LONE_AGE.fullmatch(line):
        is_plain = _DURATION.fullmatch(lone["age"]) is not None
        return Line("age", age=_spaced(lone["age"]), is_plain=is_plain)
    if mark := _MARK.fullmatch(line):
        name = mark["name"] or mark["page"] or mark["own"] or ""
        rest = _LONE_AGE.fullmatch((mark["rest"] or "").strip())
        age = _spaced(rest["age"]) if rest else ""
        return Line("mark", name.strip(), age, is_plain=_BARE_MARK.fullmatch(line) is not None)
    return None


def _glued(line: str) -> Line | None:
    """Return an age and the text it is glued to ("2 moisBonjour"), or None.

    A text may begin with a capital, an emoji, a quote or a mention. A small letter goes on
    with a word ("2 moissons"), and a space with a sentence ("2 mois plus tard").
    """
    glued = _GLUED_AGE.match(line)
    if glued is None:
        return None
    text = line[glued.end() :]
    if text[0].isupper() or text[0] in '"«“‘¡¿#@' or unicodedata.category(text[0]) == "So":
        return Line("age", _without_more(text), _spaced(glued["age"]))
    return None


def _without_more(line: str) -> str:
    end = _MORE.search(line, max(0, len(line) - 40))
    return line[: end.start()].rstrip() if end else line


def _spaced(text: str) -> str:
    return " ".join(text.split())
