"""Tells Markdown's signs from what is said: headings, rules, marks of emphasis; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LABEL: Final = 45
"""Characters of a line that may be a heading without a sign; whoever wraps lines writes longer."""

HEADING: Final = 80
"""Characters of a line that says what the ones below it are about."""

ITEM: Final = 60
"""The same of a list item that ends with its line."""

_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6} \S")
_RULE: Final = re.compile(r"(?:[-=_*~]\s*){3,}$")
_RULERS: Final = frozenset("-=_*~")
_STRONG: Final = re.compile(r"[ \t]*(\*\*|__)(?=\S).{1,118}(?<=\S)\1[ \t]*:?[ \t]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*–—+•‣]|\d{1,3}[.)])[ \t]")
_CAPITAL: Final = re.compile(r"[*_~\"«“(]{0,3}[A-ZÀ-Þ]")
_STOP: Final = re.compile(r"[.!?…][*_~\"»”)]{0,3}\s*$")
_GOING_ON: Final = re.compile(r"[.!?…,;][*_~\"»”)]{0,3}\s*$")
_UNFINISHED: Final = re.compile(r"[.!?…:;,–—-][*_~\"»”)]{0,3}\s*$")

_CLOSING: Final = re.compile(r"(?:\*{1,3}|_{1,3}|~~)(?=\s|$)")
_MARKS: Final = ("***", "**", "__", "~~", "*", "_")
_EMPHASIS: Final = frozenset("*_~")
_ALONE: Final = frozenset(("***", "**", "~~"))
"""Marks that are taken off also where their partner stands in another sentence."""


def goes_on(text: str, end: int, start: int) -> bool:
    """Say whether a sentence may be read on into the next one, which is on another line.

    Not from a heading, which ends without a full stop or a comma, nor out of a list.

    Args:
        text: The post.
        end: Where the sentence ends.
        start: Where the next one begins.
    """
    if "\n" not in text[end:start]:
        return True
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return _GOING_ON.search(line) is not None and not _ITEM.match(line)


def is_heading(text: str, start: int, end: int) -> bool:
    """Say whether a sentence is a short line without a full stop that more than a line follows."""
    begins = text.rfind("\n", 0, start) + 1
    if end - begins > HEADING or "\n" in text[start:end]:
        return False
    line, _, rest = text[begins : end + 5 * HEADING].partition("\n")
    is_whole = not re.search(r"\w", line[: start - begins] + line[end - begins :])
    if not is_whole or _ITEM.match(line) or _STOP.search(line) or len(line) > HEADING:
        return False
    following = rest.strip().partition("\n\n")[0]
    return len(following) > len(line) and not re.search(r"\d|:.", text[start:end])


def is_rule(text: str) -> bool:
    """Say whether a line only divides: "---", "=====", "* * *"."""
    bare = text.strip()
    return bare[:1] in _RULERS and _RULE.match(bare) is not None


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a paragraph in what was written as lines of their own, and the rest as it is.

    A heading says nothing together with the line below it, nor does a list item with the
    paragraph that follows it.
    """
    begin = at = start
    is_fresh = True
    lines = text[start:end].split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        after = at + len(line) + 1
        if at > start and is_rule(line):
            yield begin, at
            begin, is_fresh = after, True
        elif after <= end and is_fresh and _stands_alone(line, following):
            yield begin, at
            yield at, after
            begin = after
        else:
            is_fresh = _STOP.search(line) is not None
        at = after
    yield begin, end


def _stands_alone(line: str, following: str) -> bool:
    if _HEADING.match(line) or _STRONG.match(line):
        return True
    if not _CAPITAL.match(following):
        return False
    if _ITEM.match(line):
        return len(line) <= ITEM or _STOP.search(line) is not None
    is_label = _CAPITAL.match(line) is not None and not _UNFINISHED.search(line)
    return is_label and len(line) <= LABEL


def closing(text: str, start: int, end: int) -> int:
    """Return where the marks end that close the sentence before this one; 0 for no such."""
    mark = _CLOSING.match(text, start, end)
    return mark.end() if mark else 0


def paired(paragraph: str) -> frozenset[str]:
    """Return the marks of a paragraph that have a partner: in "**kwargs" they are none."""
    return frozenset(mark for mark in _ALONE if paragraph.count(mark) % 2 == 0)


def unmarked(text: str, start: int, end: int, partnered: frozenset[str]) -> tuple[int, int]:
    """Return a sentence without the marks of emphasis around it.

    Args:
        text: The post.
        start: Where the sentence begins.
        end: Where it ends.
        partnered: The marks of its paragraph that have a partner there.
    """
    bare = start, end
    if start < end and not {text[start], text[end - 1]} & _EMPHASIS:
        return bare
    for mark in _MARKS:
        own, size = text[slice(*bare)], len(mark)
        opens = own.startswith(mark) and not own[size : size + 1].isspace()
        closes = own.endswith(mark) and not own[:-size][-1:].isspace()
        inner = own[size * opens : len(own) - size * closes]
        is_part = mark in partnered
        if mark not in inner and ((opens and closes) or (is_part and (opens or closes))):
            bare = bare[0] + size * opens, bare[1] - size * closes
    return bare if bare[0] < bare[1] else (start, end)
