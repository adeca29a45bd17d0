"""What processes that serve one Slack do for each other, and what one of them does for all."""

from __future__ import annotations

import asyncio
import logging
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Final

from adapters.slack.ids import PLATFORM
from bot.admin.jobs import JOBS
from bot.errors import UnavailableError
from bot.outages import Outage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from adapters.slack.context import SlackContext
    from adapters.slack.handlers import Handlers

LOOK_SECONDS: Final = 2.5
"""Between two looks at whether another process died, or left something to this one."""

MISSED: Final = "slack.missed"
"""What a process tells whose connection was another one for a while."""

_LOST: Final = "lost"

_log: Final = logging.getLogger(__name__)


class SharedWork:
    """The work of all processes over one database; a process that is alone does all of it.

    Args:
        context: What it stands on.
        handlers: The parts that do it.
    """

    def __init__(self, context: SlackContext, handlers: Handlers) -> None:
        self._context = context
        self._services = context.services
        self._handlers = handlers
        self._is_owed = False
        self._outage = Outage("looking for what other processes on slack left")

    async def run(self) -> None:
        """Do this process's part, and what one does for all while it is the one."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._services.alone(f"{PLATFORM} sweeps", self._for_all))
            group.create_task(self._handlers.take_up())
            if self._services.sharing is not None:
                group.create_task(self._look_after_jobs())

    def renewed(self, *, was_lost: bool) -> None:
        """Have caught up after a new connection: with old messages only where one was lost."""
        if self._services.sharing is None:
            self._catch_up(was_lost=was_lost)
        else:
            # Whoever catches up goes by what is noted: nothing past what was missed is, till then.
            self._handlers.watched_channels.mark_missed()
            self._services.signals.tell(MISSED, _LOST if was_lost else "")

    def installed(self, teams: Collection[str]) -> None:
        """Have caught up with workspaces that were left: nothing was told of them since."""
        watched = self._services.ledger.channels.watched
        if any(watched(PLATFORM, each) for each in teams):
            self.renewed(was_lost=True)

    async def _for_all(self) -> None:
        handlers, signals = self._handlers, self._services.signals
        with ExitStack() as stack:
            stack.callback(signals.on(MISSED, lambda text: self._catch_up(was_lost=text == _LOST)))
            stack.callback(signals.on_missed(self._owe))
            async with asyncio.TaskGroup() as group:
                group.create_task(handlers.reconciler.run())
                group.create_task(handlers.housekeeping.run())
                if self._services.sharing is not None:
                    group.create_task(self._services.corrections.look_after(PLATFORM))
                group.create_task(self._take_over())

    async def _take_over(self) -> None:
        """Go on with what no process does: at once, and whenever one is no more."""
        self._is_owed = True
        while True:
            self._guarded(self._go_on)
            if self._services.sharing is None and not self._is_owed:
                return
            await asyncio.sleep(LOOK_SECONDS)

    def _go_on(self) -> None:
        handlers = self._handlers
        if self._services.ledger.leases.ended(PLATFORM):
            self._is_owed = True  # what they had acknowledged, and not stored
        handlers.job_progress.resume()
        if taken := handlers.unfinished.take_over(own=False):
            self._context.tasks.begin(handlers.unfinished.answer(taken))
        if self._is_owed:
            self._catch_up(was_lost=True)
            self._is_owed = False

    def _owe(self) -> None:
        self._is_owed = True

    def _catch_up(self, *, was_lost: bool) -> None:
        handlers = self._handlers
        handlers.watched_channels.mark_missed()
        work = handlers.catch_up() if was_lost else handlers.watched_channels.catch_up()
        self._context.tasks.begin(work)

    async def _look_after_jobs(self) -> None:
        """Hear what is decided elsewhere of jobs that this process does."""
        called = asyncio.Event()
        with ExitStack() as stack:
            stack.callback(self._services.signals.on(JOBS, lambda _: called.set()))
            while True:
                called.clear()
                self._guarded(self._handlers.job_progress.look)
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await called.wait()

    def _guarded(self, look: Callable[[], None]) -> None:
        try:
            look()
        except UnavailableError as error:  # the next look does it
            self._outage.failed(error)
        else:
            self._outage.ended()
