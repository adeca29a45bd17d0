"""Begins a job from a chat, shows it in one message, and resumes it after a restart."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from bot.admin.channel_reading import ChannelReading
from bot.admin.import_counts import ImportCounts
from bot.ledger.jobs import IMPORTS, agreed, way_of
from bot.locks import KeyedLocks
from bot.posts.chat_import_sources import kept_apart_by
from index.posts import EVERYONE, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterator

    from bot.ledger.jobs import Job
    from bot.ports import Report
    from bot.posts.running_jobs import Progress, Running
    from bot.services import Services
    from index.ingest.counts import Counts


BEGINNING_SECONDS: Final = 60.0
"""How long the message of a job that begins may take to be posted, at most."""

JOBS: Final = "jobs"
"""What processes tell each other where a job of another one is decided about."""


class JobMessages(Protocol):
    """The messages of one platform that show jobs."""

    def title(self, job: Job) -> str:
        """Return what a job is called in its message."""
        ...

    async def show(self, job: Job, title: str, progress: Progress) -> None:
        """Show how far a job is in its message, as far as that can still be changed."""
        ...

    def unread(self, job: Job, channel_id: str, error: Exception) -> str:
        """Return which channel of a job could not be read, and why, as its message may say it."""
        ...

    async def own_labels(self, job: Job) -> Collection[str]:
        """Return the labels of the posts that the workspace of an import may change."""
        ...


class WatchedChannels(Protocol):
    """The watched channels of one platform."""

    async def backfill(self, channel: str, report: Report) -> Counts:
        """Read the old messages of a channel."""
        ...

    def compare_soon(self) -> None:
        """Have the channels compared with what is stored."""
        ...


class JobRunner:
    """The jobs of one platform.

    Args:
        platform: The platform.
        services: What chats stand on.
        messages: Shows jobs.
        channels: Reads channels.
        edit_seconds: How often a message changes at most.
    """

    def __init__(
        self,
        platform: str,
        services: Services,
        messages: JobMessages,
        channels: WatchedChannels,
        edit_seconds: float,
    ) -> None:
        self._platform = platform
        self._services = services
        self._messages = messages
        self._channels = channels
        self._edit_seconds = edit_seconds
        self._begun = KeyedLocks(asyncio.Lock)
        self._shown: set[asyncio.Task[None]] = set()

    def is_running(self, job: Job) -> bool:
        """Return whether the same is already being done, or is to be gone on with."""
        work = self._services.ledger.jobs
        if job.kind in IMPORTS:
            return work.is_reading(self._platform, job.file)
        unfinished = work.unfinished(self._platform)
        return any((each.kind, each.subject) == (job.kind, job.subject) for each in unfinished)

    async def begin(self, job: Job, post: Callable[[], Awaitable[str]]) -> bool:
        """Begin a job unless the same is being done, and return whether it was begun.

        Args:
            job: The job.
            post: Posts the message that shows it, and returns its reference.
        """
        key = job.kind if job.kind == "watch" else f"{job.kind} {job.subject}"
        async with self._begun.of(key):
            with self._alone(f"{self._platform} begins {key}") as is_alone:
                left = self._not_read(job)
                if not is_alone or self.is_running(job) or left is None:
                    return False
                self._start(replace(left, message=await post()))
        return True

    @contextmanager
    def _alone(self, name: str) -> Iterator[bool]:
        """Tell whether no other process begins the same just now."""
        ledger = self._services.ledger
        if self._services.sharing is None:
            yield True
            return
        is_alone = ledger.leases.take(name, ledger.holder, BEGINNING_SECONDS)
        try:
            yield is_alone
        finally:
            ledger.leases.give_back(name, ledger.holder)

    def resume(self) -> None:
        """Go on with what a stop interrupted, here or in a process that is no more.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        work = self._services.ledger.jobs
        left = [each for each in work.left(self._platform) if not self._is_here(each)]
        ending = work.are_ending() if left else ()
        for job in left:
            running = self._start(job)
            if job.id in ending:
                running.cancel()

    def look(self) -> None:
        """Do what was asked of another process and concerns this one's jobs.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        work = self._services.ledger.jobs
        for job_id in work.are_ending():
            if (running := self._services.jobs.find(job_id)) is not None:
                running.cancel()
        for job, way in work.agreed(self._platform):
            self._start(agreed(job, way))

    def _is_here(self, job: Job) -> bool:
        return self._services.jobs.find(job.id) is not None

    def cancel(self, job_id: str) -> None:
        """End a job at its next report; what is stored by then stays."""
        running = self._services.jobs.find(job_id)
        if running is not None:
            running.cancel()
        elif self._services.sharing is not None:
            self._services.ledger.jobs.cancel(job_id)
            self._services.signals.tell(JOBS)

    def go_on(self, job_id: str, way: str) -> bool:
        """Import what was only shown before; return False where the offer has expired."""
        work = self._services.ledger.jobs
        job = work.asking(job_id)
        if job is None:
            return False
        if not job.file.is_file():  # another process may have it in its data folder
            is_left = work.agree(job, "add" if way == "add" else "replace")
            self._services.signals.tell(JOBS)
            return is_left
        if not work.settle(job.id):
            return False
        self._start(agreed(job, way))
        return True

    async def finish(self, patience_seconds: float) -> None:
        """Interrupt the jobs, and wait until their messages say so."""
        await self._services.jobs.stop(patience_seconds)
        if self._shown:
            await asyncio.wait(self._shown, timeout=self._edit_seconds)

    def close(self) -> None:
        """Give up the messages that are still to be changed."""
        for task in self._shown:
            task.cancel()

    def _not_read(self, job: Job) -> Job | None:
        """Return a reading without the channels that another reads; None where none is left."""
        if job.kind != "watch":
            return job
        unfinished = self._services.ledger.jobs.unfinished(self._platform)
        read = {id_ for each in unfinished if each.kind == "watch" for id_ in each.channels}
        left = [id_ for id_ in job.channels if id_ not in read]
        return replace(job, subject=" ".join(left)) if left else None

    def _start(self, job: Job) -> Running:
        title = self._messages.title(job)  # as it is called now: its channel may go meanwhile
        running = self._services.jobs.start(job, self._work(job))
        task = asyncio.create_task(self._follow(running, title))
        self._shown.add(task)
        task.add_done_callback(self._shown.discard)
        return running

    async def _follow(self, running: Running, title: str) -> None:
        job = running.job
        async for progress in running.changes(self._edit_seconds):
            await self._messages.show(job, title, progress)
        if job.kind in IMPORTS and running.progress.state not in {"interrupted", "asking"}:
            await asyncio.to_thread(job.file.unlink, missing_ok=True)

    def _work(self, job: Job) -> Callable[[Report], Awaitable[Counts]]:
        if job.kind in IMPORTS:
            return partial(self._import_posts, job)
        if job.kind == "watch":
            backfill, unread = self._channels.backfill, self._messages.unread
            return partial(ChannelReading(self._services.ledger, backfill, unread).read, job)
        return self._services.library.reindex

    async def _import_posts(self, job: Job, report: Report) -> Counts:
        own = {*await self._messages.own_labels(job), job.audience}

        def may_change(label: str) -> bool:
            # A workspace cannot write the posts of another one, or for everyone.
            return label in own or not (label == EVERYONE or is_of_a_chat(label))

        counts = await self._services.library.import_posts(
            job.file,
            job.source,
            job.audience,
            report,
            may_change,
            way=way_of(job),
            apart=kept_apart_by(job.platform, job.workspace_id),
        )
        ImportCounts(self._services.ledger).note(job, counts.left_out_of_files)
        self._services.corrections.wake()
        if counts.new:
            self._channels.compare_soon()
        return counts
