"""What is said beside the quotes of an answer: how it was narrowed, why nothing is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from adapters.chat.error_text import sentence
from adapters.chat.lines.progress import typed
from bot.text import Count

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from bot.posts.answer_marks import Marked
    from bot.question_and_answer import Answer, Question

WithheldBy = Literal["guests", "outsiders", "others", "elsewhere", "age", "age_elsewhere"]
"""Who reads along, and may not read what answers, or that it is age-restricted; `elsewhere` where
that is told in another place than the question's."""

LONGEST_NAMED: Final = 200
"""Characters of a question in a line that names it."""


def narrowed_note(answer: Answer, wording: Wording) -> list[str]:
    """Return what the question's own words narrowed it to, and the way back; mostly nothing."""
    if not answer.narrowed:
        return []
    return [wording.narrowed.format(filters=typed(answer.narrowed))]


def nothing_by_note(answer: Answer, wording: Wording) -> list[str]:
    """Return that somebody whose words are asked for wrote nothing that answers; mostly nothing.

    It stands before what others wrote, which nobody is to take for theirs.
    """
    if not answer.nothing_by:
        return []
    return [wording.quoting["nothing_by"].format(name=answer.nothing_by)]


def newer_note(answer: Answer, wording: Wording) -> list[str]:
    """Return how much is newer on the same subject than what is quoted; mostly nothing."""
    if not answer.newer:
        return []
    return [wording.answering["newer"].format(count=Count(len(answer.newer)))]


def withheld_note(
    question: Question, reason: WithheldBy, wording: Wording, channel: str = ""
) -> str:
    """Return that posts answer a question, and why not where it was asked; for its asker alone."""
    said = wording.quoting[f"withheld.{reason}"]
    named = question.text[:LONGEST_NAMED]
    return said.format(question=named, button=wording.only_me, channel=channel)


def mark_note(marked: Marked, wording: Wording) -> str:
    """Return what became of marking a message as the answer, for whoever marked it."""
    return wording.answering[f"mark.{marked.outcome}"].format(question=marked.question)


def missing(answer: Answer, wording: Wording) -> str:
    """Return why nothing is quoted."""
    if answer.is_all_said:
        return wording.nothing_more
    if answer.is_nothing_readable:
        return wording.unavailable["IndexMissing"]
    if answer.wrong_name is not None:
        return sentence(answer.wrong_name, wording)
    return wording.nothing_in_filters if answer.question.filters else wording.nothing_found
