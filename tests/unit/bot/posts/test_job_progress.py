"""How far a job is, as it is shown."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.posts.running_jobs import Progress, Running
from index.ingest.counts import Counts
from tests.fakes.patience import PATIENCE_SECONDS
from tests.unit.bot.posts.conftest import JOB, shown

if TYPE_CHECKING:
    from bot.ports import Report


async def test_however_often_work_reports_it_is_shown_no_more_than_was_asked() -> None:
    running = Running(JOB)
    gate = asyncio.Event()

    async def work(report: Report) -> Counts:
        for step in range(100):
            report(step, 100, Counts())
        await gate.wait()
        return Counts(new=100)

    task = asyncio.create_task(running.run(work))
    changes = running.changes(PATIENCE_SECONDS)
    first = await anext(changes)
    gate.set()
    rest = [progress async for progress in changes]
    await task
    assert first.done == 99
    assert [(each.state, each.counts.new) for each in rest] == [("finished", 100)]


async def test_everybody_who_looks_sees_the_end_however_late() -> None:
    running = Running(JOB)

    async def work(report: Report) -> Counts:
        report(1, 1, Counts())
        return Counts()

    watchers = [asyncio.create_task(shown(running)) for _ in range(3)]
    await running.run(work)
    async with asyncio.timeout(PATIENCE_SECONDS):
        seen = await asyncio.gather(*watchers)
    assert {each[-1].state for each in seen} == {"finished"}
    assert [each.state for each in await shown(running)] == ["finished"]


async def test_time_is_measured_from_the_beginning() -> None:
    seconds = iter([100.0, 110.0, 130.0])
    running = Running(JOB, lambda: next(seconds))
    times = []

    async def work(report: Report) -> Counts:
        report(1, 4, Counts(new=5, unchanged=15))
        times.append((running.progress.per_second, running.progress.remaining_seconds))
        return Counts(new=40)

    await running.run(work)
    assert times == [(2.0, 30.0)]
    assert (running.progress.elapsed_seconds, running.progress.remaining_seconds) == (30.0, 0.0)


def test_what_cannot_be_known_is_not_told() -> None:
    assert Progress().share is None
    assert Progress().per_second == 0
    assert Progress(total=10).remaining_seconds is None
    assert Progress(done=12, total=10).share == 1
