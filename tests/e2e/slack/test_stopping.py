"""What is in hand when the bot is stopped is finished, as far as that is quickly done."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.slack.api.timings import Timings
from bot.ledger.jobs import Job
from index.clock import utc_now
from index.ingest.counts import Counts
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.e2e.slack.test_trouble import asks

if TYPE_CHECKING:
    from bot.ports import Report
    from bot.question_and_answer import Answer, Question


async def test_answers_in_flight_are_finished_before_the_bot_stops(stored: Rig) -> None:
    slack = stored.slack
    stored.timings = Timings()
    is_asked, goes_on = asyncio.Event(), asyncio.Event()
    ask = stored.ask

    async def slowly(question: Question) -> Answer:
        is_asked.set()
        await goes_on.wait()
        return await ask(question)

    stored.ask = slowly
    async with stored.running() as task:
        await asks(stored)
        await is_asked.wait()
        task.cancel()
        asyncio.get_running_loop().call_later(0.05, goes_on.set)
    assert any(OVEN in shown(each) for each in stored.said(slack.general))


async def test_jobs_and_answers_are_waited_for_side_by_side(stored: Rig) -> None:
    stored.timings = replace(stored.timings, finish_seconds=0.0)
    is_asked, is_given_up = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def never(question: Question) -> Answer:
        is_asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            is_given_up.set()
        raise AssertionError(question)

    async def until_given_up(_: Report) -> Counts:
        await is_given_up.wait()
        ended.append("job")
        return Counts()

    stored.ask = never
    async with stored.running():
        job = Job(
            "j1", "slack", "reindex", "", stored.slack.team.id, "everyone", "", "en", utc_now()
        )
        stored.services.jobs.start(job, until_given_up)
        await asks(stored)
        await is_asked.wait()
    assert ended == ["job"]
