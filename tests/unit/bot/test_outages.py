"""What the log says of a database server that is away, which it says once for all."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import sentence
from adapters.chat.tasks import TaskTracker
from adapters.chat.wording import ENGLISH
from bot.admin.scheduled.housekeeping import Housekeeping
from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from bot.outages import Outage
from bot.sync.schedule import DailySchedule
from index.clock import utc_now
from index.error_sentences import Told
from index.errors import IndexAway, IndexUnreachable
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from pathlib import Path


def of(cause: type[IndexUnreachable]) -> UnavailableError:
    """Return an error as the database raises it."""
    error = UnavailableError(Told("no answer from the server"))
    error.__cause__ = cause(Told("no answer from the server"))
    return error


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what the log says, the tracebacks included."""
    form = logging.Formatter()
    return [form.format(each) for each in caplog.records]


def test_who_is_told_of_it_costs_the_log_a_line_with_the_id(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = sentence(of(IndexAway), ENGLISH)
    (line,) = said(caplog)
    assert line.splitlines() == [line]
    assert line.endswith(": no answer from the server")
    assert line.removeprefix("error ").partition(":")[0] in told
    caplog.clear()
    sentence(of(IndexUnreachable), ENGLISH)
    (whole,) = said(caplog)
    assert "Traceback" in whole or "IndexUnreachable" in whole


async def test_work_that_met_it_costs_the_log_a_line(caplog: pytest.LogCaptureFixture) -> None:
    async def work(error: Exception) -> None:
        raise error

    tasks = TaskTracker()
    tasks.begin(work(of(IndexAway)))
    await tasks.finish(PATIENCE_SECONDS)
    (line,) = said(caplog)
    assert line.splitlines() == [line]
    caplog.clear()
    tasks.begin(work(ZeroDivisionError()))
    await tasks.finish(PATIENCE_SECONDS)
    (whole,) = said(caplog)
    assert "Traceback" in whole


@pytest.mark.parametrize("is_away", [True, False])
async def test_what_is_looked_after_by_itself_says_nothing_of_it(
    caplog: pytest.LogCaptureFixture, *, is_away: bool
) -> None:
    done = asyncio.Event()

    async def fails() -> None:
        raise of(IndexAway) if is_away else ZeroDivisionError

    async def ends() -> None:
        done.set()

    running = asyncio.create_task(Housekeeping([fails, ends]).run())
    async with asyncio.timeout(PATIENCE_SECONDS):
        await done.wait()
    running.cancel()
    await asyncio.wait({running})
    assert len(said(caplog)) == (not is_away)


async def test_what_is_done_each_day_says_nothing_of_it_and_is_begun_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), utc_now)
    ledger.note("looked", utc_now().isoformat())
    tries = asyncio.Queue[int]()
    errors: list[Exception] = [of(IndexAway)]

    async def work() -> None:
        tries.put_nowait(1)
        if errors:
            raise errors.pop()

    schedule = DailySchedule(ledger, "looked", work)
    schedule.soon()
    async with asyncio.timeout(PATIENCE_SECONDS):
        for _ in range(2):
            running = asyncio.create_task(schedule.run())
            await tries.get()
            await asyncio.sleep(0)
            running.cancel()
            await asyncio.wait({running})
    ledger.close()
    assert said(caplog) == []


def test_a_lost_connection_is_said_where_it_is_lost_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    outage = Outage("storing")
    for each in (IndexUnreachable, IndexAway, IndexAway):  # it is away: said once for all
        outage.failed(of(each))
    outage.ended()
    outage.failed(of(IndexUnreachable))  # and this was a single connection
    outage.ended()
    assert said(caplog) == []
    for _ in range(3):
        outage.failed(of(IndexUnreachable))
    outage.ended()
    assert said(caplog) == [
        "storing failed, and is tried again and again: no answer from the server",
        "storing works again",
    ]
    outage.failed(UnavailableError(Told("the disk is full")))
    assert len(said(caplog)) == 3
