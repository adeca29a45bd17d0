"""What stands before the core in a chat: limits, the question before, and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from bot.limits import Limits
    from bot.messages import Answer, Question
    from bot.ports import Ask

IN_CHAT: Final = 9
"""Excerpts an answer in a chat may have: three pages of three."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Takes the questions of chats.

    Attributes:
        core: Answers.
        ledger: Remembers.
        limits: Holds back who asks too fast.
    """

    core: Ask
    ledger: Ledger
    limits: Limits

    async def ask(self, question: Question) -> Answer:
        """Returns the answer to a new question, and remembers both.

        Raises:
            TooManyQuestions: The asker has asked too many just now.
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        self.limits.take(question.asker)
        answer = await self.core(question)
        self.ledger.questions.keep(answer)
        return answer
