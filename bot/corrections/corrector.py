"""Keeps the answers that stand in chats true: each shows only what is so, and its readers may see.

Whether an answer is out of date is never noted but found out: by comparing what it cites with
what is stored and with who reads it. So nothing is lost by a kill or a failing platform, and what
another process imports or forgets is found like everything else.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.corrections import queue
from bot.corrections.channel import ChannelCorrections
from bot.corrections.endings import Endings
from bot.corrections.offers import OfferEditor
from bot.corrections.queue import PlatformQueue
from bot.corrections.restatement import (
    citations_of,
    cited_whole,
    is_current,
    is_doubtful,
    labels_of,
)
from bot.errors import BotError
from bot.locks import KeyedLocks
from bot.outages import is_told
from bot.running.signals import Signals

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bot.corrections.endings import Tell
    from bot.corrections.ports import AnswerEditor
    from bot.corrections.queue import Wanted
    from bot.ledger.ledger import Ledger
    from bot.ledger.questions.answers import PostedAnswer
    from bot.ports import Sharing
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Question
    from bot.questions.service import QuestionService
    from index.documents import Known
    from index.posts import Post


LATELY_SECONDS: Final = 60.0
"""No answer takes longer to be made, sent and noted."""

LOOK: Final = "look"
"""What a process tells the others where all answers are to be looked at."""

_log: Final = logging.getLogger(__name__)


class Corrector:
    """Looks at answers again, whatever platform they stand on, and corrects them.

    When posts changed, a row of the index is read for each cited post. When readers may have, a
    row of the ledger for each citation; then, for the answers in question that show posts which
    are not for everyone, the audience of each of their channels once. None of it is read on the
    event loop.
    """

    def __init__(
        self,
        ledger: Ledger,
        library: Library,
        clock: Callable[[], float] = monotonic,
        *,
        sharing: Sharing | None = None,
        signals: Signals | None = None,
    ) -> None:
        self._clock = clock
        self._sharing, self._signals = sharing, signals or Signals()
        self._channel = ChannelCorrections(ledger, library, self.look_soon)
        self._ledger = ledger
        self._library = library
        self._platforms: dict[str, PlatformQueue] = {}
        self._places = KeyedLocks(asyncio.Lock)
        self._deleted: dict[str, float] = {}
        self._endings = Endings()

    def posted(
        self, answer: Answer, message: str, *, page: int = 1, names_asker: bool = False,
        is_beside: bool = False,
    ) -> None:  # fmt: skip
        """Remember what a message shows of an answer."""
        cited, question = citations_of(answer), answer.question.id
        self._ledger.answers.put(
            message, question, cited, page=page, names_asker=names_asker, is_beside=is_beside
        )
        lately = [each.post for each in cited if each.post in self._deleted]
        if lately:  # while it was on its way
            self._ledger.answers.mark_deleted(lately)

    def mark_deleted(self, post_ids: Sequence[str]) -> None:
        """Note that whoever wrote these posts removes them, before they are gone."""
        now = self._clock()
        lately = {id_: at for id_, at in self._deleted.items() if at > now - LATELY_SECONDS}
        self._deleted = lately | dict.fromkeys(post_ids, now)
        self._ledger.answers.mark_deleted(post_ids)

    async def told(self, question: Question, post: Post, message: str) -> None:
        """Remember that a message tells who asked of a post, and look whether it is still so."""
        self._ledger.answers.put(
            message, question.id, (cited_whole(post),), page=1, names_asker=True, is_beside=True
        )
        await self.check(message)

    async def check(self, message: str) -> None:
        """Look at an answer that was just sent: its posts may have changed meanwhile."""
        await self._look_at([message])

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Correct the answers that cite one of these posts, on all platforms."""
        await self._look_at(each.message for each in self._ledger.answers.citing(post_ids))

    async def look(self) -> None:
        """Correct whatever cites a post that is gone or changed, or names a forgotten asker."""
        answers, endings = self._ledger.answers, self._endings.waiting()
        cited = await asyncio.to_thread(answers.versions)
        known = await self._library.known({post for post, _ in cited}) if cited else {}
        stale = [post for post, cited_as in cited if not is_current(cited_as, known.get(post))]
        found = {each.message for each in [*answers.citing(stale), *answers.naming_nobody()]}
        await self._look_at(
            found.difference(
                *(platform_queue.failed for platform_queue in self._platforms.values())
            )
        )
        await self._endings.tell(endings, self.outdated)

    def outdated(self, post_ids: Sequence[str]) -> int:
        """Return how many answers still quote one of these posts, or name who was forgotten."""
        answers = self._ledger.answers
        return len({each.message for each in [*answers.citing(post_ids), *answers.naming_nobody()]})

    def look_soon(self) -> None:
        """Have everything looked at in the background, as `look` does, and by all processes."""
        self._signals.tell(LOOK)
        for platform_queue in self._platforms.values():
            platform_queue.is_to_look = True
            platform_queue.called.set()

    def asked_to_look(self) -> None:
        """Look at everything, as another process asks: where this one is to look by itself."""
        for platform_queue in self._platforms.values():
            if platform_queue.looks and not platform_queue.is_to_look:
                platform_queue.is_to_look = True
                platform_queue.called.set()

    def tell_when_corrected(self, post_ids: Sequence[str], tell: Tell) -> None:
        """Correct what quotes these posts in the background, and tell the end.

        Where some answers cannot be changed at the moment, that is told before.
        """
        self._endings.add(post_ids, tell)
        self.look_soon()

    def want(self, platform: str, wanted: Wanted = lambda *_: True) -> None:
        """Have a platform's answers looked at soon, for their readers may have changed."""
        if platform_queue := self._platforms.get(platform):
            platform_queue.wanted.append(wanted)
            platform_queue.called.set()

    def wake(self) -> None:
        """Have what changed looked at now rather than a minute later."""
        for platform_queue in self._platforms.values():
            platform_queue.called.set()

    def changed(self) -> None:
        """Take it that posts may have changed, as another process tells."""
        for platform_queue in self._platforms.values():
            platform_queue.call_in_time()

    async def serve(
        self, platform: str, questions: QuestionService, editor: AnswerEditor, *, looks: bool = True
    ) -> None:
        """Correct what stands on a platform, until cancelled.

        All of it is looked at in the beginning, and when it is wanted; what failed is tried
        again after a pause that doubles each time.

        Args:
            platform: The platform.
            questions: Answers again what was asked there.
            editor: Changes the messages.
            looks: Whether it is looked by itself whether posts changed; else `look_after` does.
        """
        editor = OfferEditor(editor, self._ledger.offers)
        platform_queue = PlatformQueue(questions, editor, self._clock, looks=looks)
        self._platforms[platform] = platform_queue
        if looks:
            self.want(platform)
        try:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(queue.LOOK_SECONDS):
                        await platform_queue.called.wait()
                await self._look_round(platform, platform_queue)
        finally:
            del self._platforms[platform]

    async def look_after(self, platform: str) -> None:
        """Look at all that stands on a platform that is served, and whether posts change.

        It lasts until cancelled: of several processes, one does it.
        """
        platform_queue = self._platforms[platform]
        platform_queue.looks = platform_queue.is_to_look = True
        self.want(platform)
        try:
            await asyncio.Event().wait()
        finally:
            platform_queue.looks = False

    async def _look_round(self, platform: str, platform_queue: PlatformQueue) -> None:
        wanted = platform_queue.take()
        is_to_look, platform_queue.is_to_look = platform_queue.is_to_look, False
        try:
            moment = await self._version()
            if is_to_look or (platform_queue.looks and moment != platform_queue.version):
                with platform_queue.looking():
                    await self.look()
            if wanted:
                await self._look_where(platform, wanted)
            platform_queue.version = moment
        except BotError as error:  # the index or the ledger
            if not is_told(error):
                _log.warning("the answers could not be looked at (%s)", error)
            platform_queue.wanted += wanted
            platform_queue.is_to_look |= is_to_look

    async def _look_where(self, platform: str, wanted: Sequence[Wanted]) -> None:
        answers = await asyncio.to_thread(self._ledger.answers.all)
        known = await self._known(answers)
        await self._look_at(
            each.message
            for each in answers
            if each.platform == platform
            and is_doubtful(each, known)
            and any(is_wanted(each, labels_of(each, known)) for is_wanted in wanted)
        )
        delayed = [each for each in self._endings.waiting() if each.is_delayed]
        await self._endings.tell(delayed, self.outdated)

    async def _look_at(self, messages: Iterable[str]) -> None:
        places: dict[str, list[str]] = {}
        for message in messages:
            places.setdefault(message.rpartition("/")[0], []).append(message)
        looks = (self._look_in(place, those) for place, those in places.items())
        # One that fails for a reason nobody thought of keeps no other from being corrected.
        results = await asyncio.gather(*looks, return_exceptions=True)
        for (place, those), found in zip(places.items(), results, strict=True):
            if isinstance(found, BaseException):
                _log.error("answers could not be corrected", exc_info=found)
            failed = set(those) if isinstance(found, BaseException) else found
            if platform_queue := self._platforms.get(place.partition(":")[0]):
                platform_queue.note(those, failed)

    async def _look_in(self, place: str, messages: Sequence[str]) -> set[str]:
        """Correct the answers of one channel, and return those that could not be."""
        platform_queue = self._platforms.get(place.partition(":")[0])
        if platform_queue is None:  # it looks at everything once it is connected
            return set()
        async with self._places.of(place), platform_queue.at_once:
            doubtful, known = await self._doubtful(messages)
            if not doubtful:
                return set()
            if self._sharing is None:
                return await self._channel.correct(platform_queue, doubtful, known)
            failed: set[str] = set()

            async def correct() -> None:
                again = await self._doubtful(messages)
                failed.update(await self._channel.correct(platform_queue, *again))

            # Another process may correct the same, and must not put an older state over it.
            await self._sharing.serve(f"correcting {place}", correct)
            return failed

    async def _doubtful(
        self, messages: Sequence[str]
    ) -> tuple[list[PostedAnswer], Mapping[str, Known]]:
        """Return which of these answers may have to be corrected, as they stand now."""
        found = [self._ledger.answers.get(message) for message in messages]
        answers = [each for each in found if each is not None]
        known = await self._known(answers)
        return [each for each in answers if is_doubtful(each, known)], known

    async def _known(self, answers: Iterable[PostedAnswer]) -> Mapping[str, Known]:
        posts: Collection[str] = {post for each in answers for post in each.posts}
        return await self._library.known(posts) if posts else {}

    async def _version(self) -> tuple[int, ...]:
        # Where nothing stands the posts are left alone: there may be none yet.
        return await self._library.version() if self._ledger.answers.are_there() else ()
