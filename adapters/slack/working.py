"""Shows long work in one message, which lives as long as the work: bar, counts, rate, Cancel."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from adapters.reports import progress_lines, ways_on
from adapters.slack.layout import button, notice
from adapters.slack.replying import reply
from adapters.slack.translate import Spot, spot_at
from adapters.wording import wording_for
from bot.errors import PlatformError
from bot.jobs import Progress
from bot.ledger.work import IMPORTS, agreed, way_of
from bot.plain import one_line
from index.posts import EVERYONE, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from adapters.slack.arrivals import Press
    from adapters.slack.office import Office
    from adapters.slack.patience import Patience
    from adapters.slack.sending import Outgoing
    from adapters.slack.watching import Watching
    from adapters.wording import Wording
    from bot.jobs import Running
    from bot.ledger.work import Job
    from bot.library import Report
    from index.counts import Counts


class Working:
    """Begins long work, shows it to who began it, and goes on with it after a restart."""

    def __init__(self, office: Office, watching: Watching, patience: Patience) -> None:
        self._office = office
        self._edit_seconds = patience.edit_seconds
        self._watching = watching
        self._shown: set[asyncio.Task[None]] = set()
        self.buttons: Mapping[str, Callable[[Press, Wording], Awaitable[None]]] = {
            "cancel": self._cancel,
            "replace": self._replace,
            "add": self._add,
        }

    async def begin(self, job: Job, user: str, wording: Wording) -> str:
        """Begins work, shown in the direct messages of who wants it; returns what to tell them.

        Raises:
            DeliveryError: It cannot be shown.
        """
        title, sender = self._title(job, wording), self._office.sender
        async with self._office.work.turn(f"job/{job.kind}/{job.subject}"):
            unfinished = self._office.room.ledger.work.unfinished("slack")
            if any((each.kind, each.subject) == (job.kind, job.subject) for each in unfinished):
                return wording.already_running
            spot = Spot(job.room, await sender.direct(job.room, user))
            view = self._view(job, title, Progress(), wording)
            ts = await sender.post(spot, view, f"job/{job.id}")
            self._show(replace(job, message=spot.message(ts)), title)
        return title

    def is_reading(self, file: Path) -> bool:
        """Says whether a file is being imported, whatever its source is called."""
        return self._office.room.ledger.work.is_reading("slack", file)

    def resume(self) -> None:
        """Goes on with what a stop interrupted."""
        for job in self._office.room.ledger.work.unfinished("slack"):
            if self._office.room.jobs.find(job.id) is None:
                self._show(job, self._title(job, wording_for(job.locale)))

    async def finish(self) -> None:
        """Interrupts the work, and waits until its messages say so."""
        await self._office.room.jobs.stop()
        if self._shown:
            await asyncio.wait(self._shown, timeout=self._edit_seconds)
        for task in self._shown:
            task.cancel()

    def _work(self, job: Job) -> Callable[[Report], Awaitable[Counts]]:
        if job.kind in IMPORTS:
            return partial(self._bring_in, job)
        if job.kind == "watch":
            return partial(self._watching.read_back, job.subject)
        return self._office.room.library.reindex

    async def _bring_in(self, job: Job, report: Report) -> Counts:
        library = self._office.room.library
        own = await self._office.audiences.of_bot(job.room) | {job.audience}

        def may_change(label: str) -> bool:
            # One workspace cannot write the posts of another, of Discord, or for everyone.
            return label in own or not (label == EVERYONE or is_of_a_chat(label))

        counts = await library.bring_in(
            job.file, job.source, job.audience, report, may_change, way=way_of(job)
        )
        self._office.room.corrections.wake()
        if counts.new:
            self._watching.compare_soon()
        return counts

    def _show(self, job: Job, title: str) -> None:
        running = self._office.room.jobs.start(job, self._work(job))
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
                    await self._office.sender.update(spot, ts, view)
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
            record = self._office.room.ledger.channels.get(job.subject)
            return wording.reading.format(name=record.name if record else job.subject)
        return wording.embedding

    async def _cancel(self, press: Press, wording: Wording) -> None:
        person = await self._office.people.person(press.team, press.user)
        if not self._office.may_manage(person):
            await reply(self._office, press, notice(wording.admins_only))
            return
        running = self._office.room.jobs.find(press.value)
        if running is not None:
            running.cancel()

    async def _replace(self, press: Press, wording: Wording) -> None:
        await self._go_on(press, wording, "replace")

    async def _add(self, press: Press, wording: Wording) -> None:
        await self._go_on(press, wording, "add")

    async def _go_on(self, press: Press, wording: Wording, way: str) -> None:
        """Imports what was only shown before, if whoever presses may."""
        person = await self._office.people.person(press.team, press.user)
        work = self._office.room.ledger.work
        job = work.asking(press.value)
        if not self._office.may_manage(person):
            await reply(self._office, press, notice(wording.admins_only))
        elif job is None or not job.file.is_file():
            await reply(self._office, press, notice(wording.offer_is_over))
        else:
            work.finish(job.id)
            job = agreed(job, way)
            self._show(job, self._title(job, wording_for(job.locale)))
