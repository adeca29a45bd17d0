"""The pretended Slack answers a real bolt app as Slack does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.tiny_bolt import bolt, connected
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as opened:
        yield opened


async def test_a_mention_is_two_events_and_is_answered_in_its_thread(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        asked = await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
        (posted,) = await slack.until(lambda: slack.calls_of("chat.postMessage"))
        answer = await slack.until(lambda: slack.general.replies_to(asked.ts))
        message, mention = slack.events("message")[0], slack.events("app_mention")[0]
        assert message.payload["event_id"] != mention.payload["event_id"]
        await slack.until(lambda: message.is_acknowledged and mention.is_acknowledged)
    assert posted.token == slack.bot_token
    assert answer[0].text == "Here."


async def test_a_command_is_acknowledged_and_answered_to_its_user(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        command = await slack.uses_command(slack.benoit, slack.general, "/ask", "when?")
        assert await command.answer() == {}
        await slack.until(lambda: slack.replies)
    (seen,) = slack.general.ephemerals
    assert (seen.user_id, seen.message.text) == (slack.benoit.id, "You asked: when?")


async def test_a_button_opens_a_modal_which_may_be_refused_and_sent(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        asked = await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
        (answer,) = await slack.until(lambda: slack.general.replies_to(asked.ts))
        await (await slack.presses(slack.ada, answer, "more")).answer()
        (view,) = await slack.until(lambda: slack.views)
        refused = await slack.submits_view(slack.ada, view, {"text": "bad"})
        assert refused["errors"] == {"question": "Ask better."}
        assert view.is_open
        assert await slack.submits_view(slack.ada, view, {"text": "good"}) == {}
        assert not view.is_open


async def test_feedback_says_which_side_was_pressed(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        asked = await slack.says(slack.ada, slack.secret, f"{slack.team.bot.mention} when?")
        (answer,) = await slack.until(lambda: slack.secret.replies_to(asked.ts))
        await slack.presses(slack.ada, answer, "rate", "bad")
        (reply,) = await slack.until(lambda: slack.replies)
    assert reply.body["text"] == "Rated bad"
    assert slack.secret.ephemerals[0].user_id == slack.ada.id
