"""Splits a post into the passages that are searched; pure."""

from __future__ import annotations

from typing import Final

from index.text.sentences import Span, segments, sentences

SPLITTING: Final = 3
"""Counts up whenever these rules or the terms (`terms.py`) change: older passages are re-split."""

LONG: Final = 800
"""Sentences of one paragraph are packed until a passage has about this many characters."""

SHORT: Final = 120
"""A heading, a greeting or a bare list item is searched together with what follows it."""


def split(text: str) -> list[Span]:
    """Return the passages of a text: in order, none blank, none overlapping.

    Borders are paragraphs, list marks and sentences, in this order of preference. Every
    character but white space between passages belongs to one of them.
    """
    if len(text) <= SHORT:  # most chat lines: nothing to look for
        return [_stripped(text, 0, len(text))] if text.strip() else []
    passages: list[Span] = []
    for segment in segments(text):
        pieces = _packed(text, segment)
        if passages and pieces[0].end - passages[-1].start <= SHORT * 2 and _short(passages[-1]):
            pieces[0] = Span(passages.pop().start, pieces[0].end)
        passages += pieces
    return passages


def _short(span: Span) -> bool:
    return span.end - span.start < SHORT


def _packed(text: str, segment: Span) -> list[Span]:
    if segment.end - segment.start <= LONG:
        return [segment]
    packed: list[Span] = []
    for sentence in sentences(text, segment):
        if packed and sentence.end - packed[-1].start <= LONG:
            packed[-1] = Span(packed[-1].start, sentence.end)
        else:
            packed.append(sentence)
    # What belongs to no sentence, as marks and rules, stands in the passage that it leads.
    starts = [segment.start, *(each.end for each in packed[:-1])]
    ends = [*(each.end for each in packed[:-1]), segment.end]
    return [_stripped(text, *span) for span in zip(starts, ends, strict=True)]


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start = end - len(part.lstrip())
    return Span(start, start + len(part.strip()))
