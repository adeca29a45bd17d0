"""Shows long work in one message, which lives as long as the work: bar, counts, rate, Cancel."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.reports import progress_lines, ways_on
from adapters.chat.wording import wording_for
from adapters.slack.ids import Spot, spot_at
from adapters.slack.rendering.blocks import button, notice
from adapters.slack.replies import reply
from bot.errors import PlatformError
from bot.ledger.jobs import IMPORTS, agreed, way_of
from bot.posts.jobs import Progress
from bot.text import one_line
from index.posts import EVERYONE, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from adapters.chat.wording import Wording
    from adapters.slack.api.timings import Timings
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action
    from adapters.slack.rendering.blocks import Outgoing
    from adapters.slack.sync.events import ChannelSync
    from bot.ledger.jobs import Job
    from bot.ports import Report
    from bot.posts.jobs import Running
    from index.ingest.counts import Counts


class JobProgress:
    """Begins long work, shows it to who began it, and goes on with it after a restart."""

    def __init__(self, context: SlackContext, channel_sync: ChannelSync, timings: Timings) -> None:
        self._context = context
        self._edit_seconds = timings.edit_seconds
        self._channel_sync = channel_sync
        self._shown: set[asyncio.Task[None]] = set()
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "cancel": self._cancel,
            "replace": self._replace,
            "add": self._add,
        }

    async def begin(self, job: Job, user: str, wording: Wording) -> str:
        """Begins work, shown in the direct messages of who wants it; returns what to tell them.

        Raises:
            DeliveryError: It cannot be shown.
        """
        title, sender = self._title(job, wording), self._context.sender
        async with self._context.tasks.turn(f"job/{job.kind}/{job.subject}"):
            unfinished = self._context.services.ledger.work.unfinished("slack")
            if any((each.kind, each.subject) == (job.kind, job.subject) for each in unfinished):
                return wording.already_running
            spot = Spot(job.workspace_id, await sender.direct(job.workspace_id, user))
            view = self._view(job, title, Progress(), wording)
            ts = await sender.post(spot, view, f"job/{job.id}")
            self._show(replace(job, message=spot.message(ts)), title)
        return title

    def is_reading(self, file: Path) -> bool:
        """Says whether a file is being imported, whatever its source is called."""
        return self._context.services.ledger.work.is_reading("slack", file)

    def resume(self) -> None:
        """Goes on with what a stop interrupted."""
        for job in self._context.services.ledger.work.unfinished("slack"):
            if self._context.services.jobs.find(job.id) is None:
                self._show(job, self._title(job, wording_for(job.locale)))

    async def finish(self) -> None:
        """Interrupts the work, and waits until its messages say so."""
        await self._context.services.jobs.stop()
        if self._shown:
            await asyncio.wait(self._shown, timeout=self._edit_seconds)
        for task in self._shown:
            task.cancel()

    def _work(self, job: Job) -> Callable[[Report], Awaitable[Counts]]:
        if job.kind in IMPORTS:
            return partial(self._import_posts, job)
        if job.kind == "watch":
            return partial(self._channel_sync.backfill, job.subject)
        return self._context.services.library.reindex

    async def _import_posts(self, job: Job, report: Report) -> Counts:
        library = self._context.services.library
        own = await self._context.audiences.of_bot(job.workspace_id) | {job.audience}

        def may_change(label: str) -> bool:
            # One workspace cannot write the posts of another, of Discord, or for everyone.
            return label in own or not (label == EVERYONE or is_of_a_chat(label))

        counts = await library.import_posts(
            job.file, job.source, job.audience, report, may_change, way=way_of(job)
        )
        self._context.services.corrections.wake()
        if counts.new:
            self._channel_sync.compare_soon()
        return counts

    def _show(self, job: Job, title: str) -> None:
        running = self._context.services.jobs.start(job, self._work(job))
        task = asyncio.create_task(self._follow(running, title))
        self._shown.add(task)
        task.add_done_callback(self._shown.discard)

    async def _follow(self, running: Running, title: str) -> None:
        job, wording = running.job, wording_for(running.job.locale)
        place, _, ts = job.message.rpartition("/")
        spot = spot_at(place)
        async for progress in running.changes(self._edit_seconds):
            # The work goes on even where its message is gone, or we were thrown out.
            with suppress(PlatformError):
                if spot is not None:
                    view = self._view(job, title, progress, wording)
                    await self._context.sender.update(spot, ts, view)
        if job.kind in IMPORTS and running.progress.state not in {"interrupted", "asking"}:
            await asyncio.to_thread(job.file.unlink, missing_ok=True)

    def _view(self, job: Job, title: str, progress: Progress, wording: Wording) -> Outgoing:
        lines = progress_lines(title, progress, wording, one_line)
        cancel = button(wording.cancel, "cancel", job.id, "danger")
        ways = [button(label, way, job.id) for way, label in ways_on(progress, wording)]
        return notice(*lines, buttons=[cancel] if progress.state == "running" else ways)

    def _title(self, job: Job, wording: Wording) -> str:
        if job.kind in IMPORTS:
            return wording.importing.format(name=job.file.name)
        if job.kind == "watch":
            # As it was called when it was asked for: Slack need not be there when we go on.
            record = self._context.services.ledger.channels.get(job.subject)
            return wording.reading.format(name=record.name if record else job.subject)
        return wording.embedding

    async def _cancel(self, action: Action, wording: Wording) -> None:
        person = await self._context.directory.person(action.team, action.user)
        if not self._context.may_manage(person):
            await reply(self._context, action, notice(wording.admins_only))
            return
        running = self._context.services.jobs.find(action.value)
        if running is not None:
            running.cancel()

    async def _replace(self, action: Action, wording: Wording) -> None:
        await self._go_on(action, wording, "replace")

    async def _add(self, action: Action, wording: Wording) -> None:
        await self._go_on(action, wording, "add")

    async def _go_on(self, action: Action, wording: Wording, way: str) -> None:
        """Imports what was only shown before, if whoever presses may."""
        person = await self._context.directory.person(action.team, action.user)
        work = self._context.services.ledger.work
        job = work.asking(action.value)
        if not self._context.may_manage(person):
            await reply(self._context, action, notice(wording.admins_only))
        elif job is None or not job.file.is_file():
            await reply(self._context, action, notice(wording.offer_is_over))
        else:
            work.finish(job.id)
            job = agreed(job, way)
            self._show(job, self._title(job, wording_for(job.locale)))
