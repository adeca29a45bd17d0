"""Finds what is only quoted as a whole: code between fences, and short lists; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from index.text.sentences import Span

LONGEST_CODE: Final = 900
"""Characters of code that are still quoted."""

_CODE: Final = re.compile(
    r"^[ \t]*(```|~~~)[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣–—]|\d{1,3}[.)])[ \t]+\S")


@lru_cache(maxsize=8)
def code_blocks(text: str) -> tuple[Span, ...]:
    """Return where fenced code stands, with its fences."""
    if "```" not in text and "~~~" not in text:
        return ()
    return tuple(_bare(text, *match.span()) for match in _CODE.finditer(text))


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
    """Return a quote with all of the code or the list that it is taken from.

    Code is quoted whole or not at all, so that what is too long for it is None; the items of a
    longer list stand for themselves.

    Args:
        text: The post.
        span: What is quoted of it.
        most: Characters that a list may have.
    """
    for block in code_blocks(text):
        if block.start < span.end and span.start < block.end:
            whole = Span(min(block.start, span.start), max(block.end, span.end))
            return whole if whole.end - whole.start <= LONGEST_CODE else None
    for block in lists(text):
        if block.start <= span.start and span.end <= block.end and block.end - block.start <= most:
            return block
    return span


def _bare(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
