"""The pretended Slack answers a real bolt app as Slack does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.server import FakeSlack
from tests.unit.fakes.slack.tiny_bolt import ASKING, BUTTON, bolt, connected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_bolt.context.respond.async_respond import AsyncRespond


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


async def test_many_questions_at_once_are_each_answered_once(slack: FakeSlack) -> None:
    mention = slack.team.bot.mention
    async with connected(slack, bolt(slack)):
        texts = [f"{mention} {number}?" for number in range(50)]
        asked = await asyncio.gather(
            *(slack.says(slack.ada, slack.general, text) for text in texts)
        )
        await slack.until(lambda: all(slack.general.replies_to(each.ts) for each in asked))
    assert len({message.ts for message in slack.general.messages}) == 100


async def test_what_a_command_is_acknowledged_with_is_shown(slack: FakeSlack) -> None:
    app = bolt(slack)

    @app.command("/quiet")
    async def quiet(ack: AsyncAck) -> None:
        await ack("for you")

    @app.command("/loud")
    async def loud(ack: AsyncAck) -> None:
        await ack(text="for all", response_type="in_channel")

    async with connected(slack, app):
        await (await slack.uses_command(slack.ada, slack.general, "/quiet")).answer()
        await (await slack.uses_command(slack.ada, slack.general, "/loud")).answer()
    assert [each.message.text for each in slack.general.ephemerals] == ["for you"]
    assert [each.text for each in slack.general.messages] == ["for all"]


async def test_a_press_may_change_the_message_it_came_from(slack: FakeSlack) -> None:
    app = bolt(slack)

    @app.action("again")
    async def again(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(text="changed", replace_original=True, blocks=[])

    client = AsyncWebClient(slack.bot_token, slack.api_url)
    blocks = [{"type": "actions", "elements": [BUTTON | {"action_id": "again"}]}]
    await client.chat_postMessage(channel=slack.general.id, text="x", blocks=blocks)
    (message,) = slack.general.messages
    async with connected(slack, app):
        await slack.presses(slack.ada, message, "again")
        await slack.until(lambda: slack.replies)
    assert (message.text, message.blocks) == ("changed", [])


async def test_modals_stack_three_high_and_close_together(slack: FakeSlack) -> None:
    app = bolt(slack)
    push = {"type": "actions", "elements": [BUTTON | {"action_id": "push"}]}
    modal = ASKING | {"callback_id": "stacked", "blocks": [*ASKING["blocks"], push]}

    @app.action("push")
    async def pushed(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=modal)

    @app.view("stacked")
    async def submitted(ack: AsyncAck) -> None:
        await ack(response_action="clear")

    async with connected(slack, app):
        client = AsyncWebClient(slack.bot_token, slack.api_url)
        await client.views_open(trigger_id=slack.site.views.trigger(slack.ada.id), view=modal)
        for number in (1, 2, 3):
            await slack.presses(slack.ada, slack.views[-1], "push")
            tried = await slack.called("views.push", number)
        refused = tried[-1].answer or {}
        assert refused["error"] == "push_limit_reached"
        await slack.submits_view(slack.ada, slack.views[-1], {"text": "x"})
    assert [view.is_open for view in slack.views] == [False, False, False]
