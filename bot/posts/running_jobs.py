"""Runs jobs that were begun from a chat: shown, cancelled; `bot.admin.jobs` resumes them."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal
from uuid import uuid4

from bot.errors import BotError, Unconfirmed
from index.crashes import crashes_as_errors
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.ledger.jobs import Job, JobRecords
    from bot.ports import Report


PATIENCE_SECONDS: Final = 8.0
"""How long a stop waits for work that reports nothing."""

State = Literal["running", "finished", "cancelled", "interrupted", "failed", "asking"]

_log: Final = logging.getLogger(__name__)


class JobEnded(Exception):
    """Ends long work between two transactions; nothing done is lost."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        state: Whether it runs, or how it ended.
        done: How much is done.
        total: Of how much; 0 where that is not known.
        counts: The posts so far.
        elapsed_seconds: Since it was begun or gone on with.
        error: Why it failed, for whoever says it in a language; None where it did not.
        error_id: Where that is in the log, for a fault of ours; "" for any other end.
    """

    state: State = "running"
    done: int = 0
    total: int = 0
    counts: Counts = field(default_factory=Counts)
    elapsed_seconds: float = 0.0
    error: BotError | None = None
    error_id: str = ""

    @property
    def share(self) -> float | None:
        """Is the part that is done, 0 to 1; None where it is not known."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def per_second(self) -> float:
        """Is how many posts a second were read so far."""
        return self.counts.read / self.elapsed_seconds if self.elapsed_seconds else 0.0

    @property
    def remaining_seconds(self) -> float | None:
        """Is how long the rest takes at this pace; None where that is not known."""
        if not self.share:
            return None
        return self.elapsed_seconds * (1 / self.share - 1)


class Running:
    """A job that runs in this process."""

    def __init__(self, job: Job, clock: Callable[[], float] = monotonic) -> None:
        self.job = job
        self.progress = Progress()
        self._clock = clock
        self._begun = clock()
        self._ending: State | None = None
        self._changed = asyncio.Event()
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def cancel(self) -> None:
        """End the work at its next report; what is stored by then stays."""
        self._ending = "cancelled"

    def interrupt(self) -> None:
        """End the work at its next report, to be gone on with after a restart."""
        self._ending = self._ending or "interrupted"

    def report(self, done: int, total: int, counts: Counts) -> None:
        """Take how far the work is, from any thread.

        Raises:
            JobEnded: The work is to end here.
        """
        if self.progress.state == "running":  # a thread may outlive the job by one report
            elapsed_seconds = self._clock() - self._begun
            self._show(Progress("running", done, total, counts, elapsed_seconds))
        if self._ending is not None:
            raise JobEnded

    async def run(self, work: Callable[[Report], Awaitable[Counts]]) -> None:
        """Do the work, and say how it ended."""
        state: State = "failed"  # until the work has returned
        counts, failed, error_id = None, None, ""
        try:
            with crashes_as_errors():
                counts = await work(self.report)
            state = "finished"
        except JobEnded:
            state = self._ending or "interrupted"
        except asyncio.CancelledError:
            state = "interrupted"
            self.interrupt()  # the thread that does the work goes on until it is told
            raise
        except Unconfirmed as asked:
            state, counts = "asking", asked.counts
        except BotError as error:
            failed = error
        except Exception:  # noqa: BLE001 - whoever began it must be told how it ended
            error_id = uuid4().hex[:8]
            _log.exception("error %s", error_id)
        finally:
            last = self.progress
            done = last.total if state == "finished" and last.total else last.done
            elapsed_seconds = self._clock() - self._begun
            self._show(
                Progress(
                    state, done, last.total, counts or last.counts, elapsed_seconds,
                    error=failed, error_id=error_id,
                )
            )  # fmt: skip

    async def changes(self, every_seconds: float) -> AsyncIterator[Progress]:
        """Yield how far the work is, at most this often, and at last how it ended."""
        while True:
            await self._changed.wait()
            shown = self.progress
            if shown.state == "running":  # the end stays, for whoever looks later
                self._changed.clear()
            yield shown
            if shown.state != "running":
                return
            with suppress(TimeoutError):  # the end is shown at once
                async with asyncio.timeout(every_seconds):
                    await self._ended.wait()

    def _show(self, progress: Progress) -> None:
        self.progress = progress
        self._loop.call_soon_threadsafe(self._changed.set)
        if progress.state != "running":
            self._ended.set()


class Jobs:
    """The long work of one process."""

    def __init__(self, work: JobRecords) -> None:
        self._work = work
        self._running: dict[str, Running] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, job: Job, work: Callable[[Report], Awaitable[Counts]]) -> Running:
        """Begin a job, or go on with it, and remember it until it has ended."""
        self._work.put(job)
        running = Running(job)
        self._running[job.id] = running
        task = asyncio.create_task(self._run(running, work), name=f"job {job.id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return running

    def find(self, job_id: str) -> Running | None:
        """Return a job that runs in this process."""
        return self._running.get(job_id)

    async def stop(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """End all work at its next report, or after this; it is gone on with after a restart."""
        for running in self._running.values():
            running.interrupt()
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=patience_seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)

    async def _run(self, running: Running, work: Callable[[Report], Awaitable[Counts]]) -> None:
        try:
            await running.run(work)
        finally:
            del self._running[running.job.id]
            if running.progress.state == "asking":
                self._work.wait(running.job.id)
            elif running.progress.state != "interrupted":
                self._work.finish(running.job.id)
