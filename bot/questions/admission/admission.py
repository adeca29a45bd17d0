"""Decides who is answered when many ask at once: in turn, or told how many are before them."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager, contextmanager
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.errors import TooBusy
from bot.questions.admission.round_robin import RoundRobin, Shares

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractContextManager

    from bot.questions.admission.round_robin import Whose

LONGEST_SECONDS: Final = 5.0
"""A question that would wait longer for its search is not taken: an answer is due within ten."""

AT_ONCE: Final = 2
"""Questions on their way through the one search: the next is there when the first is done."""

GUESSED_SECONDS: Final = 0.1
"""What a search takes, before any was timed."""

MOST_HELD: Final = 200
"""A question with so many before it, from their arrival until their answers are delivered, is not
taken: where a platform is slow, what it holds up would fill the memory.
"""

YIELDING_SECONDS: Final = 20.0
"""So long a correction lets questions go before it: what it takes back still stands meanwhile."""

_COUNTED: Final = 9
"""The last searches, whose median tells how long one takes: a single one of a minute, as the first
is while a model loads, turns nobody away.
"""


class Admission:
    """A bounded queue of questions, fair among channels and in each among people (round robin).

    How long a question would wait is estimated from how many have their turn before it and from
    how long the last searches took. So whoever asks much is told first that it is busy.

    Args:
        longest_seconds: How long a question may wait.
        clock: Tells the time in seconds.
    """

    def __init__(
        self, longest_seconds: float = LONGEST_SECONDS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._longest_seconds = longest_seconds
        self._clock = clock
        self._lately = deque([GUESSED_SECONDS] * _COUNTED, maxlen=_COUNTED)
        self._held, self._taken = Shares(), Shares()
        self._corrections = 0
        self._free = AT_ONCE
        self._ended_at = clock()
        self._yielding: deque[asyncio.Future[None]] = deque()
        self._waiting: RoundRobin[asyncio.Future[None]] = RoundRobin()

    @property
    def in_hand(self) -> int:
        """How many questions wait or are answered."""
        return len(self._taken) + self._corrections

    def check(self, whose: Whose) -> None:
        """Refuse a question that would wait too long.

        Raises:
            TooBusy: It would.
        """
        busy = self._busy(whose)
        if busy.retry_after > self._longest_seconds:
            raise busy

    def check_arrival(self, whose: Whose) -> None:
        """Refuse what arrives where `check` does, and where too much is held of before.

        Raises:
            TooBusy: It is not to be held.
        """
        self.check(whose)
        before = self._held.ahead(whose)
        if before >= MOST_HELD:
            raise TooBusy(before * median(self._lately), before)

    def held(self, whose: Whose) -> AbstractContextManager[None]:
        """Count a question from its arrival until its answer is delivered."""
        return self._held.counted(whose)

    @contextmanager
    def taken(self, whose: Whose) -> Iterator[None]:
        """Count a question among those in hand for as long as this lasts.

        Raises:
            TooBusy: It would wait too long.
        """
        self.check(whose)
        with self._taken.counted(whose):
            yield

    @asynccontextmanager
    async def turn(self, whose: Whose) -> AsyncIterator[None]:
        """Wait until a question of this person in this channel may be searched for.

        Raises:
            TooBusy: It waited too long.
        """
        await self._wait(whose)
        began = self._clock()
        try:
            yield
        finally:
            self._measure(began)
            self._pass_on()

    @asynccontextmanager
    async def spare_turn(self) -> AsyncIterator[None]:
        """Wait until no question waits, but not for ever; refuse nothing.

        While it is made it counts among what is in hand, so that questions know of it.
        """
        has_turn = await self._wait_for_spare()
        self._corrections += 1
        began = self._clock()
        try:
            yield
        finally:
            self._corrections -= 1
            if has_turn:
                self._measure(began)
                self._pass_on()

    async def _wait_for_spare(self) -> bool:
        if self._free:
            self._free -= 1
            return True
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._yielding.append(mine)
        try:
            async with asyncio.timeout(YIELDING_SECONDS):
                await mine
        except TimeoutError:
            if not mine.done() or mine.cancelled():
                return False
        except BaseException:
            if mine.done() and not mine.cancelled():
                self._pass_on()
            raise
        return True

    async def _wait(self, whose: Whose) -> None:
        if self._free:
            self._free -= 1
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(whose, mine)
        try:
            async with asyncio.timeout(self._longest_seconds):
                await mine
        except BaseException as error:
            if mine.done() and not mine.cancelled():  # it came just when it was given up
                self._pass_on()
            else:
                self._waiting.discard(whose, mine)
            if isinstance(error, TimeoutError):
                raise self._busy(whose) from error
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            first = self._waiting.popleft()
            if not first.done():
                first.set_result(None)
                return
        while self._yielding:
            first = self._yielding.popleft()
            if not first.done():
                first.set_result(None)
                return
        self._free += 1

    def _busy(self, whose: Whose) -> TooBusy:
        before = self._taken.ahead(whose) + self._corrections
        return TooBusy(before * median(self._lately), before)

    def _measure(self, began: float) -> None:
        # The search itself takes one after the other: this one began when the last had ended.
        now = self._clock()
        self._lately.append(now - max(began, self._ended_at))
        self._ended_at = now
