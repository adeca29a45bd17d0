"""Discord is away for a while: that is said once, tried again with growing pauses, and got over."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import pytest
from discord.backoff import ExponentialBackoff

from adapters.discord.client import CONNECT_SECONDS
from bot.errors import PlatformError
from bot.outages import Outage
from bot.running import serving
from tests.e2e.discord.conftest import GOATS, OVEN
from tests.e2e.discord.test_sessions import ASKED, failure, missed

if TYPE_CHECKING:
    from adapters.discord.adapter import Discord
    from bot.ports import Ask
    from tests.e2e.discord.conftest import World


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    assert not [each for each in caplog.records if each.exc_info]
    return [each.getMessage() for each in caplog.records if each.levelname != "INFO"]


async def lasting(adapter: Discord, ask: Ask) -> None:
    """Serve as `pullquote run` does."""
    await serving.serve(adapter, ask, Outage("discord", 0.01))


@pytest.mark.usefixtures("two_posts")
async def test_a_gateway_that_refuses_connections_is_told_once_and_got_over(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.01)
    gateway = world.fake.gateway
    async with world.bot(run=lasting):
        await world.serves()
        gateway.refuses = 4
        gateway.abort()
        await world.fake.until(lambda: not gateway.refuses)
        assert OVEN in (await world.asks(ASKED)).text
    first, last = said(caplog)
    assert first.startswith("discord failed, and is tried again and again: no connection (")
    assert last == "discord works again"


@pytest.mark.usefixtures("two_posts")
async def test_a_gateway_that_answers_no_more_is_told_once_and_got_over(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for: Any = asyncio.wait_for

    def hasty(waited: Any, timeout: float | None) -> Any:
        return wait_for(waited, 0.5 if timeout == CONNECT_SECONDS else timeout)

    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.01)
    gateway = world.fake.gateway
    tries: list[object] = []

    def has_tried() -> bool:
        tries.extend(each for each in gateway.lines if each not in tries)
        return len(tries) > 3

    async with world.bot(run=lasting):
        await world.serves()
        monkeypatch.setattr(asyncio, "wait_for", hasty)  # as long as discord.py waits: a minute
        gateway.greets = False
        gateway.abort()
        await world.fake.until(has_tried)
        gateway.greets = True
        assert OVEN in (await world.asks(ASKED)).text
    first, last = said(caplog)
    assert first == ("discord failed, and is tried again and again: no connection (TimeoutError)")
    assert last == "discord works again"


@pytest.mark.usefixtures("two_posts")
async def test_a_clock_that_jumps_costs_no_answer_and_no_correction_of_a_question(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with world.bot():
        for days in (1, -2, 1):
            world.clock.move(days=days)
            reader = "adapters.discord.questions.messages.utc_now"
            monkeypatch.setattr(reader, world.clock, raising=False)
            asked = await world.fake.says(
                world.ada, world.square, "where do the goats graze?", mentions_bot=True
            )
            assert GOATS in (await world.answer_to(asked)).text
            await world.fake.edits(asked, f"{world.fake.world.bot.mention} {ASKED}")
            await world.fake.until(lambda: OVEN in world.square.said_by_bot()[-1].text)
    assert len(world.square.said_by_bot()) == 3


async def test_a_gateway_that_never_answers_ends_the_start_with_one_sentence(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.client.CONNECT_SECONDS", 0.05)
    world.fake.gateway.greets = False
    error = await failure(world)
    assert isinstance(error, PlatformError)
    assert re.search(r"the gateway ws://\S+ does not open \(.* DISCORD_GATEWAY_URL", str(error))
    assert said(caplog) == []


@pytest.mark.usefixtures("two_posts")
async def test_a_token_that_is_refused_for_a_while_is_told_once_and_got_over_without_a_restart(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot(run=lasting):
        await world.serves()
        login = world.fake.fails("GET", "/users/@me", status=401, times=3)
        await world.fake.gateway.drop(4004)
        asked = missed(world)
        await world.fake.until(lambda: not login.left)
        assert OVEN in (await world.answer_to(asked)).text
    (first, last) = said(caplog)
    assert first.startswith("discord failed, and is tried again and again: Discord does not acc")
    assert last == "discord works again"


@pytest.mark.usefixtures("two_posts")
async def test_an_intent_that_is_revoked_for_a_while_is_told_once_and_got_over(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = world.fake.gateway
    async with world.bot(run=lasting):
        await world.serves()
        granted, gateway.privileged = gateway.privileged, 0
        identified = len(gateway.identifies)
        await gateway.invalidate_session(resumable=False)
        await world.fake.until(lambda: len(gateway.identifies) > identified + 2)
        gateway.privileged = granted
        asked = missed(world)
        assert OVEN in (await world.answer_to(asked)).text
    (first, last) = said(caplog)
    assert "turn on Message Content Intent" in first
    assert last == "discord works again"
