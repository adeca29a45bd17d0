"""Answers one question: the core that every platform calls."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Final, TypeVar

from bot.errors import UnavailableError
from bot.logs import question_id
from bot.question_and_answer import Answer
from bot.questions.newer import newer_posts
from bot.questions.parsing.narrowing import wants_latest
from bot.questions.quoting.excerpts import choose, confidence, unsure
from bot.questions.quoting.narrowed_search import Narrowed, narrowed_search
from bot.questions.quoting.post_references import nearest
from bot.questions.quoting.repeats import unsaid
from bot.questions.quoting.thresholds import NEAR
from index.crashes import crashes_as_errors
from index.errors import IndexingError, IndexReplaced
from index.posts import is_of_a_chat
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.ports import Retriever
    from bot.question_and_answer import Question
    from index.posts import Hit


T = TypeVar("T")

HITS: Final = 10
"""How many posts are read for an answer."""

_log: Final = logging.getLogger(__name__)


class Answerer:
    """Answers questions, one after the other, on the one thread that owns the index.

    Args:
        open_retriever: Opens the index; called on that thread, before the first question, and
            again before the next one if it failed.
        clock: Tells seconds, to time an answer.
    """

    def __init__(
        self, open_retriever: Callable[[], Retriever], clock: Callable[[], float] = perf_counter
    ) -> None:
        self._clock = clock
        self._open_retriever = open_retriever
        self._retriever: Retriever | None = None
        self._replaced = ""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="index")

    async def ask(self, question: Question) -> Answer:
        """Return the answer.

        Raises:
            UnavailableError: The index cannot answer at the moment.
        """
        question_id.set(question.id)
        started = self._clock()
        loop = asyncio.get_running_loop()
        found, said = await loop.run_in_executor(self._thread, self._find, question)
        answer = _answer(question, found, said)
        answer = replace(answer, elapsed_seconds=self._clock() - started)
        _log.info(
            "answered platform=%s found=%s excerpts=%d milliseconds=%d",
            question.asker.platform,
            answer.found,
            len(answer.excerpts),
            answer.elapsed_seconds * 1000,
        )
        return answer

    async def hits(self, question: Question, limit: int) -> Sequence[Hit]:
        """Return what is found before any excerpt is chosen or refused.

        Raises:
            UnavailableError: The index cannot answer at the moment.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._search, question, limit)

    async def warm_up(self) -> None:
        """Load the model and the vectors, so that the first question need not wait for them.

        Where they cannot be loaded, the first question says so.
        """
        loop = asyncio.get_running_loop()
        with suppress(UnavailableError):
            await loop.run_in_executor(self._thread, self._open, _warm_up)

    async def problem(self) -> str:
        """Return why posts cannot be read; "" where they can.

        Where they were replaced at last, it is tried again.
        """
        if self._replaced:
            await self.warm_up()
        return self._replaced

    def close(self) -> None:
        """Finish the question in hand, close the index, and end the thread."""
        retriever, self._retriever = self._retriever, None
        if retriever is not None:
            self._thread.submit(retriever.close).result()
        self._thread.shutdown()

    def _search(self, question: Question, limit: int) -> Sequence[Hit]:
        return self._open(
            lambda retriever: retriever.search(question.searched, question.scope, limit)
        )

    def _find(self, question: Question) -> tuple[Narrowed, Narrowed]:
        """Return what is found for a question, and for the one before that it leans on."""

        def find(retriever: Retriever) -> tuple[Narrowed, Narrowed]:
            found = narrowed_search(retriever, question, HITS)
            if not question.context:
                return found, Narrowed(())
            before = replace(question, text=question.context, context="")
            return found, narrowed_search(retriever, before, HITS)

        return self._open(find)

    def _open(self, use: Callable[[Retriever], T]) -> T:
        try:
            with crashes_as_errors():
                if self._retriever is None:
                    self._retriever = self._open_retriever()
                found = use(self._retriever)
        except IndexingError as error:
            self._replaced = str(error) if isinstance(error, IndexReplaced) else ""
            raise UnavailableError(error.sentence) from error
        self._replaced = ""
        return found


def _answer(question: Question, found: Narrowed, before: Narrowed) -> Answer:
    """Return the answer by what was found, without what the question before it had quoted."""
    said = choose(before.hits, question.limit, wants_latest=wants_latest(question.context))
    most, is_latest = question.limit + len(said), wants_latest(question.text)
    chosen = choose(found.hits, most, wants_latest=is_latest)
    perhaps = unsure(found.hits)
    new, unsure_new = (unsaid(each, said, question.text) for each in (chosen, perhaps))
    known = {each.post_id for each in said}
    about = found.hits if found.near is None else found.near
    near = [hit for hit in about if hit.post.id not in known]
    answer = Answer(
        question,
        (),
        # Whatever is like a post is asked for by itself, however little it says.
        nearest(near, first=unsure_new, least=0.0 if question.seeks_alike else NEAR),
        elapsed_seconds=0.0,
        confidence=confidence(found.hits),
        unsure=unsure_new,
        narrowed=found.narrowed,
        is_all_said=bool(chosen or perhaps) and not (new or unsure_new),
    )
    if new:
        answer = answer.with_excerpts(new[: question.limit])
        answer = replace(answer, newer=newer_posts(answer.excerpts, found.hits))
    return _naming(answer, found.nothing_by, found.account)


def _naming(answer: Answer, asked_for: str, account: str | None) -> Answer:
    """Return an answer that says whose words it has not, where somebody's were asked for."""
    named = set(words(asked_for))
    if not named or any(
        # Two accounts may have one name, and posts of no chat have no account.
        each.account == account
        if account and is_of_a_chat(each.account)
        else named <= set(words(each.author or ""))
        for each in (each.citation for each in answer.excerpts or answer.unsure)
    ):
        return answer
    return replace(answer, nothing_by=asked_for)


def _warm_up(retriever: Retriever) -> None:
    retriever.warm_up()
