"""Finds where sentences, list items and paragraphs begin and end; pure."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sentencex import get_sentence_boundaries

from index.language import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 600
"""A stretch without any full stop (a log, a poem) is cut after this many characters."""


class Span(NamedTuple):
    """Where something stands in a text: `text[start:end]`, in characters."""

    start: int
    end: int


# Social posts list things behind pointers, bullets and keycap numbers in mid-line; dashes,
# stars and plain numbers mark an item only at the beginning of a line. Any other pictograph
# marks one where a sentence has just ended and a capital follows ("Ambiance. 🚀 Le plan…").
_PICTOGRAPH: Final = "[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
_MARK: Final = (
    "(?:"
    "(?:👉|➡|▶|▪|◾|🔹|🔸|•|‣|✅|❌|➜|→)\ufe0f?[\U0001f3fb-\U0001f3ff]?"
    "|[0-9#*]\ufe0f?\u20e3"
    r"|(?<![^\n])[ \t]*(?:[-*–—+]|\d{1,3}[.)])(?=[ \t])"
    rf"|(?<=[.!?:…»]\s){_PICTOGRAPH}(?=\s*[A-ZÀ-Þ])"
    ")"
)
_BORDER: Final = re.compile(
    r"\n[ \t]*\n\s*"  # an empty line
    r"|\n(?=#{1,6} )"  # a heading
    r"|(?<=👇)\s*|(?<=⬇)\ufe0f?\s*"  # "my analysis 👇": what follows is something new
    rf"|(?={_MARK})"
)
_LEADING: Final = re.compile(rf"\s*(?:#{{1,6}} )?(?:{_MARK}\s*)*")


def segments(text: str) -> list[Span]:
    """Returns the paragraphs and list items, in order; together they hold every word."""
    cuts = [0, *(match.end() for match in _BORDER.finditer(text)), len(text)]
    trimmed = (_trim(text, start, end) for start, end in itertools.pairwise(cuts))
    return [span for span in trimmed if span.start < span.end]


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Returns the sentences of a text, or of a part of it, in order, none of them blank.

    List marks and a heading's signs belong to no sentence.
    """
    whole = within or Span(0, len(text))
    found: list[Span] = []
    for segment in segments(text[whole.start : whole.end]):
        start, end = segment.start + whole.start, segment.end + whole.start
        found += _of_segment(text, start, end)
    return found


def opening(text: str, most: int = 150) -> str:
    """Returns how a text begins, on one line: its first sentence, cut at a word if need be."""
    first = sentences(text[: most * 4])
    return shortened(text[first[0].start : first[0].end] if first else text[:most], most)


def shortened(text: str, most: int = 150) -> str:
    """Returns a text on one line, cut at a word if need be."""
    line = " ".join(text[: most * 4].split())
    if len(line) <= most:
        return line
    # A script without spaces, or one long link, is cut where it is too long.
    return (line[:most].rpartition(" ")[0] or line[:most]) + " …"


def _of_segment(text: str, start: int, end: int) -> Iterator[Span]:
    mark = _LEADING.match(text, start, end)
    start = mark.end() if mark and mark.end() < end else start
    part = text[start:end]
    for found in get_sentence_boundaries(language_of(part), part):
        span = _trim(text, start + found["start_index"], start + found["end_index"])
        yield from _cut(text, span)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        space = max(text.rfind(sign, start, start + LONGEST) for sign in "\n ")
        cut = space if space > start else start + LONGEST
        yield _trim(text, start, cut)
        start = _trim(text, cut, span.end).start
    if start < span.end:
        yield Span(start, span.end)


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Span(start, max(start, start + len(part.strip())))
