"""Finds where sentences, list items and paragraphs begin and end; pure."""

from __future__ import annotations

import itertools
import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from sentencex import segment as split_sentences

from index.crashes import crashes_as_errors
from index.text.language import language_of
from index.text.parts.abbreviations import together
from index.text.parts.markdown import closing, is_rule, paired, parts, unmarked
from index.text.parts.set_apart import set_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST: Final = 600
"""A stretch without any full stop (a log, a poem) is cut after this many characters."""

MOST_AT_ONCE: Final = 1_000
"""So many characters the splitter is given at once: its time may grow with their square."""


_PAIRS: Final = tuple((each[0], each[1]) for each in "«» ‹› () “” „“ ‘’ ‚‘ 「」 『』 《》".split())
MOST_OPEN: Final = 25
"""So many marks of one kind that open and never close are no prose, and slow the splitter down."""


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
_SPECIAL: Final = re.compile(
    "[\u20e3\u2013\u2014\u2022\u2023\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
)
"""Signs without which a border is a line's end, and found several times as fast."""
_LINE_BORDER: Final = re.compile(
    r"\n(?:[ \t]*\n\s*|(?=#{1,6} )|(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]))"
)
_STOP: Final = re.compile(r"(?<=[.!?…]\s)|(?<=\n)")
"""Where a sentence ends by our own rule."""

_PLAIN: Final = re.compile(r"[A-Za-z][\t \"-\-/->@-~]*\n?")
"""A line in which no sentence ends, for it has no full stop and no sign but ASCII's."""

_LEADING: Final = re.compile(rf"\s*(?:#{{1,6}} )?(?:{_MARK}\s*(?:\[[ xX]\](?=\s)\s*)?)*")


def segments(text: str) -> list[Span]:
    """Return the paragraphs and list items, in order; together they hold every word."""
    border = _BORDER if _SPECIAL.search(text) else _LINE_BORDER
    cuts = [0, *(match.end() for match in border.finditer(text)), len(text)]
    trimmed = (_trim(text, start, end) for start, end in itertools.pairwise(cuts))
    return [span for span in trimmed if span.start < span.end]


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Return the sentences of a text, or of a part of it, in order, none of them blank.

    Code between fences and a table are one each, or pieces of it where it is long. List marks, a
    heading's signs, rules and the marks of emphasis around a sentence belong to none.
    """
    whole = within or Span(0, len(text))
    found: list[Span] = []
    at = whole.start
    for start, end in set_apart(text):
        block = Span(max(start, at), min(end, whole.end))
        if block.start < block.end:
            found += _outside(text, at, block.start)
            found += _cut(text, _trim(text, *block))
            at = block.end
    found += _outside(text, at, whole.end)
    return without_rules(text, found)


def _outside(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a part of a text that holds no code and no table."""
    for segment in segments(text[start:end]):
        yield from of_segment(text, segment.start + start, segment.end + start)


def without_rules(text: str, found: list[Span]) -> list[Span]:
    """Return those of these sentences that do not only divide; all where no other is there."""
    return [each for each in found if not is_rule(text[each.start : each.end])] or found


def opening(text: str, most: int = 150) -> str:
    """Return how a text begins, on one line: its first sentence, cut at a word if need be."""
    first = sentences(text[: most * 4])
    return shortened(text[first[0].start : first[0].end] if first else text[:most], most)


def shortened(text: str, most: int = 150) -> str:
    """Return a text on one line, cut at a word if need be."""
    line = " ".join(text[: most * 4].split())
    if len(line) <= most:
        return line
    # A script without spaces, or one long link, is cut where it is too long.
    return (line[:most].rpartition(" ")[0] or line[:most]) + " …"


def of_segment(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of one of a text's `segments`, in order, rules included."""
    language = language_of(text[start:end])
    marks = paired(text[start:end])
    split = partial(_split, language)
    for begin, stop in parts(text, start, end):
        if stop - begin <= LONGEST and _PLAIN.fullmatch(text, begin, stop):
            # Most lines of what was copied from a page: nothing in them is to be looked for.
            yield Span(*unmarked(text, *_trim(text, begin, stop), marks))
            continue
        for span in _of_part(text, begin, stop, split):
            yield Span(*unmarked(text, *span, marks))


def _of_part(
    text: str, start: int, end: int, split: Callable[[str], Sequence[str]]
) -> Iterator[Span]:
    mark = _LEADING.match(text, start, end)
    start = mark.end() if mark and mark.end() < end else start
    before: Span | None = None
    for begin, stop in in_stretches(text, start, end, split):
        span = _trim(text, begin, stop)
        if before is not None:
            if closed := closing(text, *span):
                before = Span(before.start, closed)
                span = _trim(text, closed, span.end)
            yield from _cut(text, before)
        before = span
    if before is not None:
        yield from _cut(text, before)


def _split(language: str, stretch: str) -> Sequence[str]:
    """Return a stretch in sentences: by full stops and lines alone where the splitter fails."""
    try:
        if any(stretch.count(begin) - stretch.count(end) > MOST_OPEN for begin, end in _PAIRS):
            return _by_stops(stretch)
        with crashes_as_errors():
            pieces: Sequence[str] = split_sentences(language, stretch)
    except Exception:  # noqa: BLE001 - no text that people write may keep itself from being stored
        return _by_stops(stretch)
    return together(pieces)


def _by_stops(stretch: str) -> list[str]:
    return [piece for piece in _STOP.split(stretch) if piece]


def in_stretches(
    text: str, start: int, end: int, split: Callable[[str], Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Yield what a splitter makes of a part of a text, of which it sees a stretch at a time.

    What comes last in a stretch may go on after it, so the next stretch begins with it, or
    after its first part where it is longer than a sentence may be: two stretches in a row go on
    by as much as that.

    Args:
        text: The text.
        start: Where the part begins.
        end: Where it ends.
        split: Returns a stretch in pieces; joined, they are the stretch.
    """
    while end - start > MOST_AT_ONCE:
        stretch = text[start : start + MOST_AT_ONCE]
        *whole, last = split(stretch)
        if len(last) > LONGEST:
            rest = last[_border(last, 0) :].lstrip()
            whole.append(last[: len(last) - len(rest)])
        for piece in whole:
            yield start, start + len(piece)
            start += len(piece)
    for piece in split(text[start:end]):
        yield start, start + len(piece)
        start += len(piece)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        cut = _border(text, start)
        yield _trim(text, start, cut)
        start = _trim(text, cut, span.end).start
    if start < span.end:
        yield Span(start, span.end)


def _border(text: str, start: int) -> int:
    """Return where a stretch that is too long for a sentence is cut."""
    space = max(text.rfind(sign, start, start + LONGEST) for sign in "\n ")
    return space if space > start else start + LONGEST


def _trim(text: str, start: int, end: int) -> Span:
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return Span(start, end)
    part = text[start:end]
    bare = part.strip()
    if len(bare) < len(part):
        start += len(part) - len(part.lstrip())
    return Span(start, start + len(bare))
