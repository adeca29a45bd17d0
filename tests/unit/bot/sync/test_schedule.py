from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ledger.ledger import Ledger
from bot.sync.schedule import DailySchedule
from index.clock import utc_now
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_it_ends_when_it_is_cancelled_just_as_something_was_missed(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), utc_now)
    waits = asyncio.Event()

    async def work() -> None:
        waits.set()

    schedule = DailySchedule(ledger, "looked", work)
    schedule.soon()
    running = asyncio.create_task(schedule.run())
    await waits.wait()
    await asyncio.sleep(0)  # it waits for the next time now
    schedule.soon()
    await asyncio.sleep(0)  # what it waits for has come, and it has not noticed yet
    running.cancel()
    done, _ = await asyncio.wait({running}, timeout=PATIENCE_SECONDS)
    assert done == {running}
    assert running.cancelled()
    ledger.close()


async def test_a_fault_does_not_end_the_days_that_follow(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), utc_now)
    tries = asyncio.Queue[int]()

    async def work() -> None:
        tries.put_nowait(1)
        raise ZeroDivisionError

    schedule = DailySchedule(ledger, "looked", work)
    schedule.soon()
    running = asyncio.create_task(schedule.run())
    await tries.get()
    await asyncio.sleep(0)
    assert not running.done()
    assert ledger.noted("looked")
    running.cancel()
    await asyncio.wait({running})
    ledger.close()


async def test_a_ledger_that_is_away_for_a_while_does_not_end_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), utc_now)
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    ledger.database.run("ALTER TABLE notes RENAME TO away")
    schedule = DailySchedule(ledger, "looked", work)
    running = asyncio.create_task(schedule.run())
    await asyncio.sleep(0)
    assert "nobody can tell whether looked is due" in caplog.text
    ledger.database.run("ALTER TABLE away RENAME TO notes")
    schedule.soon()
    async with asyncio.timeout(PATIENCE_SECONDS):
        await done.wait()
    running.cancel()
    await asyncio.wait({running})
    assert ledger.noted("looked")
    ledger.close()
