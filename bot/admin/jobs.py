"""Begins a job from a chat, shows it in one message, and resumes it after a restart."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bot.admin.channel_reading import ChannelReading
from bot.admin.import_counts import ImportCounts
from bot.ledger.jobs import IMPORTS, agreed, way_of
from bot.locks import KeyedLocks
from bot.posts.chat_import_sources import kept_apart_by
from index.posts import EVERYONE, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    from bot.ledger.jobs import Job
    from bot.ports import Report
    from bot.posts.running_jobs import Progress, Running
    from bot.services import Services
    from index.ingest.counts import Counts


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
        async with self._begun.of(job.kind if job.kind == "watch" else (job.kind, job.subject)):
            left = self._not_read(job)
            if self.is_running(job) or left is None:
                return False
            self._start(replace(left, message=await post()))
        return True

    def resume(self) -> None:
        """Go on with what a stop interrupted."""
        for job in self._services.ledger.jobs.unfinished(self._platform):
            if self._services.jobs.find(job.id) is None:
                self._start(job)

    def cancel(self, job_id: str) -> None:
        """End a job at its next report; what is stored by then stays."""
        running = self._services.jobs.find(job_id)
        if running is not None:
            running.cancel()

    def go_on(self, job_id: str, way: str) -> bool:
        """Import what was only shown before; return False where the offer has expired."""
        work = self._services.ledger.jobs
        job = work.asking(job_id)
        if job is None or not job.file.is_file():
            return False
        work.finish(job.id)
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

    def _start(self, job: Job) -> None:
        title = self._messages.title(job)  # as it is called now: its channel may go meanwhile
        running = self._services.jobs.start(job, self._work(job))
        task = asyncio.create_task(self._follow(running, title))
        self._shown.add(task)
        task.add_done_callback(self._shown.discard)

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
