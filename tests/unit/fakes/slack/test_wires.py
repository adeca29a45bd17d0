"""Socket Mode and HTTP mode carry, lose and repeat as Slack's do."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.wires.delivery import NotAcknowledged
from tests.fakes.slack.wires.http_mode import Signature
from tests.unit.fakes.slack.tiny_bolt import bolt, connected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from slack_bolt.async_app import AsyncApp


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as opened:
        yield opened


@asynccontextmanager
async def serving(app: AsyncApp) -> AsyncIterator[str]:
    """The bot behind a web address of its own."""
    runner = web.AppRunner(app.web_app("/slack/events"), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


async def test_a_bot_that_is_asked_to_reconnect_does(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        await slack.socket.ask_to_reconnect("refresh_requested")
        await slack.until(lambda: slack.socket.opened == 2 and len(slack.socket.connections) == 1)
        command = await slack.uses_command(slack.ada, slack.general, "/ask", "when?")
        await command.answer()
        assert command.is_acknowledged


async def test_what_was_said_while_the_line_was_cut_comes_once_it_is_back(
    slack: FakeSlack,
) -> None:
    async with connected(slack, bolt(slack)):
        slack.socket.cut()
        await slack.until(lambda: not slack.socket.connections)
        asked = await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
        (mention,) = slack.events("app_mention")
        assert mention.failures == ["no_connection"]
        await slack.until(lambda: slack.general.replies_to(asked.ts))
        assert mention.is_acknowledged
        assert mention.attempts == 2


async def test_a_repeat_carries_the_same_event_id(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)):
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
        (mention,) = slack.events("app_mention")
        await slack.until(lambda: mention.is_acknowledged)
        await slack.repeats(mention)
        # The tiny bot does not mind repeats, so it answers twice.
        await slack.until(lambda: len(slack.calls_of("chat.postMessage")) == 2)
    assert len(set(mention.envelope_ids)) == 2


async def test_an_envelope_goes_to_one_of_several_connections(slack: FakeSlack) -> None:
    async with connected(slack, bolt(slack)), connected(slack, bolt(slack)):
        await slack.connected(2)
        for text in ("one", "two"):
            await (await slack.uses_command(slack.ada, slack.general, "/ask", text)).answer()
        await slack.until(lambda: len(slack.replies) == 2)
        routes = {id(each.route) for each in slack.deliveries if each.kind == "slash_commands"}
        assert len(routes) == 2


async def test_no_connection_is_opened_while_slack_refuses(slack: FakeSlack) -> None:
    slack.faults.error("apps.connections.open", "invalid_auth", times=2)
    async with connected(slack, bolt(slack)):
        assert len(slack.calls_of("apps.connections.open")) == 3


async def test_a_command_without_a_bot_is_not_acknowledged(slack: FakeSlack) -> None:
    command = await slack.uses_command(slack.ada, slack.general, "/ask", "when?")
    assert command.failures == ["no_connection"]
    with pytest.raises(NotAcknowledged):
        await command.answer()


async def test_a_used_ticket_opens_nothing(slack: FakeSlack) -> None:
    client = AsyncWebClient(base_url=slack.api_url)
    handler = AsyncSocketModeHandler(bolt(slack), slack.app_token, web_client=client)
    url = (await client.apps_connections_open(app_token=slack.app_token))["url"]
    session = handler.client.aiohttp_client_session
    async with session.ws_connect(url) as first:
        assert (await first.receive_json())["type"] == "hello"
        await first.close()
    answer = await session.get(url.replace("ws", "http", 1))
    assert answer.status == 403
    await handler.close_async()  # type: ignore[no-untyped-call]


async def test_over_http_the_whole_way_works(slack: FakeSlack) -> None:
    async with serving(bolt(slack)) as slack.http_target:
        assert await slack.verifies_url()
        asked = await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
        (answer,) = await slack.until(lambda: slack.general.replies_to(asked.ts))
        command = await slack.uses_command(slack.ada, slack.general, "/ask", "what & when?")
        await command.answer()
        await slack.until(lambda: slack.replies)
        await (await slack.presses(slack.ada, answer, "more")).answer()
        (view,) = await slack.until(lambda: slack.views)
        refused = await slack.submits_view(slack.ada, view, {"text": "bad"})
    assert slack.replies[0].body["text"] == "You asked: what & when?"
    assert refused["response_action"] == "errors"


@pytest.mark.parametrize("signature", [Signature.FORGED, Signature.STALE, Signature.MISSING])
async def test_a_bad_signature_gets_nowhere(slack: FakeSlack, signature: Signature) -> None:
    async with serving(bolt(slack)) as slack.http_target:
        slack.signature = signature
        command = await slack.uses_command(slack.ada, slack.general, "/ask", "when?")
        await slack.until(lambda: command.statuses)
    assert command.statuses == [401]
    assert slack.replies == []


async def test_what_was_said_while_the_bot_was_down_is_tried_again(slack: FakeSlack) -> None:
    retries: list[Any] = []
    app = bolt(slack)

    @app.middleware
    async def seen(req: Any, next_: Any) -> None:
        retries.extend(req.headers.get("x-slack-retry-num", []))
        await next_()

    async with serving(app) as slack.http_target:
        pass
    asked = await slack.says(slack.ada, slack.secret, f"{slack.team.bot.mention} when?")
    (mention,) = slack.events("app_mention")
    await slack.until(lambda: mention.failures)
    async with serving(app) as slack.http_target:
        await slack.repeats_unacknowledged()
        await slack.until(lambda: slack.secret.replies_to(asked.ts))
    assert mention.failures == ["connection_failed"]
    assert "1" in retries
