"""Reads a text whose parts stand under labels, as the answers to a form do; pure."""

from __future__ import annotations

import re
from typing import Final

from index.text.parts.markdown import LABEL
from index.text.parts.sentences import opening, shortened

_LABEL_LINE: Final = re.compile(
    # Whoever wraps lines writes longer ones; what asks or ends with a colon is a label even so.
    rf"(?:\A|(?<=\n\n))(?P<label>[^\W_][^\n]{{0,{LABEL - 2}}}[^\s.!…,;]|[^\s*-][^\n]{{0,198}}[?:])"
    r"[ \t]*\n(?=[^\n])"
)
_LOOKED_AT: Final = 5_000
"""Characters at the beginning of a text in which a telling answer is looked for."""
_OF_LABEL: Final = 30
"""Characters of a label before the words that stand under it."""
_TELLING: Final = 4
"""So many words tell a post from others that answer the same."""


def label_above(text: str, start: int) -> str:
    """Return the last of a text's labels above a place; "" where its first line is none.

    A label begins a paragraph that goes on below it: a short line without a full stop, or a
    question.

    Args:
        text: The post.
        start: The place.
    """
    label = ""
    for found in _LABEL_LINE.finditer(text, 0, start + 1):
        if found.start() == 0 or label:
            label = found["label"]
        else:
            break
    return label


def called(text: str, most: int) -> str:
    """Return what a text is called that has no title, on one line.

    Answers are called by one that tells them from those of others, behind how its question
    begins; a text under one heading by that, and any other by how it begins.

    Args:
        text: The text.
        most: Characters at most.
    """
    looked_at = text[:_LOOKED_AT]
    found = [*_LABEL_LINE.finditer(looked_at)]
    if not found or found[0].start():
        return opening(text, most)
    ends = [*(each.start() for each in found[1:]), len(looked_at)]
    said = [
        (each["label"], opening(looked_at[each.end() : end], most))
        for each, end in zip(found, ends, strict=True)
    ]
    if len(said) == 1 and not said[0][0].endswith("?"):
        # Where a sentence goes on below it, it is no heading but a line that was wrapped.
        return opening(text, most) if said[0][1][:1].islower() else shortened(said[0][0], most)
    label, words = next(
        (each for each in said if len(each[1].split()) >= _TELLING),
        max(said, key=lambda each: len(each[1])),
    )
    return shortened(f"{shortened(label, _OF_LABEL)} {words}", most)
