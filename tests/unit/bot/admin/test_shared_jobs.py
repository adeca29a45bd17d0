"""Jobs of two processes that serve one chat."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bot.admin.jobs import JobRunner
from bot.ledger.jobs import new_job
from bot.ledger.leases import serving
from bot.ledger.ledger import Ledger
from bot.ledger.sqlite.database import SqliteDatabase
from bot.posts.running_jobs import Jobs, Progress
from bot.running.signals import Signals
from bot.running.standby import Standby
from index.ingest.counts import Counts
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import NOW, clock
from tests.fakes.patience import PATIENCE_SECONDS
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection
    from pathlib import Path

    from bot.ledger.jobs import Job
    from bot.ports import Report
    from bot.services import Services


@dataclass
class Told:
    """What the messages of jobs show, and channels that are read until they are told to end."""

    shown: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    reads: asyncio.Event = field(default_factory=asyncio.Event)

    def title(self, job: Job) -> str:
        return job.kind

    async def show(self, job: Job, title: str, progress: Progress) -> None:
        del job, title
        if progress.state != "running":
            self.shown.put_nowait(progress.state)

    def unread(self, job: Job, channel_id: str, error: Exception) -> str:
        return f"{job.kind} {channel_id} {error}"

    async def own_labels(self, job: Job) -> Collection[str]:
        return {job.audience}

    async def backfill(self, channel: str, report: Report) -> Counts:
        del channel
        while True:
            report(0, 0, Counts())
            self.reads.set()
            await asyncio.sleep(0)

    def compare_soon(self) -> None:
        pass


class Process:
    """One of the processes."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.told = Told()
        self.runner = JobRunner("slack", services, self.told, self.told, 0.01)

    async def ended(self) -> str:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self.told.shown.get()

    def dies(self) -> None:
        holder = self.services.ledger.holder
        self.services.ledger.leases.take(serving("slack", holder), holder, -1)


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[tuple[Process, Process]]:
    """Two processes over one ledger, each with a data folder of its own."""
    with ExitStack() as stack:
        processes: list[Process] = []

        def send(text: str) -> None:
            for each in processes:
                each.services.signals.told(text)

        for holder in ("one", "two"):
            services = stack.enter_context(opened_services(tmp_path / holder))
            database = SqliteDatabase.open(tmp_path / "ledger.db")
            ledger = Ledger.over(database, KEEP, clock, holder)
            stack.callback(ledger.close)
            assert ledger.leases.take(serving("slack", holder), holder, 60)
            services = replace(
                services,
                ledger=ledger,
                jobs=Jobs(ledger.jobs),
                signals=Signals(send),
                sharing=Standby(ledger.leases, holder),
            )
            processes.append(Process(services))
        yield processes[0], processes[1]
        for each in processes:
            await each.runner.finish(1)
            each.runner.close()


def job(kind: str = "watch", subject: str = "slack:T1/C1") -> Job:
    return new_job(
        "slack",
        kind,  # type: ignore[arg-type] # a literal
        subject,
        workspace_id="T1",
        audience="slack:T1",
        locale="en",
        started_at=NOW,
    )


async def message() -> str:
    return "slack:T1/D1/1"


async def test_the_same_is_not_begun_by_two(both: tuple[Process, Process]) -> None:
    one, two = both
    posting, goes_on = asyncio.Event(), asyncio.Event()

    async def posts() -> str:
        posting.set()
        await goes_on.wait()
        return await message()

    begins = asyncio.create_task(one.runner.begin(job(), posts))
    await posting.wait()
    assert not await two.runner.begin(job(), message)  # not even while its message is posted
    goes_on.set()
    assert await begins
    assert not await two.runner.begin(job(), message)
    assert await two.runner.begin(job("reindex", "posts"), message)


async def test_a_job_is_cancelled_through_a_process_that_does_not_do_it(
    both: tuple[Process, Process],
) -> None:
    one, two = both
    begun = job()
    one.services.signals.on("jobs", lambda _: one.runner.look())
    assert await one.runner.begin(begun, message)
    await one.told.reads.wait()
    two.runner.look()
    two.runner.cancel(begun.id)
    assert await one.ended() == "cancelled"
    assert two.services.ledger.jobs.unfinished("slack") == []


async def test_a_job_is_gone_on_with_once_its_process_died_and_ended_if_that_was_asked(
    both: tuple[Process, Process],
) -> None:
    one, two = both
    assert await one.runner.begin(begun := job(), message)
    await one.told.reads.wait()
    two.runner.resume()
    assert two.services.jobs.find(begun.id) is None
    one.dies()
    two.runner.resume()
    await two.told.reads.wait()
    three = job(subject="slack:T1/C2")
    one.services.ledger.jobs.put(three)
    two.runner.cancel(three.id)
    two.runner.resume()
    assert await two.ended() == "cancelled"
    assert [each.id for each in two.services.ledger.jobs.unfinished("slack")] == [begun.id]


async def test_an_import_is_agreed_to_through_a_process_without_the_file(
    both: tuple[Process, Process], tmp_path: Path
) -> None:
    one, two = both
    file = tmp_path / "one" / "posts.csv"
    file.write_text("text\nThe oven is lit.\n", encoding="utf-8")
    waits = job("import", f":{file}")
    one.services.ledger.jobs.put(waits)
    one.services.ledger.jobs.wait(waits.id)
    elsewhere = file.rename(tmp_path / "elsewhere.csv")
    assert two.runner.go_on(waits.id, "add")
    assert not two.runner.go_on(waits.id, "add")
    elsewhere.rename(file)
    one.runner.look()
    assert [each.kind for each in one.services.ledger.jobs.unfinished("slack")] == ["add"]
    assert await one.ended() == "failed"  # the fake has no such file on its shelf
    one.runner.look()
    assert one.services.ledger.jobs.unfinished("slack") == []


async def test_an_import_is_done_by_whichever_has_its_file_and_by_one(
    both: tuple[Process, Process], tmp_path: Path
) -> None:
    one, two = both
    (tmp_path / "one" / "posts.csv").write_text("text\n", encoding="utf-8")
    waits = job("import", f":{tmp_path / 'one' / 'posts.csv'}")
    one.services.ledger.jobs.put(waits)
    one.services.ledger.jobs.wait(waits.id)
    assert one.runner.go_on(waits.id, "replace")
    assert not two.runner.go_on(waits.id, "add")
    assert await one.ended() == "failed"
