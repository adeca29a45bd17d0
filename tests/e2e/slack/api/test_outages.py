"""Slack is away for a while: that is said once, tried again with growing pauses, and gets over."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from adapters.slack.api.sender import TRIES
from adapters.slack.questions import answer_interrupted
from bot.outages import Outage
from bot.running import serving
from tests.e2e.slack.conftest import HASTY, OVEN, shown
from tests.e2e.slack.test_trouble import asks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.slack.conftest import Rig


POSTING, REASON = "posting to slack:T000000100", "(missing_scope)"


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    assert not [each for each in caplog.records if each.exc_info]
    return [each.getMessage() for each in caplog.records if each.levelname != "INFO"]


@asynccontextmanager
async def served(rig: Rig) -> AsyncIterator[None]:
    """Run the bot as `pullquote run` does, and stop it."""
    adapter = rig.adapter()
    task = asyncio.create_task(serving.serve(adapter, rig.ask, Outage("slack", 0.01)))
    try:
        await adapter.opened.wait()
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_a_gateway_that_never_answers_is_told_once_and_got_over(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    socket = stored.slack.socket
    stored.timings = replace(HASTY, dial_seconds=0.05, retry_seconds=0.01)
    async with stored.running():
        socket.answers = False
        before = socket.tried
        socket.cut()
        await stored.slack.until(lambda: socket.tried > before + 3)
        asked = asyncio.create_task(asks(stored))
        socket.answers = True
        await stored.slack.connected()
        await asked
        await stored.slack.repeats_unacknowledged()
        await stored.hears(stored.slack.general, OVEN)
    counted = stored.services.metrics.text().decode().splitlines()
    name = 'pullquote_platform_errors_total{kind="lost",platform="slack"} '
    (lost,) = [float(line.removeprefix(name)) for line in counted if line.startswith(name)]
    assert lost > 3
    assert said(caplog) == [
        "slack failed, and is tried again and again: no connection (TimeoutError)",
        "slack works again",
    ]


async def test_a_slack_that_opens_no_connection_is_told_once_and_got_over(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    stored.timings = replace(HASTY, retry_seconds=0.01)
    async with stored.running():
        slack.faults.html("apps.connections.open", 503, times=12)
        slack.socket.cut()
        await slack.until(lambda: len(slack.calls_of("apps.connections.open")) > 12)
        await slack.connected()
        await asks(stored)
        await stored.hears(slack.general, OVEN)
    assert said(caplog) == [
        "slack failed, and is tried again and again: Slack does not open Socket Mode (no answer)",
        "slack works again",
    ]


def answered(rig: Rig) -> int:
    """Return how many questions the bot is done with."""
    query = "SELECT count(*) FROM deliveries WHERE is_done AND message NOT LIKE 'slack:event/%'"
    return int(rig.services.ledger.database.rows(query)[0][0])


@dataclass
class Clock:
    """What Python's module of the time is to others, a while ahead of it."""

    ahead: float = 0.0

    def time(self) -> float:
        return time.time() + self.ahead


async def test_a_clock_that_jumps_costs_no_answer_and_doubles_none(
    stored: Rig, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack, clock = stored.slack, Clock()
    monkeypatch.setattr("slack_sdk.socket_mode.aiohttp.time", clock)
    monkeypatch.setattr("adapters.slack.api.sender.time", clock.time)
    async with stored.running():
        for number, days in enumerate((1, -2, 1), start=1):
            stored.clock.move(days=days)
            clock.ahead += days * 86_400
            slack.faults.lost("chat.postMessage")
            await asks(stored)
            await stored.hears(slack.general, OVEN, times=number)
            while answered(stored) < number:
                await stored.services.library.version()  # each round waits for its thread
        await asks(stored, "when do boats stay in?")
        await stored.hears(slack.general, "boats stay in")
    assert len([each for each in stored.said(slack.general) if OVEN in shown(each)]) == 3
    assert said(caplog) == []


@pytest.mark.parametrize("method", ["apps.connections.open", "chat.postMessage"])
async def test_a_token_that_is_refused_for_a_while_is_told_once_and_got_over_without_a_restart(
    stored: Rig, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    slack = stored.slack
    async with served(stored):
        for each in (method, "conversations.open"):
            slack.faults.error(each, "token_revoked", times=9)
        login = slack.faults.error("auth.test", "token_revoked", times=3)
        if method == "chat.postMessage":
            await asks(stored)  # answered once the token is good again
        else:
            await slack.socket.ask_to_reconnect("refresh_requested")
        await slack.until(lambda: login.times == 0)
        slack.faults.clear()
        await slack.connected()
        if method == "apps.connections.open":
            await asks(stored)
        await stored.hears(slack.general, OVEN)
    told = said(caplog)
    assert told[-1] == "slack works again"
    assert len(told) == len(set(told))
    assert len(stored.said(slack.general)) == 1


async def test_a_scope_that_is_revoked_is_told_once_and_got_over(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.error("chat.postMessage", "missing_scope", times=9_999)
        opening = slack.faults.error("conversations.open", "missing_scope", times=9_999)
        for text in ("when is the oven lit?", "when do boats stay in?"):
            await asks(stored, text)
        await slack.until(lambda: opening.times < 9_997)
        assert stored.said(slack.general) == []
        slack.faults.clear()
        await stored.hears(slack.general, OVEN)  # though nobody asks again
        await stored.hears(slack.general, "boats stay in")
        await asks(stored)
        await stored.hears(slack.general, OVEN, times=2)
    assert len(stored.said(slack.general)) == 3
    assert said(caplog) == [
        f"{POSTING} failed, and is tried again and again: Slack lets us not write there {REASON}",
        f"{POSTING} works again",
    ]


async def test_what_can_be_posted_too_late_only_is_told_to_be_asked_again(
    stored: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack = stored.slack
    async with stored.running():
        for method in ("chat.postMessage", "chat.postEphemeral", "conversations.open"):
            posting = slack.faults.error(method, "missing_scope", times=9_999)
        await asks(stored)
        await slack.until(lambda: posting.times < 9_997)
        monkeypatch.setattr(answer_interrupted, "LONGEST_AGO_SECONDS", 0.0)
        slack.faults.clear()
        told = await stored.hears(slack.general, "please ask it again")
        assert [each.message for each in slack.general.ephemerals] == [told]
        monkeypatch.undo()
        await asks(stored)
        await stored.hears(slack.general, OVEN)
    assert len(stored.said(slack.general)) == 2


async def test_a_slack_that_takes_no_message_for_longer_than_the_tries_last_is_got_over(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        posting = slack.faults.html("chat.postMessage", 503, times=3 * TRIES + 1)
        await asks(stored)
        await slack.until(lambda: posting.times == 0)
        await slack.until(lambda: len(said(caplog)) > 1)
    assert len(stored.said(slack.general)) == 1
    assert said(caplog) == [
        f"{POSTING} failed, and is tried again and again: Slack took no message",
        f"{POSTING} works again",
    ]


async def test_where_nobody_may_write_the_reply_is_not_tried_again(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.error("chat.postMessage", "is_archived", times=2)
        slack.faults.error("conversations.open", "user_disabled")
        await asks(stored)
        await slack.until(lambda: slack.calls_of("conversations.open"))
        await asks(stored, "when do boats stay in?")
        await stored.hears(slack.direct_channel(slack.ada), "boats stay in")
    assert POSTING not in str([each.getMessage() for each in caplog.records])
