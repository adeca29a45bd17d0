"""Seeks posts beside those that an answer of ours shows: its own text is made of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Question


def beside(ledger: Ledger, message: str, made: Callable[[str], Question]) -> Question | None:
    """Return what seeks posts like those of an answer, but none of them.

    Args:
        ledger: What was asked and answered.
        message: The answer, as the ledger names it.
        made: Makes a question of a text, for whoever seeks.

    Returns:
        None where the message is no answer of ours, or what it answers is not kept any more.
    """
    asked, answer = ledger.questions.answered_by(message), ledger.answers.get(message)
    if asked is None or answer is None:
        return None
    question = made(asked.searched)
    return replace(question, outdated=question.outdated | frozenset(answer.posts))
