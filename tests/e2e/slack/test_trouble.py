"""What goes wrong between the bot and Slack, and what is not lost by it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import LoginError, PlatformError
from tests.e2e.slack.conftest import OVEN, Rig, shown

if TYPE_CHECKING:
    from tests.fakes.slack.world import Message


async def asks(rig: Rig, text: str = "when is the oven lit?") -> Message:
    """Let Ada ask in #general."""
    slack = rig.slack
    return await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {text}")


async def test_an_answer_that_was_stored_though_slack_s_own_was_lost_is_not_posted_twice(
    stored: Rig,
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.lost("chat.postMessage")
        await asks(stored)
        await slack.until(lambda: slack.calls_of("conversations.replies"))
        await asks(stored, "when do boats stay in?")
        await stored.hears(slack.general, "boats stay in")
    assert len([each for each in stored.said(slack.general) if OVEN in shown(each)]) == 1


@pytest.mark.parametrize("status", [500, 503])
async def test_an_answer_that_slack_failed_to_take_is_posted_again(
    stored: Rig, status: int
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.html("chat.postMessage", status)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    assert len(slack.calls_of("chat.postMessage")) == 2


async def test_an_answer_outlasts_a_slack_that_fails_again_and_again(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.html("chat.postMessage", 503, times=6)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    assert len(slack.calls_of("chat.postMessage")) == 7


async def test_a_lost_direct_answer_is_found_again_too(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.lost("chat.postMessage")
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await slack.until(lambda: slack.calls_of("conversations.replies"))
        await slack.direct_message(slack.ada, "when do boats stay in?")
        await stored.hears(slack.direct_channel(slack.ada), "boats stay in")
    assert len(slack.calls_of("chat.postMessage")) == 2


async def test_an_answer_whose_blocks_are_refused_is_sent_as_plain_text(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.error("chat.postMessage", "msg_blocks_too_long")
        await asks(stored)
        answer = await stored.hears(slack.general, OVEN)
    assert answer.blocks == []
    assert "Slack refuses our blocks (msg_blocks_too_long)" in caplog.text


async def test_rate_limits_are_obeyed(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.ratelimited("chat.postMessage", retry_after=1)
        await asks(stored)
        await stored.hears(slack.general, OVEN)
    assert [(each.answer or {}).get("ok") for each in slack.calls_of("chat.postMessage")] == [
        False,
        True,
    ]


async def test_reading_is_repeated_when_slack_fails(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.html("conversations.info", 502)
        slack.faults.lost("users.info")
        await asks(stored)
        await stored.hears(slack.general, OVEN)
    assert len(stored.said(slack.general)) == 1


async def test_where_the_bot_may_not_write_the_asker_is_answered_directly(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.error("chat.postMessage", "restricted_action")
        await asks(stored)
        answer = await stored.hears(slack.direct_channel(slack.ada), OVEN)
        assert "I may not write there, so here is the answer to" in shown(answer)
        slack.faults.error("chat.postMessage", "not_in_channel")
        await asks(stored)
        await stored.hears(slack.direct_channel(slack.ada), OVEN, times=2)


async def test_a_private_reply_whose_address_is_used_up_is_shown_all_the_same(
    stored: Rig,
) -> None:
    slack = stored.slack
    async with stored.running():
        fault = slack.faults.held("users.conversations")
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await fault.arrived.wait()
        slack.responses.expire()
        fault.release.set()
        await stored.hears(slack.general, OVEN)
        held = slack.faults.held("users.info")
        await slack.uses_command(slack.benoit, slack.random, "/ask", "when is the oven lit?")
        await held.arrived.wait()
        slack.responses.expire()
        held.release.set()
        await stored.hears(slack.direct_channel(slack.benoit), OVEN)
    assert stored.said(slack.random) == []


async def test_nothing_is_lost_when_slack_renews_or_cuts_the_connection(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await slack.socket.ask_to_reconnect("refresh_requested")
        await asks(stored)
        await stored.hears(slack.general, OVEN)
        slack.socket.cut()
        await asks(stored, "when do boats stay in?")
        await slack.connected()
        await slack.repeats_unacknowledged()
        await stored.hears(slack.general, "boats stay in")
    assert len(slack.calls_of("chat.postMessage")) == 2


async def test_a_connection_that_slack_does_not_open_at_once_is_tried_again(stored: Rig) -> None:
    slack = stored.slack
    slack.faults.html("apps.connections.open", 503, times=2)
    async with stored.running():
        await asks(stored)
        await stored.hears(slack.general, OVEN)


async def test_what_was_taken_when_the_bot_was_killed_is_answered_after_its_restart(
    stored: Rig,
) -> None:
    slack = stored.slack
    deliveries = stored.services.ledger.deliveries
    text = f"{slack.team.bot.mention} when is the oven lit?"
    asked = slack.wrote(slack.ada, slack.general, text)
    direct = slack.wrote(slack.ada, slack.direct_channel(slack.ada), "where do nets hang?")
    late = slack.wrote(slack.ada, slack.general, text, posted_at=datetime(2020, 1, 1, tzinfo=UTC))
    for message in (asked, direct, late):
        deliveries.claim(f"slack:{slack.team.id}/{message.channel_id}/{message.ts}")
    deliveries.claim(f"slack:{slack.team.id}/{slack.hidden.id}/{asked.ts}")
    deliveries.claim("slack:event/Ev1")
    async with stored.running():
        await stored.hears(slack.general, OVEN)
        await stored.hears(slack.direct_channel(slack.ada), "Nets hang")
    async with stored.running():
        await asks(stored)
        await stored.hears(slack.general, OVEN, times=2)
    assert len(slack.calls_of("chat.postMessage")) == 3


async def test_an_answer_that_was_posted_when_the_bot_was_killed_is_not_posted_again(
    stored: Rig,
) -> None:
    slack = stored.slack
    deliveries = stored.services.ledger.deliveries
    async with stored.running():
        asked = await asks(stored)
        await stored.hears(slack.general, OVEN)
        direct = await slack.direct_message(slack.ada, "where do nets hang?")
        await stored.hears(slack.direct_channel(slack.ada), "Nets hang")
    for message in (asked, direct):
        name = f"slack:{slack.team.id}/{message.channel_id}/{message.ts}"
        # As if the process had ended between the posting and the noting of it.
        stored.services.ledger.database.run(
            "UPDATE deliveries SET is_done = 0 WHERE message = ?", name
        )
    async with stored.running():
        await asks(stored, "when do boats stay in?")
        await stored.hears(slack.general, "boats stay in")
    assert len(slack.calls_of("chat.postMessage")) == 3
    assert deliveries.reopen("slack") == []


async def test_a_question_that_waits_for_its_turn_is_answered_after_a_kill_too(
    stored: Rig,
) -> None:
    slack = stored.slack
    async with stored.running():
        fault = slack.faults.held("users.info", times=9)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await slack.direct_message(slack.ada, "when do boats stay in?")
        await fault.arrived.wait()
        # Finishing gives up after a moment, which is as near to a kill as it gets in here.
    slack.faults.clear()
    direct = slack.direct_channel(slack.ada)
    async with stored.running():
        await stored.hears(direct, OVEN)
        await stored.hears(direct, "boats stay in")
    assert len(stored.said(direct)) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"bot_token": "xoxb-wrong"}, "SLACK_BOT_TOKEN"),
        ({"app_token": "xapp-wrong"}, "SLACK_APP_TOKEN"),
    ],
)
async def test_a_wrong_token_ends_the_bot_with_one_sentence(
    rig: Rig, more: dict[str, str], said: str
) -> None:
    rig.more.update(more)
    with pytest.raises(LoginError, match=said):
        await rig.adapter().run(rig.ask)


async def test_a_token_that_is_revoked_later_ends_the_bot_too(rig: Rig) -> None:
    slack = rig.slack
    task = asyncio.create_task(rig.adapter().run(rig.ask))
    await slack.connected()
    slack.faults.error("apps.connections.open", "invalid_auth")
    await slack.socket.ask_to_reconnect("refresh_requested")
    with pytest.raises(LoginError, match="SLACK_APP_TOKEN"):
        await task


@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
@pytest.mark.parametrize("kind", ["lost", "html"])
async def test_a_slack_that_is_down_ends_the_bot_with_one_sentence(
    rig: Rig, method: str, kind: str
) -> None:
    getattr(rig.slack.faults, kind)(method, times=9)
    with pytest.raises(PlatformError, match=r"cannot be reached|does not open"):
        await rig.adapter().run(rig.ask)


async def test_who_slack_cannot_describe_is_answered_all_the_same(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.error("users.info", "fatal_error", times=9)
        await asks(stored)
        await stored.hears(slack.general, OVEN)
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await stored.hears(slack.general, "Something went wrong on our side (error ")


async def test_who_slack_describes_in_no_way_that_was_foreseen_gets_a_reply_too(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    async with stored.running():
        slack.faults.empty("users.info", times=9)
        question = await asks(stored)
        await stored.hears(slack.general, OVEN)
        await slack.edits(question, f"{mention} when do boats stay in?")
        await stored.hears(slack.general, "boats stay in")
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await stored.hears(slack.general, "Something went wrong on our side (error ")
    assert "The answer has no user." in caplog.text
