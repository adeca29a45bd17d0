"""Tells which threads are with us, and keeps that where what they began with is taken away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.ledger.questions.asked_questions import EVER
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Asker, Question

MEMORY: Final = timedelta(minutes=15)
"""How long a question in a direct message is the one before the next."""


class Threads:
    """The threads of one chat platform."""

    def __init__(self, ledger: Ledger) -> None:
        self._questions, self._answers = ledger.questions, ledger.answers
        self._offers, self._conversations = ledger.offers, ledger.conversations

    def going_on(
        self, first: str, conversation: str, asker: Asker, at: datetime = EVER
    ) -> Question | None:
        """Return the question from which who writes in a thread goes on without naming us.

        Under an answer of ours all do, under a question to us who asked there; so does who asked
        there where the answer or the question is taken away. None for others.

        Args:
            first: What its first message is called in the ledger.
            conversation: The thread.
            asker: Who writes.
            at: When: what they asked later is not looked at.
        """
        found = self._questions.answered_by(first)
        if found is None:
            found = self._going_on_beside(first, conversation, asker, at)
        return found and (self._questions.latest(conversation, MEMORY) or found)

    def _going_on_beside(
        self, first: str, conversation: str, asker: Asker, at: datetime
    ) -> Question | None:
        asked = self._questions.get(question_id(first))
        if asked is not None and asked.asker.account == asker.account:
            return asked
        own = self._questions.last_asked(asker, conversation, at)
        if own is None:
            return None
        if asked is None and not self._is_ours(first):
            return None
        return asked or own

    def _is_ours(self, first: str) -> bool:
        """Return whether a thread began with a question to us, or an answer, of the past."""
        if self._answers.get(first) is not None:
            return True
        return self._conversations.has_thread({first, question_id(first)})

    def forget(self, id_: str, replies: Collection[str] = ()) -> None:
        """Forget a question whose answer is taken away; a thread that it began is with us still.

        Args:
            id_: The question.
            replies: Messages of ours that are taken away with it.
        """
        self._note(id_, replies)
        self._questions.forget(id_)

    def take_away(self, id_: str, message: str) -> None:
        """Forget an answer that is taken away, and with the last one its question.

        Args:
            id_: The question.
            message: What the answer is called in the ledger.
        """
        self._note(id_, [message])
        self._answers.forget(message)
        if not self._questions.replies(id_):
            self._questions.forget(id_)

    def _note(self, id_: str, replies: Collection[str]) -> None:
        question = self._questions.get(id_)
        if question is not None and question.workspace_id:
            platform, workspace_id = question.asker.platform, question.workspace_id
            self._conversations.note_thread({id_, *replies}, platform, workspace_id)

    def take_back(self, message: str) -> list[str]:
        """Forget what a deleted message asked; return those that answer it, or offer to.

        Args:
            message: What it is called in the ledger.
        """
        asked = question_id(message)
        replies = [*self._questions.replies(asked), *self._offers.take_back(asked)]
        if not replies and self._questions.get(asked) is None:
            return []
        self.forget(asked, replies)
        for each in replies:
            self._answers.forget(each)
        return replies
