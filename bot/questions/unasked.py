"""Decides when a message that asks nobody in particular is offered an answer; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.text.sentence_kinds import asks
from index.text.sentences import sentences

if TYPE_CHECKING:
    from bot.question_and_answer import Answer

LONGEST_ASKED: Final = 500
"""Characters of a message that are taken as its question."""


def asked_in(title: str, text: str) -> str:
    """Return what a message is taken to ask: its title, and how it begins."""
    return " ".join(f"{title} {text}".split())[:LONGEST_ASKED]


def earlier(answer: Answer) -> Answer:
    """Return an answer without quotes that only ask: who asked the same answered nothing."""
    kept = tuple(each for each in answer.excerpts if states(each.text))
    unsure = tuple(each for each in answer.unsure if states(each.text))
    if len(kept) < len(answer.excerpts):
        answer = answer.with_excerpts(kept)
    return replace(answer, unsure=unsure)


def states(text: str) -> bool:
    """Return whether a text does more than ask."""
    return not all(asks(text[start:end]) for start, end in sentences(text))
