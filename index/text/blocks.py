"""Finds what is only quoted as a whole: code between fences, and short lists; pure."""

from __future__ import annotations

import re
from typing import Final

from index.text.sentences import Span

LONGEST_CODE: Final = 900
"""Characters of code that are still quoted."""

_CODE: Final = re.compile(
    r"^[ \t]*(```|~~~)[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_LIST: Final = re.compile(
    r"(?:^[ \t]*(?:[-*+•‣–—]|\d{1,3}[.)])[ \t]+[^\n]+(?:\n|\Z)){2,}", re.MULTILINE
)


def code_blocks(text: str) -> list[Span]:
    """Return where fenced code stands, with its fences."""
    return (
        [_bare(text, match) for match in _CODE.finditer(text)]
        if "```" in text or "~~~" in text
        else []
    )


def lists(text: str) -> list[Span]:
    """Return where lists of one line an item stand, with their marks."""
    return [_bare(text, match) for match in _LIST.finditer(text)]


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


def _bare(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    return Span(start, start + len(text[start:end].rstrip()))
