"""What is said beside the quotes of an answer: how it was narrowed, why nothing is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.progress_lines import typed

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from bot.question_and_answer import Answer


def narrowed_note(answer: Answer, wording: Wording) -> list[str]:
    """Return what the question's own words narrowed it to, and the way back; mostly nothing."""
    if not answer.narrowed:
        return []
    return [wording.narrowed.format(filters=typed(answer.narrowed))]


def missing(answer: Answer, wording: Wording) -> str:
    """Return why nothing is quoted."""
    if answer.is_all_said:
        return wording.nothing_more
    return wording.nothing_in_filters if answer.question.filters else wording.nothing_found
