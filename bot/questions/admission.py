"""Decides who is answered when many ask at once: in turn among channels, or told it is busy."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from contextlib import asynccontextmanager, contextmanager
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.errors import TooBusy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

LONGEST_SECONDS: Final = 5.0
"""A question that would wait longer for its search is not taken: an answer is due within ten."""

AT_ONCE: Final = 2
"""Questions on their way through the one search: the next is there when the first is done."""

GUESSED_SECONDS: Final = 0.1
"""What a search takes, before any was timed."""

YIELDING_SECONDS: Final = 20.0
"""So long a correction lets questions go before it: what it takes back still stands meanwhile."""

_COUNTED: Final = 9
"""The last searches, whose median tells how long one takes: a single one of a minute, as the first
is while a model loads, turns nobody away.
"""


class Admission:
    """A bounded queue of questions, fair among channels.

    How long a question would wait is estimated from how many are in hand and from how long the
    last searches took.

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
        self._in_hand = 0
        self._free = AT_ONCE
        self._ended_at = clock()
        self._yielding: deque[asyncio.Future[None]] = deque()
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @property
    def in_hand(self) -> int:
        """How many questions wait or are answered."""
        return self._in_hand

    def check(self) -> None:
        """Refuse a question that would wait too long.

        Raises:
            TooBusy: It would.
        """
        seconds = self._in_hand * median(self._lately)
        if seconds > self._longest_seconds:
            raise TooBusy(seconds)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Count a question among those in hand for as long as this lasts.

        Raises:
            TooBusy: It would wait too long.
        """
        self.check()
        self._in_hand += 1
        try:
            yield
        finally:
            self._in_hand -= 1

    @asynccontextmanager
    async def turn(self, channel: str) -> AsyncIterator[None]:
        """Wait until a question of this channel may be searched for; the channels take turns.

        Raises:
            TooBusy: It waited too long.
        """
        await self._wait(channel)
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
        self._in_hand += 1
        began = self._clock()
        try:
            yield
        finally:
            self._in_hand -= 1
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

    async def _wait(self, channel: str) -> None:
        if self._free:
            self._free -= 1
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(channel, deque()).append(mine)
        try:
            async with asyncio.timeout(self._longest_seconds):
                await mine
        except BaseException as error:
            if mine.done() and not mine.cancelled():  # it came just when it was given up
                self._pass_on()
            if isinstance(error, TimeoutError):
                raise TooBusy(self._in_hand * median(self._lately)) from error
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            channel, line = next(iter(self._waiting.items()))
            first = line.popleft()
            if line:
                self._waiting.move_to_end(channel)
            else:
                del self._waiting[channel]
            if not first.done():
                first.set_result(None)
                return
        while self._yielding:
            first = self._yielding.popleft()
            if not first.done():
                first.set_result(None)
                return
        self._free += 1

    def _measure(self, began: float) -> None:
        # The search itself takes one after the other: this one began when the last had ended.
        now = self._clock()
        self._lately.append(now - max(began, self._ended_at))
        self._ended_at = now
