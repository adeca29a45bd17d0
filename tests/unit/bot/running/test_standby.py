from __future__ import annotations

import asyncio
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import UnavailableError
from bot.ledger.leases import Leases
from bot.ledger.ledger import Ledger
from bot.running.standby import Standby, Timings
from index.error_sentences import Told
from index.errors import IndexAway
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUICK = Timings(lease=60.0, renewal=0.01, retry=0.01, give_up=0.05, look=0.01)


class Work:
    """Something that lasts until it is cancelled."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.ended = asyncio.Event()
        self.times = 0

    async def do(self) -> None:
        self.times += 1
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that processes share."""
    with closing(Ledger.open(tmp_path / "ledger.db", KEEP, clock)) as opened:
        yield opened


async def stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_one_works_and_the_other_takes_over_at_once_when_it_stops(ledger: Ledger) -> None:
    first, second, waits = Work(), Work(), asyncio.Event()
    one = asyncio.create_task(Standby(ledger.leases, "1", QUICK).serve("chat", first.do))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await first.begun.wait()
        other = asyncio.create_task(
            Standby(ledger.leases, "2", QUICK).serve("chat", second.do, waits.set)
        )
        await waits.wait()
        assert not second.begun.is_set()
        await stop(one)
        assert first.ended.is_set()
        await second.begun.wait()
        await stop(other)
    assert not ledger.leases.are_held()


async def test_what_is_stopped_keeps_its_lease_until_it_has_finished(ledger: Ledger) -> None:
    begun, may_end, taken = asyncio.Event(), asyncio.Event(), []

    async def finishes() -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            await may_end.wait()
            taken.append(ledger.leases.take("chat", "2", 60))

    async with asyncio.timeout(PATIENCE_SECONDS):
        task = asyncio.create_task(Standby(ledger.leases, "1", QUICK).serve("chat", finishes))
        await begun.wait()
        task.cancel()
        may_end.set()
        with suppress(asyncio.CancelledError):
            await task
    assert taken == [False]
    assert ledger.leases.take("chat", "2", 60)


async def test_who_lost_the_lease_stops_and_begins_again_once_it_has_it(ledger: Ledger) -> None:
    work = Work()
    async with asyncio.timeout(PATIENCE_SECONDS):
        task = asyncio.create_task(Standby(ledger.leases, "1", QUICK).serve("chat", work.do))
        await work.begun.wait()
        work.begun.clear()
        ledger.database.run("UPDATE leases SET holder = '2'")
        await work.ended.wait()
        ledger.leases.give_back("chat", "2")
        await work.begun.wait()
        await stop(task)
    assert work.times == 2


async def test_who_cannot_go_on_with_the_lease_stops_before_it_is_over(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    work = Work()

    def unreachable(*_: object) -> bool:
        raise UnavailableError(Told("the server is away"))

    async with asyncio.timeout(PATIENCE_SECONDS):
        task = asyncio.create_task(Standby(ledger.leases, "1", QUICK).serve("chat", work.do))
        await work.begun.wait()
        with monkeypatch.context() as patch:
            patch.setattr(type(ledger.leases), "take", unreachable)
            work.begun.clear()
            await work.ended.wait()
        await work.begun.wait()
        await stop(task)
    assert "chat is given up until its lease can be had again" in caplog.messages
    assert "another process" not in caplog.text
    assert work.times == 2


async def test_who_is_stopped_while_given_a_lease_gives_it_back(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, loop = type(ledger.leases).take, asyncio.get_running_loop()
    given, goes_on = asyncio.Event(), threading.Event()

    def slow(*asked: Any) -> bool:
        is_given = take(*asked)
        loop.call_soon_threadsafe(given.set)
        assert goes_on.wait(PATIENCE_SECONDS)
        return is_given

    monkeypatch.setattr(type(ledger.leases), "take", slow)
    standby = Standby(ledger.leases, "1", QUICK._replace(renewal=PATIENCE_SECONDS))
    task = asyncio.create_task(standby.serve("chat", Work().do))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await given.wait()
        assert ledger.leases.are_held()
        task.cancel()
        goes_on.set()
        await asyncio.wait([task])
    assert not ledger.leases.are_held()


async def test_what_the_work_ends_with_is_told_and_the_lease_given_back(ledger: Ledger) -> None:
    async def fails() -> None:
        raise ZeroDivisionError

    async def ends() -> None:
        return

    standby = Standby(ledger.leases, "1", QUICK)
    async with asyncio.timeout(PATIENCE_SECONDS):
        with pytest.raises(ZeroDivisionError):
            await standby.serve("chat", fails)
        await standby.serve("chat", ends)
    assert not ledger.leases.are_held()


def test_a_dead_process_is_replaced_within_half_a_minute_and_never_beside_it() -> None:
    timings = Timings()
    assert timings.lease + timings.look <= 30
    # Answers are finished for ten seconds, and something is to spare.
    assert timings.give_up + 10 < timings.lease


class Unreachable(Leases):
    """Leases that cannot be asked for: a server that is away, or one that says something."""

    def __init__(self, errors: list[Exception]) -> None:
        self.errors = errors

    def take(self, name: str, holder: str, seconds: float) -> bool:
        del name, holder, seconds
        if not self.errors:
            return True
        raise self.errors.pop(0)

    def give_back(self, name: str, holder: str) -> None:
        del name, holder


class FailsOnce(Leases):
    """Leases of which one cannot be gone on with a single time, after it was taken."""

    def __init__(self) -> None:
        self.times = 0
        self.renewed_after = threading.Event()

    def take(self, name: str, holder: str, seconds: float) -> bool:
        del name, holder, seconds
        self.times += 1
        if self.times == 2:
            raise UnavailableError(Told("away"))
        if self.times > 2:
            self.renewed_after.set()
        return True

    def give_back(self, name: str, holder: str) -> None:
        del name, holder


async def test_a_lease_that_cannot_be_gone_on_with_once_is_tried_again_before_it_is_given_up() -> (
    None
):
    work, leases, loop = Work(), FailsOnce(), asyncio.get_running_loop()
    # As by default, the first try is made when half of the time is over.
    timings = Timings(lease=60.0, renewal=1.0, retry=0.01, give_up=2.0, look=0.01)
    task = asyncio.create_task(Standby(leases, "1", timings).serve("chat", work.do))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await loop.run_in_executor(None, leases.renewed_after.wait, PATIENCE_SECONDS)
    assert not work.ended.is_set()
    await stop(task)
    assert work.times == 1


def test_a_server_that_is_away_for_some_seconds_costs_nobody_the_connection() -> None:
    timings = Timings()
    assert timings.give_up - timings.renewal - 2 * timings.retry >= 4


async def test_that_a_lease_cannot_be_had_is_said_once_and_not_of_a_server_that_is_away(
    caplog: pytest.LogCaptureFixture,
) -> None:
    away = UnavailableError(Told("away"))
    away.__cause__ = IndexAway(Told("away"))
    work = Work()
    full = [UnavailableError(Told("full")) for _ in range(3)]
    leases = Unreachable([away, away, *full])
    task = asyncio.create_task(Standby(leases, "1", QUICK).serve("chat", work.do))
    async with asyncio.timeout(PATIENCE_SECONDS):
        await work.begun.wait()
    await stop(task)
    assert [each.getMessage() for each in caplog.records] == [
        "the lease of chat failed, and is tried again and again: full",
        "the lease of chat works again",
    ]
