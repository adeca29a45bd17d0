"""What a chat platform asks of the bot: new questions, and known ones for other readers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import HeldBack
from bot.excerpt_counts import IN_CHAT
from bot.question_and_answer import Shared
from bot.questions.admission.current_answers import CurrentAnswers
from bot.questions.admission.round_robin import Whose
from bot.questions.echoes import may_say_back, says_back
from bot.questions.nothing_found import NothingFound
from bot.questions.parsing.followups import following
from bot.questions.threads import MEMORY, Threads
from index.search_scope import Filters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ledger.ledger import Ledger
    from bot.metrics import Metrics
    from bot.ports import Ask
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Asker, Question
    from bot.questions.admission.rate_limit import RateLimit
    from index.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is as it is.

    Attributes:
        answer: It, for whoever asks why.
        statistics: What was searched for them.
    """

    answer: Answer
    statistics: Statistics


class QuestionService:
    """Takes the questions of one chat platform.

    Every answer is made again for its readers of the moment: only questions are kept, so that
    what somebody may no longer see is on no later page either.

    Args:
        core: Answers a question.
        ledger: Remembers what was asked.
        library: The stored posts.
        limits: Holds back who asks too fast.
        metrics: Counts the questions.

    Attributes:
        threads: Tells which threads are with us.
    """

    def __init__(
        self, core: Ask, ledger: Ledger, library: Library, limits: RateLimit, metrics: Metrics
    ) -> None:
        self._current = CurrentAnswers(core, library, limits)
        self._metrics = metrics
        self._library = library
        self._limits = limits
        self._questions = ledger.questions
        self.threads = Threads(ledger)
        self._reasons = NothingFound(library, ledger.channels)

    async def ask(self, question: Question, before: Question | None = None) -> Answer:
        """Return the answer to a new question, and keep the question.

        Args:
            question: The question.
            before: The one before it in the conversation, which it may lean on.

        Raises:
            TooManyQuestions: The asker has asked too many just now.
            TooBusy: All together have.
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        with self._metrics.question(question.asker.platform) as asked:
            self._limits.take(question.asker, question.conversation)
            answer = await self._current.ask(replace(following(question, before), limit=IN_CHAT))
            answer = await self._reasons.told(answer)
            if before is not None and may_say_back(answer):
                read = await self.unasked(replace(before, audience=question.audience))
                answer = replace(answer, is_said_back=read is not None and says_back(answer, read))
            self._questions.keep(answer, passes=await self._is_forgotten(question.asker))
            return asked.answered(answer)

    async def is_withheld(self, answer: Answer, own: frozenset[str]) -> bool:
        """Return whether posts answer a question that got no answer where it was asked.

        It is told to its asker alone, who may read them. Costs a second search where the asker
        may see posts that may not be shown there, and else nothing.

        Args:
            answer: What all were told.
            own: What the asker may see.

        Raises:
            UnavailableError: The index cannot be used at the moment.
        """
        question = answer.question
        if answer.found or answer.is_all_said or question.audience is None:
            return False
        if not (own - question.audience).intersection(await self._library.audiences()):
            return False
        found = await self.unasked(replace(question, audience=own, is_private=True))
        return found is not None and found.found

    async def unasked(self, question: Question) -> Answer | None:
        """Return the answer to what nobody asked us, which is not kept; None while we are busy."""
        try:
            return await self._current.ask(question)
        except HeldBack:
            return None

    def settle(self, answer: Answer) -> None:
        """Take a question off the list of the open ones: its asker was told what answers it."""
        self._questions.close(answer.question.id)

    async def rate(
        self, question_id: str, asker: Asker, *, is_good: bool, comment: str = ""
    ) -> bool:
        """Keep what somebody thinks of an answer, and return whether it is kept.

        It is not where nothing of theirs is to be stored, or the question is no longer kept.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        if await self._is_forgotten(asker):
            return False
        return self._questions.rate(question_id, asker, is_good=is_good, comment=comment)

    @contextmanager
    def held(self, asker: Asker, conversation: str) -> Iterator[None]:
        """Hold what arrives until its answer is delivered; refuse what `ask` would not take now.

        So it is refused before anybody sees that it was asked, and before anything is looked up.

        Raises:
            TooManyQuestions: The asker has asked too many just now.
            TooBusy: All together have.
        """
        with self._metrics.refusals(asker.platform):
            self._limits.check(asker, conversation)
        with self._limits.admission.held(Whose.of(asker, conversation)):
            yield

    async def look(self, question: Question) -> Answer:
        """Return the answer to what nobody asked in words; it is not kept.

        Raises:
            TooManyQuestions: The asker has asked too many just now.
            TooBusy: All together have.
            UnavailableError: The index cannot be used at the moment.
        """
        self._limits.take(question.asker, question.conversation)
        return await self._current.ask(replace(question, limit=IN_CHAT))

    def before(self, conversation: str, asker: Asker | None = None) -> Question | None:
        """Return the last question in a place, while people still have it in mind.

        Args:
            conversation: Where.
            asker: Whose private questions count too, where nobody else reads the reply.
        """
        return self._questions.latest(conversation, MEMORY, asker)

    async def again(
        self,
        question_id: str,
        audience: frozenset[str],
        *,
        is_private: bool,
        is_correction: bool = False,
    ) -> Answer | None:
        """Return the answer to a known question for these readers; None if it is not kept.

        Where others read the answer to a private question, it names no filter of the question.

        Args:
            question_id: The question.
            audience: What all its readers may see.
            is_private: Only its asker reads the answer.
            is_correction: An answer that stands is to be mended, so that it is never too busy.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        question = self._questions.get(question_id)
        if question is None:
            return None
        asked = replace(question, audience=audience, is_private=is_private)
        current = self._current
        answer = await (current.correct(asked) if is_correction else current.ask(asked))
        is_public = question.is_private and not is_private
        return answer.telling(Filters(), context="") if is_public else answer

    async def shared(
        self, question_id: str, theirs: frozenset[str], own: frozenset[str]
    ) -> Shared | None:
        """Return a private answer for a channel's readers; None if it is not kept.

        Args:
            question_id: The question.
            theirs: What all readers of the channel may see.
            own: What the asker may see.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        public = await self.again(question_id, theirs, is_private=False)
        private = await self.again(question_id, theirs | own, is_private=True)
        if public is None or private is None:
            return None
        return Shared(public, private)

    async def only_for(
        self, question_id: str, theirs: frozenset[str], own: frozenset[str]
    ) -> Answer | None:
        """Return what one reader of a public answer may see beyond it; None if it is not kept.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        public = await self.again(question_id, theirs & own, is_private=False)
        private = await self.again(question_id, own, is_private=True)
        if public is None or private is None:
            return None
        return private.with_excerpts(private.beyond(public))

    async def explain(
        self, question_id: str, audience: frozenset[str], reader: Asker
    ) -> Explanation | None:
        """Return why a question is answered as it is for these readers; None if not kept.

        The names in the filters, and all filters of a private question, are told to its asker
        alone: they may name what `reader` may not see.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        question = self._questions.get(question_id)
        answer = await self.again(question_id, audience, is_private=True)
        if question is None or answer is None:
            return None
        if question.asker.account != reader.account:
            filters, context = question.filters, question.context
            nameless = replace(filters, author=None, source=None, author_id=None, channel=None)
            shown = (Filters(), "") if question.is_private else (nameless, context)
            answer = answer.telling(shown[0], context=shown[1])
        return Explanation(answer, await self._library.statistics(audience))

    async def _is_forgotten(self, asker: Asker) -> bool:
        return bool(await self._library.suppressed_among([asker.account]))
