"""Splits a post into the passages that are searched; pure."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from index.text.parts.sentences import Span, of_segment, segments, without_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

SPLITTING: Final = 3
"""Counts up whenever these rules or the terms (`terms.py`) change: older passages are re-split."""

LONG: Final = 800
"""Sentences of one paragraph are packed until a passage has about this many characters."""

SHORT: Final = 120
"""A heading, a greeting or a bare list item is searched together with what follows it."""

MOST_SENTENCES: Final = 50_000
"""So many sentences of one post are looked at to pack them; what follows is cut at its words."""


def split(text: str) -> list[Span]:
    """Return the passages of a text: in order, none blank, none overlapping.

    Borders are paragraphs, list marks and sentences, in this order of preference. Every
    character but white space between passages belongs to one of them.
    """
    if len(text) <= SHORT:  # most chat lines: nothing to look for
        return [_stripped(text, 0, len(text))] if text.strip() else []
    passages: list[Span] = []
    left = MOST_SENTENCES
    for segment in segments(text):
        pieces, looked_at = _packed(text, segment, left)
        left -= looked_at
        if passages and pieces[0].end - passages[-1].start <= SHORT * 2 and _short(passages[-1]):
            pieces[0] = Span(passages.pop().start, pieces[0].end)
        passages += pieces
    return passages


def _short(span: Span) -> bool:
    return span.end - span.start < SHORT


def _packed(text: str, segment: Span, most: int) -> tuple[list[Span], int]:
    """Return the passages of a paragraph, and how many sentences were looked at for it.

    Args:
        text: The text.
        segment: Where the paragraph stands.
        most: How many sentences may be looked at.
    """
    if segment.end - segment.start <= LONG:
        return [segment], 0
    found = list(islice(of_segment(text, *segment), most))
    packed: list[Span] = []
    for sentence in without_rules(text, found):
        if packed and sentence.end - packed[-1].start <= LONG:
            packed[-1] = Span(packed[-1].start, sentence.end)
        else:
            packed.append(sentence)
    if len(found) == most:
        packed += _cut_at_words(text, packed[-1].end if packed else segment.start, segment.end)
    # What belongs to no sentence, as marks and rules, stands in the passage that it leads.
    starts = [segment.start, *(each.end for each in packed[:-1])]
    ends = [*(each.end for each in packed[:-1]), segment.end]
    pieces = (_stripped(text, *span) for span in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece.start < piece.end], len(found)


def _cut_at_words(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        cut = min(start + LONG, end)
        if cut < end:
            space = max(text.rfind(sign, start, cut) for sign in "\n ")
            cut = space if space > start else cut
        yield Span(start, cut)
        start = cut


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start = end - len(part.lstrip())
    return Span(start, start + len(part.strip()))
