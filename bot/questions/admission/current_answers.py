"""Answers questions in their turn, from the posts as they are by then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.admission.round_robin import Whose

if TYPE_CHECKING:
    from bot.ports import Ask
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Question
    from bot.questions.admission.admission import Admission
    from bot.questions.admission.rate_limit import RateLimit


class CurrentAnswers:
    """Answers in turn, and quotes no post that was changed since it was stored.

    Args:
        core: Answers a question.
        library: The stored posts.
        limits: Lets the questions of all platforms through to the one search.
    """

    def __init__(self, core: Ask, library: Library, limits: RateLimit) -> None:
        self._core = core
        self._library = library
        self._limits = limits

    async def ask(self, question: Question) -> Answer:
        """Return the answer to a question.

        Raises:
            TooBusy: It would wait, or waited, too long.
            UnavailableError: The index cannot be used at the moment.
        """
        whose = Whose.of(question.asker, question.conversation)
        with self._admission.taken(whose):
            # A post that was changed before the question was asked is quoted as it is now.
            await self._library.settled()
            async with self._admission.turn(whose):
                return await self._found(question)

    async def correct(self, question: Question) -> Answer:
        """Return what an answer that stands is to be by now: never too busy.

        Raises:
            UnavailableError: The index cannot be used at the moment.
        """
        await self._library.settled()
        async with self._admission.spare_turn():
            return await self._found(question)

    @property
    def _admission(self) -> Admission:
        return self._limits.admission

    async def _found(self, question: Question) -> Answer:
        library = self._library
        left_out = question.outdated | await library.outdated()
        answer = await self._core(replace(question, outdated=left_out))
        answer, outdated = replace(answer, question=question), await library.outdated()
        return answer.leaving_out(outdated) if outdated else answer
