"""A tiny bolt bot, for the tests of the pretended Slack."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

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
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=client, ping_interval=0.5)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.connected()
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
