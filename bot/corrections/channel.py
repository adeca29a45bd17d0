"""Corrects the answers of one channel that are found to be out of date."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from bot.corrections.restatement import (
    has_edits,
    is_stale,
    labels_of,
    looks_the_same,
    revised,
    still_shown,
)
from bot.errors import BotError, NotServed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.corrections.queue import PlatformQueue
    from bot.ledger.ledger import Ledger
    from bot.ledger.questions.answers import PostedAnswer
    from bot.posts.library import Library
    from bot.question_and_answer import Excerpt, Question
    from index.documents import Known

_log: Final = logging.getLogger(__name__)


class ChannelCorrections:
    """Says answers again, one channel at a time.

    Args:
        ledger: Remembers the answers.
        library: The stored posts.
        look_soon: Has all answers looked at in the background.
    """

    def __init__(self, ledger: Ledger, library: Library, look_soon: Callable[[], None]) -> None:
        self._ledger = ledger
        self._library = library
        self._look_soon = look_soon

    async def correct(
        self,
        platform_queue: PlatformQueue,
        doubtful: Sequence[PostedAnswer],
        known: Mapping[str, Known],
    ) -> set[str]:
        """Correct those of these answers that are out of date; return those that could not be.

        Args:
            platform_queue: The platform.
            doubtful: The answers.
            known: What is stored of the posts that they cite.
        """
        if not doubtful:
            return set()
        failed = set()
        try:
            audience = await platform_queue.editor.readers(doubtful[0].message)
        except BotError as error:
            return _unknown(doubtful, error)
        for each in doubtful:
            try:
                if audience is None:
                    self._ledger.answers.forget(each.message)
                elif is_stale(each, known) or not labels_of(each, known) <= audience:
                    await self._restate(platform_queue, each, audience)
            except BotError as error:
                _log.warning("an answer could not be corrected (%s)", error)
                failed.add(each.message)
            except Exception:  # noqa: BLE001 - one fault must not keep the other answers
                _log.exception("an answer could not be corrected")
                failed.add(each.message)
        return failed

    async def _restate(
        self, platform_queue: PlatformQueue, posted: PostedAnswer, audience: frozenset[str]
    ) -> None:
        posts = await self._library.posts(posted.posts)
        question = self._ledger.questions.get(posted.question)
        fresh = (
            await self._fresh(platform_queue, question, audience)
            if has_edits(posted, posts)
            else ()
        )
        answer = revised(posted, question, posts, audience, fresh)
        # An edit that changes nothing would only make its readers wonder what did.
        is_same = looks_the_same(posted, answer)
        if is_same or await platform_queue.editor.show(posted.message, answer):
            self._ledger.answers.put(
                posted.message,
                posted.question,
                still_shown(posted, answer) if is_same else answer.cited,
                page=posted.page,
                names_asker=posted.names_asker and question is not None,
                is_beside=posted.is_beside,
            )
            if question is not None and self._ledger.questions.get(question.id) is None:
                self._look_soon()  # its asker was forgotten meanwhile, and may be named there
        else:
            self._ledger.answers.forget(posted.message)

    async def _fresh(
        self, platform_queue: PlatformQueue, question: Question | None, audience: frozenset[str]
    ) -> tuple[Excerpt, ...]:
        if question is None:
            return ()
        answer = await platform_queue.questions.again(
            question.id, audience, is_private=question.is_private, is_correction=True
        )
        return answer.excerpts if answer else ()


def _unknown(doubtful: Sequence[PostedAnswer], error: BotError) -> set[str]:
    """Return which answers are to be looked at again, where nobody tells who reads them."""
    if isinstance(error, NotServed):
        return set()  # the process that serves them finds the same
    _log.warning("an audience is not known at the moment (%s)", error)
    return {each.message for each in doubtful}
