"""What is to be looked at on one platform, and when what failed is tried again."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from bot.corrections.ports import AnswerEditor
    from bot.ledger.questions.answers import PostedAnswer
    from bot.questions.service import QuestionService

    Wanted = Callable[[PostedAnswer, frozenset[str]], bool]
    """Says whether an answer that shows posts with these labels is to be looked at."""

LOOK_SECONDS: Final = 60.0
"""How often it is looked whether another process changed posts: two numbers are read."""

LONGEST_PAUSE_SECONDS: Final = 3600.0
"""How long it is waited at most before what failed is tried again."""

REST: Final = 20.0
"""So many times as long as a look at everything took it is rested, however much others change."""

AT_ONCE: Final = 4
"""Channels of a platform in which answers are corrected at the same time."""


@dataclass(slots=True)
class PlatformQueue:
    """A platform that is connected: what is to be looked at there, and what failed so often.

    Attributes:
        looks: Whether it is looked there by itself whether posts changed: one process does.
        rests_until: When a change of posts is looked at again; the clock's seconds.
        is_waiting: Such a change waits for that.
    """

    questions: QuestionService
    editor: AnswerEditor
    clock: Callable[[], float]
    wanted: list[Wanted] = field(default_factory=list)
    version: tuple[int, ...] = ()
    looks: bool = True
    is_to_look: bool = False
    rests_until: float = 0.0
    is_waiting: bool = False
    called: asyncio.Event = field(default_factory=asyncio.Event)
    failed: set[str] = field(default_factory=set)
    tries: int = 0
    again_at: float = 0.0
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Measure a look at everything, so that `call_in_time` knows how long to rest."""
        began = self.clock()
        yield
        now = self.clock()
        self.rests_until = now + REST * (now - began)

    def call_in_time(self) -> None:
        """Have it looked whether posts changed: now, or once the last look at all has rested."""
        seconds = self.rests_until - self.clock()
        if seconds <= 0:
            self.called.set()
        elif not self.is_waiting:
            self.is_waiting = True
            asyncio.get_running_loop().call_later(seconds, self._call)

    def _call(self) -> None:
        self.is_waiting = False
        self.called.set()

    def take(self) -> list[Wanted]:
        """Return what is to be looked at now."""
        self.called.clear()
        wanted, self.wanted = self.wanted, []
        if self.failed and self.clock() >= self.again_at:
            again = frozenset(self.failed)
            wanted.append(lambda each, _: each.message in again)
            self.tries += 1
            self._pause()
        return wanted

    def note(self, looked_at: Collection[str], failed: Collection[str]) -> None:
        """Take what became of a look."""
        if failed and not self.failed:
            self.tries = 0
            self._pause()
        self.failed.difference_update(looked_at)
        self.failed.update(failed)

    def _pause(self) -> None:
        # A bounded power: it may fail for weeks.
        seconds = LOOK_SECONDS * 2 ** min(self.tries, 10)
        self.again_at = self.clock() + min(seconds, LONGEST_PAUSE_SECONDS)
