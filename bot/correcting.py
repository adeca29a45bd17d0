"""Keeps the answers that stand in chats true: each shows only what is so, and its readers may see.

Whether an answer is out of date is never noted but found out: by comparing what it cites with
what is stored and with who reads it. So nothing is lost by a kill or a failing platform, and what
another process imports or forgets is found like everything else.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

from bot.errors import BotError
from bot.restating import (
    citations_of,
    has_edits,
    is_current,
    is_stale,
    labels_of,
    looks_the_same,
    restated,
)
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bot.asking import Desk
    from bot.corrector import Corrector
    from bot.ledger.answers import Standing
    from bot.ledger.ledger import Ledger
    from bot.library import Library
    from bot.messages import Answer, Excerpt, Question
    from index.store import Known

    Wanted = Callable[[Standing, frozenset[str]], bool]
    """Says whether an answer that shows posts with these labels is to be looked at."""

LOOK_SECONDS: Final = 60.0
"""How often it is looked whether another process changed posts: two numbers are read."""

LONGEST_PAUSE_SECONDS: Final = 3600.0
"""How long it is waited at most before what failed is tried again."""

LATELY_SECONDS: Final = 60.0
"""No answer takes longer to be made, sent and noted."""

AT_ONCE: Final = 4
"""Channels of a platform in which answers are corrected at the same time."""

_log: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class _Side:
    """A platform that is connected: what is to be looked at there, and what failed so often."""

    desk: Desk
    corrector: Corrector
    clock: Callable[[], float]
    wanted: list[Wanted] = field(default_factory=list)
    moment: tuple[int, ...] = ()
    called: asyncio.Event = field(default_factory=asyncio.Event)
    failed: set[str] = field(default_factory=set)
    tries: int = 0
    again_at: float = 0.0
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def take(self) -> list[Wanted]:
        """Returns what is to be looked at now."""
        self.called.clear()
        wanted, self.wanted = self.wanted, []
        if self.failed and self.clock() >= self.again_at:
            again = frozenset(self.failed)
            wanted.append(lambda each, _: each.message in again)
            self.tries += 1
            self._pause()
        return wanted

    def note(self, looked_at: Collection[str], failed: Collection[str]) -> None:
        """Takes what became of a look."""
        if failed and not self.failed:
            self.tries = 0
            self._pause()
        self.failed.difference_update(looked_at)
        self.failed.update(failed)

    def _pause(self) -> None:
        # A bounded power: it may fail for weeks.
        seconds = LOOK_SECONDS * 2 ** min(self.tries, 10)
        self.again_at = self.clock() + min(seconds, LONGEST_PAUSE_SECONDS)


class Corrections:
    """Looks at answers again, whatever platform they stand on, and mends them.

    When posts changed, a row of the index is read for each cited post. When readers may have, a
    row of the ledger for each citation; then, for the answers in question that show posts which
    are not for everyone, the audience of each of their channels once. None of it is read on the
    event loop.
    """

    def __init__(
        self, ledger: Ledger, library: Library, clock: Callable[[], float] = monotonic
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._library = library
        self._sides: dict[str, _Side] = {}
        self._places: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._withdrawn: dict[str, float] = {}

    def posted(
        self, answer: Answer, message: str, *, page: int = 1, names_asker: bool = False
    ) -> None:
        """Remembers what a message shows of an answer."""
        self._ledger.answers.put(
            message, answer.question.id, citations_of(answer), page=page, names_asker=names_asker
        )
        lately = [each.post for each in citations_of(answer) if each.post in self._withdrawn]
        if lately:  # while it was on its way
            self._ledger.answers.withdraw(lately)

    def withdraw(self, post_ids: Sequence[str]) -> None:
        """Notes that whoever wrote these posts removes them, before they are gone."""
        now = self._clock()
        lately = {id_: at for id_, at in self._withdrawn.items() if at > now - LATELY_SECONDS}
        self._withdrawn = lately | dict.fromkeys(post_ids, now)
        self._ledger.answers.withdraw(post_ids)

    async def check(self, message: str) -> None:
        """Looks at an answer that was just sent: its posts may have changed meanwhile."""
        await self._look_at([message])

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Corrects the answers that cite one of these posts, on all platforms."""
        await self._look_at(each.message for each in self._ledger.answers.citing(post_ids))

    async def look(self) -> None:
        """Corrects whatever cites a post that is gone or changed, or names a forgotten asker."""
        answers = self._ledger.answers
        cited = await asyncio.to_thread(answers.versions)
        known = await self._library.known({post for post, _ in cited}) if cited else {}
        stale = [post for post, cited_as in cited if not is_current(cited_as, known.get(post))]
        found = {each.message for each in [*answers.citing(stale), *answers.naming_nobody()]}
        await self._look_at(found.difference(*(side.failed for side in self._sides.values())))

    def want(self, platform: str, wanted: Wanted = lambda *_: True) -> None:
        """Has a platform's answers looked at soon, for their readers may have changed."""
        side = self._sides.get(platform)
        if side is not None:
            side.wanted.append(wanted)
            side.called.set()

    def wake(self) -> None:
        """Has what changed looked at now rather than a minute later."""
        for side in self._sides.values():
            side.called.set()

    async def serve(self, platform: str, desk: Desk, corrector: Corrector) -> None:
        """Corrects what stands on a platform, until cancelled.

        All of it is looked at in the beginning, and when it is wanted; what failed is tried
        again after a pause that doubles each time.
        """
        side = self._sides[platform] = _Side(desk, corrector, self._clock)
        self.want(platform)
        try:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await side.called.wait()
                await self._look_round(platform, side)
        finally:
            del self._sides[platform]

    async def _look_round(self, platform: str, side: _Side) -> None:
        wanted = side.take()
        try:
            moment = await self._moment()
            if moment != side.moment:
                await self.look()
            if wanted:
                await self._look_where(platform, wanted)
            side.moment = moment
        except BotError as error:  # the index or the ledger
            _log.warning("the answers could not be looked at (%s)", error)
            side.wanted += wanted

    async def _look_where(self, platform: str, wanted: Sequence[Wanted]) -> None:
        standing = await asyncio.to_thread(self._ledger.answers.all)
        known = await self._known(standing)
        await self._look_at(
            each.message
            for each in standing
            if each.platform == platform
            and _is_doubtful(each, known)
            and any(is_wanted(each, labels_of(each, known)) for is_wanted in wanted)
        )

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
            side = self._sides.get(place.partition(":")[0])
            if side is not None:
                side.note(those, failed)

    async def _look_in(self, place: str, messages: Sequence[str]) -> set[str]:
        """Mends the answers of one channel, and returns those that could not be."""
        side = self._sides.get(place.partition(":")[0])
        if side is None:  # it looks at everything once it is connected
            return set()
        lock = self._places.setdefault(place, asyncio.Lock())
        async with lock, side.at_once:
            # As they stand now: another look may just have mended them.
            found = [self._ledger.answers.get(message) for message in messages]
            standing = [each for each in found if each is not None]
            known = await self._known(standing)
            doubtful = [each for each in standing if _is_doubtful(each, known)]
            return await self._mend(side, doubtful, known) if doubtful else set()

    async def _mend(
        self, side: _Side, doubtful: Sequence[Standing], known: Mapping[str, Known]
    ) -> set[str]:
        failed = set()
        try:
            audience = await side.corrector.readers(doubtful[0].message)
        except BotError as error:
            _log.warning("an audience is not known at the moment (%s)", error)
            return {each.message for each in doubtful}
        for each in doubtful:
            try:
                if audience is None:
                    self._ledger.answers.forget(each.message)
                elif is_stale(each, known) or not labels_of(each, known) <= audience:
                    await self._restate(side, each, audience)
            except BotError as error:
                _log.warning("an answer could not be corrected (%s)", error)
                failed.add(each.message)
            except Exception:  # noqa: BLE001 - one fault must not keep the other answers
                _log.exception("an answer could not be corrected")
                failed.add(each.message)
        return failed

    async def _restate(self, side: _Side, standing: Standing, audience: frozenset[str]) -> None:
        posts = await self._library.posts(standing.posts)
        question = self._ledger.questions.get(standing.question)
        fresh = await self._fresh(side, question, audience) if has_edits(standing, posts) else ()
        answer = restated(standing, question, posts, audience, fresh)
        # An edit that changes nothing would only make its readers wonder what did.
        if looks_the_same(standing, answer) or await side.corrector.show(standing.message, answer):
            self._ledger.answers.put(
                standing.message,
                standing.question,
                answer.cited,
                page=standing.page,
                names_asker=standing.names_asker and question is not None,
            )
        else:
            self._ledger.answers.forget(standing.message)

    async def _fresh(
        self, side: _Side, question: Question | None, audience: frozenset[str]
    ) -> tuple[Excerpt, ...]:
        if question is None:
            return ()
        answer = await side.desk.again(question.id, audience, is_private=question.is_private)
        return answer.excerpts if answer else ()

    async def _known(self, standing: Iterable[Standing]) -> Mapping[str, Known]:
        posts: Collection[str] = {post for each in standing for post in each.posts}
        return await self._library.known(posts) if posts else {}

    async def _moment(self) -> tuple[int, ...]:
        # Where nothing stands the posts are left alone: there may be none yet.
        return await self._library.moment() if self._ledger.answers.are_there() else ()


def _is_doubtful(standing: Standing, known: Mapping[str, Known]) -> bool:
    return is_stale(standing, known) or not labels_of(standing, known) <= {EVERYONE}
