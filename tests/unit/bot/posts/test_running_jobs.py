from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from bot.posts.running_jobs import Jobs, Running
from index.error_sentences import Told
from index.ingest.counts import Counts
from tests.fakes.bot.ledgers import clock
from tests.fakes.crashes import Crash
from tests.fakes.patience import PATIENCE_SECONDS
from tests.unit.bot.posts.conftest import JOB, SOON, shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.ports import Report


@dataclass
class Steps:
    """Work of three steps on a thread of its own, each done when the test says so.

    Attributes:
        at: How many steps were begun.
        begun: Counts up with them.
        may_go: Counts up with the steps that may be done.
    """

    total: int = 3
    at: int = 0
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    may_go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    ended: threading.Event = field(default_factory=threading.Event)

    async def __call__(self, report: Report) -> Counts:
        return await asyncio.to_thread(self._run, report)

    async def is_begun(self) -> None:
        """Wait until the next step is begun."""
        assert await asyncio.to_thread(self.begun.acquire, timeout=PATIENCE_SECONDS)

    def _run(self, report: Report) -> Counts:
        try:
            while self.at < self.total:
                self.begun.release()
                assert self.may_go.acquire(timeout=PATIENCE_SECONDS)
                self.at += 1
                report(self.at, self.total, Counts(new=self.at))
            return Counts(new=self.at)
        finally:
            self.ended.set()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger is."""
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger."""
    opened = Ledger.open(path, timedelta(days=1), clock)
    yield opened
    opened.close()


@pytest.fixture
async def jobs(ledger: Ledger) -> AsyncIterator[Jobs]:
    """The long work of this process."""
    made = Jobs(ledger.jobs)
    yield made
    async with asyncio.timeout(PATIENCE_SECONDS):
        await made.stop()


async def test_work_is_shown_while_it_runs_and_at_last_how_it_ended(
    jobs: Jobs, ledger: Ledger
) -> None:
    steps = Steps()
    running = jobs.start(JOB, steps)
    changes = running.changes(SOON)
    seen = []
    assert jobs.find(JOB.id) is running
    async with asyncio.timeout(PATIENCE_SECONDS):
        for step in (1, 2, 3):
            await steps.is_begun()
            assert ledger.jobs.unfinished("discord") == [JOB]
            steps.may_go.release()
            if step < 3:
                seen.append(await anext(changes))
        seen += [progress async for progress in changes]
    assert [(each.done, each.total, each.counts.new) for each in seen[:2]] == [(1, 3, 1), (2, 3, 2)]
    assert seen[-1].state == "finished"
    assert (seen[-1].done, seen[-1].counts) == (3, Counts(new=3))
    assert {each.state for each in seen[:-1]} == {"running"}


async def test_a_job_that_has_ended_is_found_no_more_and_finished(
    jobs: Jobs, ledger: Ledger
) -> None:
    steps = Steps(total=0)
    running = jobs.start(JOB, steps)
    (end,) = await shown(running)
    await jobs.stop()
    assert (end.state, end.share) == ("finished", None)
    assert jobs.find(JOB.id) is None
    assert ledger.jobs.unfinished("discord") == []


async def test_cancelled_work_ends_at_its_next_report_and_what_is_done_stays_counted(
    jobs: Jobs, ledger: Ledger
) -> None:
    steps = Steps()
    running = jobs.start(JOB, steps)
    await steps.is_begun()
    steps.may_go.release()
    await steps.is_begun()
    running.cancel()
    running.interrupt()
    steps.may_go.release(2)
    end = (await shown(running))[-1]
    await jobs.stop()
    assert (end.state, end.done, end.counts) == ("cancelled", 2, Counts(new=2))
    assert steps.at == 2
    assert ledger.jobs.unfinished("discord") == []


async def test_interrupted_work_stays_unfinished_and_another_process_goes_on_with_it(
    path: Path, ledger: Ledger
) -> None:
    steps = Steps()
    first = Jobs(ledger.jobs)
    running = first.start(JOB, steps)
    await steps.is_begun()

    async def go_on() -> None:
        steps.may_go.release()

    async with asyncio.timeout(PATIENCE_SECONDS):
        await asyncio.gather(first.stop(), go_on())  # one after the other
    assert (await shown(running))[-1].state == "interrupted"

    other = Ledger.open(path, timedelta(days=1), clock)
    (job,) = other.jobs.unfinished("discord")
    second = Jobs(other.jobs)
    steps.may_go.release(2)
    end = (await shown(second.start(job, steps)))[-1]
    await second.stop()
    assert job == JOB
    assert (end.state, end.counts) == ("finished", Counts(new=3))
    assert other.jobs.unfinished("discord") == []
    other.close()


async def test_work_whose_loop_ends_it_is_interrupted_and_its_thread_ends_too() -> None:
    steps = Steps()
    running = Running(JOB)
    task = asyncio.create_task(running.run(steps))
    await steps.is_begun()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    steps.may_go.release()
    assert await asyncio.to_thread(steps.ended.wait, PATIENCE_SECONDS)
    assert steps.at == 1
    assert running.progress.state == "interrupted"
    assert [each.state for each in await shown(running)] == ["interrupted"]


async def test_a_job_that_is_cancelled_with_its_loop_is_gone_on_with(ledger: Ledger) -> None:
    steps = Steps()
    jobs = Jobs(ledger.jobs)
    jobs.start(JOB, steps)
    await steps.is_begun()
    (task,) = (each for each in asyncio.all_tasks() if each.get_name() == f"job {JOB.id}")
    task.cancel()
    await asyncio.wait([task])
    steps.may_go.release()
    assert await asyncio.to_thread(steps.ended.wait, PATIENCE_SECONDS)
    assert ledger.jobs.unfinished("discord") == [JOB]
    assert jobs.find(JOB.id) is None


async def test_a_failure_that_people_can_mend_is_handed_on_for_whoever_words_it(
    jobs: Jobs, ledger: Ledger
) -> None:
    async def work(report: Report) -> Counts:
        report(1, 2, Counts(new=1))
        raise UnavailableError(Told("another process is using it: try again later"))

    end = (await shown(jobs.start(JOB, work)))[-1]
    await jobs.stop()
    assert (end.state, end.done, end.counts) == ("failed", 1, Counts(new=1))
    assert str(end.error) == "another process is using it: try again later"
    assert ledger.jobs.unfinished("discord") == []


@pytest.mark.parametrize("fault", [ZeroDivisionError("secret"), Crash("secret")], ids=repr)
async def test_a_fault_of_ours_is_told_by_an_id_that_is_in_the_log(
    jobs: Jobs, caplog: pytest.LogCaptureFixture, fault: BaseException
) -> None:
    async def work(_: Report) -> Counts:
        raise fault

    with caplog.at_level(logging.ERROR):
        (end,) = await shown(jobs.start(JOB, work))
    assert end.state == "failed"
    (record,) = caplog.records
    assert f"error {end.error_id}" == record.getMessage()
    assert end.error_id
    assert record.exc_info
    assert end.error is None


async def test_stopping_where_nothing_runs_is_done_at_once(ledger: Ledger) -> None:
    await Jobs(ledger.jobs).stop()
    assert ledger.jobs.unfinished("discord") == []
