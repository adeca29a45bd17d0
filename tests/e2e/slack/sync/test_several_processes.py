"""Two processes read the channels of one Slack: between the marks of both nothing is lost."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.running.signals import Signals
from bot.running.standby import Standby
from index.clock import utc_now
from tests.e2e.slack.conftest import shown, two_processes
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.e2e.slack.conftest import Rig
    from tests.fakes.bot.ledger_places import LedgerInSchema
    from tests.fakes.slack.server import FakeSlack
    from tests.fakes.two_processes import Pair

LONG_AGO: Final = timedelta(days=5)
"""Longer than what is read again in any case before the last message that was heard."""

TEXTS: Final = "SELECT text FROM pullquote.posts ORDER BY text"
HEARD_LONG_AGO: Final = (
    "UPDATE pullquote_ledger.channels SET newest = '{newest}', read_at = '{read_at}'"
)


@asynccontextmanager
async def watching(slack: FakeSlack, ledger: LedgerInSchema, folder: Path) -> AsyncIterator[Pair]:
    """Give both, once they watch #general."""
    async with two_processes(slack, ledger, folder) as both:
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        direct = slack.direct_channel(slack.ada)
        await slack.until(lambda: any("Done: " in shown(each) for each in direct.messages))
        yield both


def say(number: int) -> str:
    return f"On day {number:03} somebody baked {number * 7} loaves."


async def live(slack: FakeSlack, numbers: range) -> None:
    for number in numbers:
        await slack.says(slack.benoit, slack.general, say(number))


async def test_what_neither_heard_is_stored_once_whoever_hears_the_next_message(
    slack: FakeSlack, ledger: LedgerInSchema, tmp_path: Path
) -> None:
    async with watching(slack, ledger, tmp_path) as both:
        await live(slack, range(6))
        await both.until(TEXTS, lambda rows: len(rows) == 6)
        heard_at = utc_now() - LONG_AGO
        heard = {"newest": f"{heard_at.timestamp():.6f}", "read_at": heard_at.isoformat()}
        slack.socket.answers = False
        slack.socket.cut()
        ledger.execute(HEARD_LONG_AGO.format(**heard))
        for number in range(6, 12):
            posted_at = heard_at + timedelta(hours=8 * (number - 5))
            slack.wrote(slack.benoit, slack.general, say(number), posted_at=posted_at)
        slack.socket.answers = True
        await slack.connected()
        await live(slack, range(12, 15))
        await slack.connected(2)
        await live(slack, range(15, 20))
        await both.until(TEXTS, lambda rows: len(rows) == 20)
    assert [text for (text,) in ledger.execute(TEXTS)] == [say(number) for number in range(20)]


async def test_what_a_killed_one_had_acknowledged_is_stored_once_though_the_other_heard_later_ones(
    slack: FakeSlack, ledger: LedgerInSchema, tmp_path: Path
) -> None:
    async with watching(slack, ledger, tmp_path) as both:
        await live(slack, range(3))
        await both.until(TEXTS, lambda rows: len(rows) == 3)
        # Nothing is stored before its author is known, which each process asks by itself.
        lookups = slack.faults.held("users.info", times=2)
        for number in range(3, 9):
            await slack.says(slack.gil, slack.general, say(number))
        await lookups.arrived.wait()
        await both.kill(next(iter(both.processes.values())))
        lookups.release.set()
        await live(slack, range(9, 12))
        await both.until(TEXTS, lambda rows: len(rows) == 12)
    assert [text for (text,) in ledger.execute(TEXTS)] == [say(number) for number in range(12)]


async def test_one_that_missed_something_notes_nothing_until_it_is_caught_up_with(
    rig: Rig,
) -> None:
    told: list[str] = []
    slack, ledger = rig.slack, rig.services.ledger
    watched = ledger.channels.watched
    assert ledger.leases.take("slack sweeps", "other", 600)
    rig.services = replace(
        rig.services, signals=Signals(told.append), sharing=Standby(ledger.leases, "own")
    )
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        direct = slack.direct_channel(slack.ada)
        await slack.until(lambda: any("Done: " in shown(each) for each in direct.messages))
        first = await slack.says(slack.benoit, slack.general, say(1))
        await until(lambda: [each.newest for each in watched("slack")] == [first.ts])
        slack.socket.cut()
        slack.wrote(slack.benoit, slack.general, say(2))
        await until(lambda: "slack.missed lost" in told)
        await slack.says(slack.benoit, slack.general, say(3))
        await until_stored(rig, say(3))
        assert say(2) not in await rig.stored(slack.general)
    assert [each.newest for each in watched("slack")] == [first.ts]


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)


async def until_stored(rig: Rig, text: str) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while text not in await rig.stored(rig.slack.general):
            pass
