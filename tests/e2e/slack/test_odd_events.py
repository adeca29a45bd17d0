"""Whatever is odd in what Slack sends costs that, and nothing that comes after it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bot import logs
from tests.e2e.slack.conftest import OVEN, Rig
from tests.fakes.filled.chats import slack_messages
from tests.fakes.odd import CANARY, canaries_in, odd_ones
from tests.fakes.slack.wires.delivery import Delivery

if TYPE_CHECKING:
    import pytest

    from tests.fakes.slack.server import FakeSlack

SELDOM = 11
"""Of all that is odd, each eleventh is sent."""


async def happens(rig: Rig) -> None:
    """Let one thing of each kind happen."""
    slack = rig.slack
    said = await slack.says(slack.benoit, slack.general, f"{slack.team.bot.mention} oven?")
    await slack.edits(said, f"{slack.team.bot.mention} when is the oven lit?")
    await slack.reacts(slack.ada, said, "eyes")
    await slack.shares_file(slack.ada, slack.general, "a.txt", b"Ash.", "look")
    await slack.deletes(said)
    await slack.opens_home(slack.ada)
    asked = await slack.says(slack.benoit, slack.general, "who mends the nets?")
    await slack.uses_shortcut(slack.ada, asked, "is_stored")
    await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")


async def sent(slack: FakeSlack, kind: Any, payload: dict[str, Any]) -> None:
    """Send something as it is."""
    delivery = Delivery(kind, payload, may_retry=False)
    slack.site.outbox.send(delivery)
    await delivery.settled.wait()


async def test_nothing_odd_that_slack_sends_keeps_the_next_question_from_its_answer(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    slack = stored.slack
    async with stored.running() as task:
        await happens(stored)
        real = [(each.kind, each.payload) for each in slack.deliveries]
        assert len(real) > 5
        assert {each for each, _ in real} == {"events_api", "interactive", "slash_commands"}
        event = {**real[0][1]["event"]}
        real += [(real[0][0], {**real[0][1], "event": {**event, **m}}) for m in slack_messages()]
        odd = [(kind, each) for kind, payload in real for each in odd_ones(payload)][::SELDOM]
        for number, (kind, payload) in enumerate(odd):
            name = "event_id" if kind == "events_api" else "trigger_id"
            await sent(slack, kind, {**payload, name: f"Odd{number}"})
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
        assert not task.done()


async def test_nothing_that_slack_sends_is_quoted_in_the_log(
    stored: Rig, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("INFO")
    slack = stored.slack
    async with stored.running():
        await happens(stored)
        real = [(each.kind, each.payload) for each in slack.deliveries]
        odd = [(kind, each) for kind, payload in real for each in canaries_in(payload)][::3]
        slack.faults.empty("users.info", times=9)
        for number, (kind, payload) in enumerate(odd):
            name = "event_id" if kind == "events_api" else "trigger_id"
            await sent(slack, kind, {**payload, name: f"Odd{number}"})
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    logged = capsys.readouterr().err
    assert "SlackApiError: [what it says is told at DEBUG]" in logged
    assert CANARY not in logged
