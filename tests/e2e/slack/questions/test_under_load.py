"""What an answer in Slack does not wait for, and what is said when there are too many to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.admission.admission import Admission
from tests.e2e.slack.conftest import OVEN, shown
from tests.e2e.slack.sync.test_channel_sync import until_stored, watches
from tests.e2e.slack.test_trouble import asks
from tests.fakes.index.locks import written_by_another

if TYPE_CHECKING:
    import pytest

    from bot.question_and_answer import Answer, Question
    from tests.e2e.slack.conftest import Rig


STATUS = "assistant.threads.setStatus"
FOR_EVER = 3600
"""Seconds; longer than any test waits."""

NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
BOATS = "when do boats stay in?"


async def test_a_rate_limit_on_the_status_line_holds_up_nobody_s_answer(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        fault = slack.faults.ratelimited(STATUS, FOR_EVER, times=99)
        await asks(stored)
        await stored.hears(slack.general, OVEN)
        await slack.says(slack.benoit, slack.general, f"{slack.team.bot.mention} {BOATS}")
        await stored.hears(slack.general, "boats stay in")
        assert fault.arrived.is_set()


async def test_a_status_line_that_slack_shows_late_is_taken_away_again(stored: Rig) -> None:
    slack, ask = stored.slack, stored.ask
    fault = slack.faults.held(STATUS)

    async def once_it_is_on_its_way(question: Question) -> Answer:
        await fault.arrived.wait()
        return await ask(question)

    stored.ask = once_it_is_on_its_way
    async with stored.running():
        asked = await asks(stored)
        await stored.hears(slack.general, OVEN)
        await slack.until(lambda: slack.statuses)
        assert slack.statuses[-1]["thread_ts"] == asked.ts
        assert slack.statuses[-1]["status"] == ""


async def test_an_answer_that_slack_does_not_take_yet_holds_up_no_other_in_its_channel(
    stored: Rig,
) -> None:
    slack = stored.slack
    async with stored.running():
        fault = slack.faults.ratelimited("chat.postMessage", FOR_EVER)
        await asks(stored)
        await slack.until(fault.arrived.is_set)
        await slack.says(slack.benoit, slack.general, f"{slack.team.bot.mention} {BOATS}")
        await stored.hears(slack.general, "boats stay in")
    assert not [each for each in stored.said(slack.general) if OVEN in shown(each)]


async def test_a_question_does_not_wait_for_messages_that_cannot_be_stored(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await watches(stored, slack.general)
        with written_by_another(stored.folder / "pullquote.db"):
            for number in range(20):
                await slack.says(slack.benoit, slack.general, f"Goats graze on meadow {number}.")
            await asks(stored)
            await stored.hears(slack.general, OVEN)
            assert await stored.services.library.known([OVEN]) == {}  # nothing else waits either
    assert not stored.services.ledger.deliveries.reopen("slack")


async def test_a_message_that_is_deleted_or_edited_is_not_quoted_before_that_is_stored(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        gone = await slack.says(slack.benoit, slack.general, OVEN)
        other = await slack.says(slack.benoit, slack.general, NETS)
        await until_stored(rig, slack.general, OVEN, NETS)
        with written_by_another(rig.folder / "pullquote.db"):
            await slack.deletes(gone)
            await slack.edits(other, "Nets hang elsewhere.")
            await asks(rig)
            await rig.hears(slack.general, "Nothing in the posts answers that.")
            await asks(rig, "why do nets hang in the harbour?")
            await rig.hears(slack.general, "Nothing in the posts answers that.", times=2)
        await until_stored(rig, slack.general, "Nets hang elsewhere.")
    assert not [
        each for each in rig.said(slack.general) if OVEN in shown(each) or NETS in shown(each)
    ]


async def test_who_asks_when_it_is_busy_is_told_when_to_ask_again(stored: Rig) -> None:
    slack = stored.slack
    stored.services.limits.admission = Admission(longest_seconds=-1)
    async with stored.running():
        await asks(stored)
        await stored.hears(slack.general, "I am busy, 0 questions before yours: ask again in 1 s")
        await slack.direct_message(slack.benoit, "quand le four est-il allumé ?")
        await stored.hears(slack.direct_channel(slack.benoit), "Trop de questions arrivent en ce")
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await stored.hears(slack.general, "I am busy", times=2)
        stored.services.limits.admission = Admission()
        await asks(stored)
        await stored.hears(slack.general, OVEN)


async def test_what_slack_holds_up_is_bounded_and_who_asks_more_is_told_so(
    stored: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack = stored.slack
    monkeypatch.setattr("bot.questions.admission.admission.MOST_HELD", 3)
    async with stored.running():
        await asks(stored)
        await stored.hears(slack.general, OVEN)
        fault = slack.faults.held("chat.postMessage", times=9)
        for _ in range(4):
            await asks(stored)
        await stored.hears(slack.general, "I am busy, 3 questions before yours")
        fault.release.set()
        await stored.hears(slack.general, OVEN, times=4)
