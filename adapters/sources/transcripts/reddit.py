"""Reads a discussion as people copy it from Reddit's page, of today or the old one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.transcripts.copied import Copied, copied_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

VERSIONS: Final = "Reddit as of 2023 to 2026, and old.reddit.com, copied from a browser"
"""What this was written for."""

_AGE: Final = (
    r"(?:\d+ ?(?:s|min|m|h|hr|d|day|w|wk|mo|y|yr|second|minute|hour|week|month|year)s?\.? ago"
    r"|just now)"
)
_DOT: Final = frozenset({"•", "·"})
_IS_AGE: Final = re.compile(_AGE)
_OLD: Final = re.compile(
    rf"\[[-\u2013\u2014+]\]\s*([\w-]{{3,20}}|\[deleted\])(?:\s?\[[A-Z,]{{1,4}}\])*"
    rf"(?:\s+\[score hidden\]|\s+-?[\d.k]+ points?)?\s+({_AGE})\*?(?:\s.*)?"
)
_SUBMITTED: Final = re.compile(rf"submitted ({_AGE})\*? by ([\w-]{{3,20}}).*")
_NAME: Final = re.compile(r"(?:u/)?([\w-]{3,20}|\[deleted\])")
_PLACE: Final = re.compile(r"r/\w{2,25}")
_BESIDE: Final = re.compile(
    rf"OP|MOD|•|·|Edited {_AGE}|Top \d+% (?:Commenter|Poster)|Stickied comment|Profile Badge.*"
)
_ENDS: Final = re.compile(
    r"Upvote|Vote|permalink(?:embed|\s|save|source)?.*|\d+ comments? ?share.*"
    r"|[\d.k]+ more repl(?:y|ies)"
)
_ENDS_NEW: Final = re.compile(rf"{_ENDS.pattern}|u/[\w-]{{3,20}} avatar")
_HOST: Final = re.compile(r"\([\w.-]+\)$")
_GONE: Final = re.compile(r"\[(?:deleted|removed)\]|Comment (?:deleted|removed) by .{1,30}")


def is_reddit(text: str) -> bool:
    """Tell whether the lines around comments came along: of the old page one, else two of them."""
    lines = _lines(text)
    if any(_OLD.fullmatch(line) for line in lines):
        first = next(line for line in lines if line)
        return bool(_OLD.fullmatch(first)) or any(_SUBMITTED.fullmatch(line) for line in lines)
    return any(line in {"Upvote", "Downvote"} for line in lines) and bool(_places(lines))


def reddit_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the opening, and each comment as a comment on it."""
    lines = _lines(text)
    places = _places(lines)
    opening, found = _new(lines, places) if places else _old(lines)
    kept = [each for each in found if not _GONE.fullmatch(each.text)]
    labels.leave_out("deleted_messages", len(found) - len(kept))
    said = [*found, opening] if opening is not None else found
    heads = 2 if places else 1  # today a name and an age, on the old page both in one line
    told = sum(heads + bool(each.title) + _filled(each.lines) for each in said)
    is_named = bool(places) and opening is not None and bool(opening.author)
    labels.leave_out("page_furniture", max(0, _filled(lines) - told - int(is_named)))
    yield from copied_posts(opening, kept, labels)


def _lines(text: str) -> list[str]:
    return [line.strip(" \t\u00a0\u200e") for line in text.split("\n")]


def _filled(lines: Sequence[str]) -> int:
    return sum(map(bool, lines))


def _places(lines: Sequence[str]) -> list[int]:
    """Return where an age stands that a dot parts from a name."""
    filled = [at for at in range(len(lines)) if lines[at]]
    return [
        at
        for place, at in enumerate(filled)
        if place > 1
        and lines[filled[place - 1]] in _DOT
        and _IS_AGE.fullmatch(lines[at])
        and _above(lines, filled, place)
    ]


def _above(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """Return whether a name or a community stands above the dot, with badges between."""
    for each in range(place - 2, max(-1, place - 6), -1):
        line = lines[filled[each]]
        if _BESIDE.fullmatch(line):
            continue
        return bool(_NAME.fullmatch(line) or _PLACE.fullmatch(line))
    return False


def _new(lines: Sequence[str], places: Sequence[int]) -> tuple[Copied | None, list[Copied]]:
    opening: Copied | None = None
    found: list[Copied] = []
    for start, end in zip(places, [*places[1:], len(lines)], strict=True):
        name = _name_above(lines, start)
        body = _until_end(lines[start + 1 : end])
        if _PLACE.fullmatch(name):
            opening = _opening(lines[start], body)
        else:
            found.append(Copied(name.removeprefix("u/"), lines[start], lines=body))
    return opening, found


def _name_above(lines: Sequence[str], start: int) -> str:
    for at in range(start - 1, -1, -1):
        if (line := lines[at]) and not _BESIDE.fullmatch(line):
            return line
    return ""


def _until_end(lines: Sequence[str]) -> list[str]:
    """Return the words below an age, without the badges before and the buttons after them."""
    begin = 0
    while begin < len(lines) and (not lines[begin] or _BESIDE.fullmatch(lines[begin])):
        begin += 1
    end = begin
    while end < len(lines) and not _ENDS_NEW.fullmatch(lines[end]):
        end += 1
    return list(lines[begin:end])


def _opening(age: str, body: list[str]) -> Copied:
    """Return the opening, below whose age its author and its title stand."""
    filled = [at for at, line in enumerate(body) if line]
    author = body[filled[0]] if filled else ""
    if not _NAME.fullmatch(author):
        author, filled = "", [-1, *filled]
    title = body[filled[1]] if len(filled) > 1 else ""
    below = body[filled[1] + 1 :] if len(filled) > 1 else []
    return Copied(author.removeprefix("u/"), age, title=title, lines=below)


def _old(lines: Sequence[str]) -> tuple[Copied | None, list[Copied]]:
    opening: Copied | None = None
    found: list[Copied] = []
    current: Copied | None = None
    last = ""
    for line in lines:
        if head := _OLD.fullmatch(line):
            current = Copied(head[1], head[2])
            found.append(current)
        elif submitted := _SUBMITTED.fullmatch(line):
            title = _HOST.sub("", last).rstrip()
            current = opening = Copied(submitted[2], submitted[1], title=title)
        elif _ENDS.fullmatch(line):
            current = None
        elif current is not None:
            current.lines.append(line)
        last = line or last
    return opening, found
