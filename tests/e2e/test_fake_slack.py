"""The pretended Slack answers a real bolt app as Slack does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.server import FakeSlack

BUTTON = {
    "type": "button",
    "action_id": "more",
    "text": {"type": "plain_text", "text": "More"},
    "value": "2",
}
FEEDBACK = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "rate",
            "positive_button": {"text": {"type": "plain_text", "text": "Good"}, "value": "good"},
            "negative_button": {"text": {"type": "plain_text", "text": "Bad"}, "value": "bad"},
        }
    ],
}
ASKING = {
    "type": "modal",
    "callback_id": "asking",
    "title": {"type": "plain_text", "text": "Ask"},
    "submit": {"type": "plain_text", "text": "Ask"},
    "blocks": [
        {
            "type": "input",
            "block_id": "question",
            "label": {"type": "plain_text", "text": "Question"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as opened:
        yield opened


@pytest.fixture
def client(slack: FakeSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


def bolt(slack: FakeSlack) -> AsyncApp:
    """A tiny bot."""
    client = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
    app = AsyncApp(client=client, signing_secret=slack.signing_secret)

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any], client: AsyncWebClient) -> None:
        blocks = [{"type": "actions", "elements": [BUTTON]}, FEEDBACK]
        await client.chat_postMessage(
            channel=event["channel"], thread_ts=event["ts"], text="Here.", blocks=blocks
        )

    @app.event("message")
    async def written(event: dict[str, Any]) -> None:
        pass

    @app.command("/ask")
    async def asked(ack: Any, command: dict[str, Any], respond: Any) -> None:
        await ack()
        await respond(f"You asked: {command['text']}")

    @app.action("more")
    async def pressed(ack: Any, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=ASKING)

    @app.action("rate")
    async def rated(ack: Any, action: dict[str, Any], respond: Any) -> None:
        await ack()
        await respond(f"Rated {action['value']}", replace_original=False)

    @app.view("asking")
    async def submitted(ack: Any, view: dict[str, Any]) -> None:
        text = view["state"]["values"]["question"]["text"]["value"]
        if text == "bad":
            await ack(response_action="errors", errors={"question": "Ask better."})
        else:
            await ack()

    return app


@asynccontextmanager
async def connected(slack: FakeSlack, app: AsyncApp) -> AsyncIterator[AsyncSocketModeHandler]:
    client = AsyncWebClient(base_url=slack.api_url)
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=client, ping_interval=0.1)
    await handler.connect_async()
    await slack.connected()
    try:
        yield handler
    finally:
        await handler.close_async()


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


async def test_an_unknown_channel_is_refused(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.chat_postMessage(channel="C404", text="hello")
