"""What is said to a question, in its place or directly; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.chat.cards import answer_card
from adapters.slack.rendering.blocks import laid_out

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.slack.rendering.blocks import Outgoing
    from bot.question_and_answer import Answer


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to a question.

    Attributes:
        message: It.
        answer: The answer that it shows, if it is one.
    """

    message: Outgoing
    answer: Answer | None = None


def directly(reply: Reply, wording: Wording) -> Outgoing:
    """Return a reply for where nobody sees what it replies to."""
    if reply.answer is None:
        return reply.message
    heading = [wording.answered_in_private.format(question=reply.answer.question.text)]
    return laid_out(answer_card(reply.answer, wording, heading=heading), wording)
