from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from bot.errors import LoginError, PlatformError
from bot.outages import FIRST_SECONDS, LONGEST_SECONDS, Outage
from bot.running.serving import serve
from index.error_sentences import Told
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.ports import Ask

GONE = PlatformError(Told("Slack cannot be reached"))
REFUSED = LoginError(Told("Slack does not accept SLACK_BOT_TOKEN"))


class Clock:
    """A clock that a test moves by hand."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records]


def test_an_outage_is_said_once_for_each_reason_and_its_end_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    outage = Outage("slack")
    outage.ended()
    for reason in ("gone", "gone", "gone", "refused", "refused"):
        outage.failed(reason)
    outage.ended()
    outage.ended()
    away = "slack failed, and is tried again and again"
    assert said(caplog) == [f"{away}: gone", f"{away}: refused", "slack works again"]


def test_pauses_grow_and_begin_anew_only_after_a_long_time_without_a_failure() -> None:
    clock = Clock()
    outage = Outage("slack", clock=clock)
    pauses = [outage.failed("gone") for _ in range(12)]
    assert pauses[:4] == [FIRST_SECONDS * 2**each for each in range(4)]
    assert pauses[-2:] == [LONGEST_SECONDS] * 2
    outage.ended()
    clock.seconds += LONGEST_SECONDS  # it comes and goes
    assert outage.failed("gone") == LONGEST_SECONDS
    outage.ended()
    clock.seconds += LONGEST_SECONDS + 1
    assert outage.failed("gone") == FIRST_SECONDS


@dataclass
class Platform:
    """A platform that opens and fails as it is written down; then it serves."""

    failures: list[tuple[bool, Exception]]
    is_shared = False
    name: str = "pretended"
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    serves: asyncio.Event = field(default_factory=asyncio.Event)
    seen_closed: list[bool] = field(default_factory=list)

    async def run(self, ask: Ask) -> None:
        del ask
        self.seen_closed.append(not self.opened.is_set())
        opens, error = self.failures.pop(0) if self.failures else (True, None)
        if opens:
            self.opened.set()
            await asyncio.sleep(0)
        if error is not None:
            raise error
        self.serves.set()
        await asyncio.Event().wait()


async def test_what_fails_once_it_was_served_is_served_again_and_said_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    platform = Platform([(True, REFUSED), (False, REFUSED), (False, REFUSED), (False, REFUSED)])
    task = asyncio.create_task(serve(platform, ScriptedCore().ask, Outage("slack", 0.001)))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await platform.serves.wait()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert platform.seen_closed == [True] * 5
    assert said(caplog) == [
        "slack failed, and is tried again and again: Slack does not accept SLACK_BOT_TOKEN",
        "slack works again",
    ]


@pytest.mark.parametrize("error", [GONE, REFUSED, ZeroDivisionError("a fault")], ids=repr)
async def test_what_fails_before_it_was_served_ends_and_so_does_a_fault_of_ours(
    error: Exception,
) -> None:
    is_fault = isinstance(error, ZeroDivisionError)
    platform = Platform([(is_fault, error)])
    with pytest.raises(type(error)):
        await serve(platform, ScriptedCore().ask, Outage("slack", 0.001))
    assert not platform.opened.is_set()
