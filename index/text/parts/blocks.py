"""Finds what is only quoted as a whole: code between fences, tables, and short lists; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.text.parts.sentences import Span
from index.text.parts.set_apart import code_in, set_apart, tables_in

LONGEST_BLOCK: Final = 900
"""Characters of code, or of a table, that are still quoted whole."""

_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣–—]|\d{1,3}[.)])[ \t]+\S")


@lru_cache(maxsize=8)
def lists(text: str) -> tuple[Span, ...]:
    """Return where lists of one line an item stand, with their marks.

    Line by line, since one expression for a whole list takes a time that grows with the square
    of its blanks.
    """
    found = []
    first = start = items = 0
    for line in text.split("\n"):
        if _ITEM.match(line):
            first = first if items else start
            items += 1
        else:
            if items > 1:
                found.append(_bare(text, first, start))
            items = 0
        start += len(line) + 1
    if items > 1:
        found.append(_bare(text, first, len(text)))
    return tuple(found)


def whole_block(text: str, span: Span, most: int) -> Span | None:
    """Return a quote with all of the code, the table or the list that it is taken from.

    Code is quoted whole or not at all, so that what is too long for it is None; the items of a
    longer list and the rows of a longer table stand for themselves. Beside code and tables stands
    nothing but what announces them.

    Args:
        text: The post.
        span: What is quoted of it.
        most: Characters that a list may have.
    """
    for start, end in code_in(text):
        if start < span.end and span.start < end:
            return _joined(text, Span(start, end), span)
    for start, end in tables_in(text):
        if start < span.end and span.start < end:
            return _joined(text, Span(start, end), span) or span
    if text[span.start : span.end].endswith(":"):
        return _announced(text, span)
    for block in lists(text):
        if block.start <= span.start and span.end <= block.end and block.end - block.start <= most:
            return block
    return span


def _joined(text: str, block: Span, span: Span) -> Span | None:
    """Return a block with what announces it; None where it is too long."""
    is_announced = span.start < block.start and text[: block.start].rstrip().endswith(":")
    whole = Span(span.start if is_announced else block.start, block.end)
    return whole if whole.end - whole.start <= LONGEST_BLOCK else None


def _announced(text: str, span: Span) -> Span:
    """Return what ends in a colon with the code or table right below it."""
    for start, end in set_apart(text):
        if span.end <= start and not text[span.end : start].strip():
            return Span(span.start, end) if end - span.start <= LONGEST_BLOCK else span
    return span


def _bare(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
