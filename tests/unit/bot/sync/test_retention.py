from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.admin.workspace_settings import SettingsEditor
from bot.ledger.jobs import new_job
from bot.ledger.ledger import Ledger
from bot.sync.retention import NOTE, delete_daily
from tests.fakes.bot.ledgers import BEN, NOW, asked, missed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEEP = timedelta(days=90)


class Moved:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def clock() -> Moved:
    return Moved()


@pytest.fixture
async def ledger(tmp_path: Path, clock: Moved) -> AsyncIterator[Ledger]:
    """A ledger with a question, a rating and a job of today, open as while the bot runs."""
    opened = Ledger.open(tmp_path / "ledger.db", KEEP, clock)
    opened.note(NOTE, NOW.isoformat())
    opened.questions.keep(missed(asked("Where do quokkas sleep?")))
    opened.questions.rate("q1", BEN, is_good=False, comment="zanzibar")
    job = new_job(
        "discord", "import", "numbats.txt:/tmp/1", workspace_id="1", audience="everyone",
        locale="en", started_at=NOW,
    )  # fmt: skip
    opened.jobs.put(job)
    opened.jobs.finish(job.id)
    yield opened
    opened.close()


def written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


async def a_day_s_work(ledger: Ledger) -> None:
    """Let the schedule look once, and do what is due."""
    running = asyncio.create_task(delete_daily(ledger))
    await asyncio.sleep(0)  # what is due is done before it waits for the first time
    running.cancel()
    await asyncio.wait([running])


async def test_while_the_bot_runs_old_questions_ratings_and_jobs_go_from_the_files_too(
    ledger: Ledger, clock: Moved, tmp_path: Path
) -> None:
    clock.now += timedelta(days=89)
    await a_day_s_work(ledger)
    assert {word for word in (b"quokkas", b"zanzibar", b"numbats") if word in written(tmp_path)}
    assert ledger.questions.get("q1") is not None

    clock.now += timedelta(days=2)
    await a_day_s_work(ledger)
    assert ledger.questions.get("q1") is None
    assert ledger.questions.ratings("q1") == []
    for word in (b"quokkas", b"zanzibar", b"numbats"):
        assert word not in written(tmp_path)


@pytest.mark.usefixtures("ledger")
async def test_at_the_start_they_go_from_the_files_while_another_has_the_ledger_open(
    clock: Moved, tmp_path: Path
) -> None:
    clock.now += timedelta(days=91)
    other = Ledger.open(tmp_path / "ledger.db", KEEP, clock)
    left = written(tmp_path)
    other.close()
    assert not {word for word in (b"quokkas", b"zanzibar", b"numbats") if word in left}


async def test_what_an_admin_keeps_for_a_shorter_time_goes_from_the_files_at_once(
    ledger: Ledger, clock: Moved, tmp_path: Path
) -> None:
    clock.now += timedelta(days=31)
    editor = SettingsEditor("discord", ledger)
    editor.save("discord:42", replace(editor.of("discord:42"), keep_days=30))
    assert b"quokkas" not in written(tmp_path)


async def test_a_clock_that_was_far_ahead_for_a_while_holds_up_nothing(
    ledger: Ledger, clock: Moved
) -> None:
    ledger.note(NOTE, (NOW + timedelta(days=3650)).isoformat())
    clock.now += timedelta(days=91)
    await a_day_s_work(ledger)
    assert ledger.questions.get("q1") is None
