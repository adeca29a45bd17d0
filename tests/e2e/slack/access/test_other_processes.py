"""What Slack tells one process of who may read what holds in the others at once."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.corrections.corrector import Corrector
from bot.running.signals import Signals
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig

NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
TIMES = 4


async def test_who_left_a_channel_is_answered_from_it_by_no_process_any_more(rig: Rig) -> None:
    slack = rig.slack
    heard: list[Signals] = []

    def send(text: str) -> None:
        for each in heard:
            each.told(text)

    def beside(holder: str) -> Rig:
        ledger, signals = replace(rig.services.ledger, holder=holder), Signals(send)
        heard.append(signals)
        corrections = Corrector(ledger, rig.services.library)
        services = replace(rig.services, ledger=ledger, signals=signals, corrections=corrections)
        return replace(rig, services=services)

    async def asks() -> None:
        before, own = len(slack.deliveries), rig.said(slack.direct_channel(slack.ada))
        for _ in range(TIMES):  # what the bot answers is told to one of both as well
            await slack.direct_message(slack.ada, "why do the boats stay in?")
        await rig.hears(slack.direct_channel(slack.ada), "", times=len(own) + TIMES)
        asked = slack.deliveries[before:]
        ways = {
            id(each.route) for each in asked if each.payload["event"].get("user") == slack.ada.id
        }
        assert ways >= {id(each) for each in slack.socket.connections}

    def quoted() -> int:  # as they were posted: they are corrected then
        posted = slack.calls_of("chat.postMessage")
        return sum("spring storms" in str(each.arguments) for each in posted)

    await slack.joins(slack.ada, slack.secret)
    await rig.stores(post(NETS, "nets", audience=f"slack:{slack.secret.id}"))
    async with AsyncExitStack() as stack:
        for holder in ("one", "two"):
            await stack.enter_async_context(beside(holder).running())
        await slack.connected(2)
        await asks()
        assert quoted() == TIMES
        await slack.leaves(slack.ada, slack.secret)
        (left,) = slack.events("member_left_channel")
        await left.answer()
        await asks()
    assert quoted() == TIMES
