"""Processes that divide a platform's parts, over one ledger."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import PlatformError
from bot.ledger.leases import serving
from bot.ledger.ledger import Ledger
from bot.running.divided import Divided
from bot.running.standby import Standby, Timings
from index.error_sentences import Told
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from bot.ports import Ask

QUICK = Timings(lease=60.0, renewal=5.0, give_up=30.0, look=0.02)
NAMES = ("0/4", "1/4", "2/4", "3/4")


@dataclass
class Part:
    """Serves a part, and notes where another process serves it at the same time."""

    name: str = "discord"
    is_shared: bool = False
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    part: str = ""
    open_anywhere: set[str] = field(default_factory=set)
    begun: list[str] = field(default_factory=list)
    fails: Exception | None = None

    async def run(self, ask: Ask) -> None:
        del ask
        if self.fails is not None:
            raise self.fails
        assert self.part not in self.open_anywhere
        self.open_anywhere.add(self.part)
        self.begun.append(self.part)
        self.opened.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.open_anywhere.remove(self.part)


class Process:
    """One of several that divide the parts."""

    def __init__(self, ledger: Ledger, name: str, place: Place) -> None:
        self.parts = {
            each: Part(part=each, open_anywhere=place.open, begun=place.begun) for each in NAMES
        }
        self._ledger = replace(ledger, holder=name)
        self._sharing = Standby(ledger.leases, name, QUICK)
        self.divided = Divided(self.parts, self._sharing, self._ledger, 0.02)
        self.own = serving("discord", name)

    async def run(self) -> None:
        await self._sharing.serve(self.own, lambda: self.divided.run(ScriptedCore().ask))

    @property
    def serves(self) -> list[str]:
        return [name for name, each in self.parts.items() if each.opened.is_set()]


@dataclass
class Place:
    """Where they meet.

    Attributes:
        open: The parts that are served by now.
        begun: Each part, as often as it was begun.
    """

    ledger: Ledger
    open: set[str] = field(default_factory=set)
    begun: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def process(self, name: str) -> AsyncIterator[Process]:
        process = Process(self.ledger, name, self)
        task = asyncio.create_task(process.run())
        try:
            yield process
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with closing(Ledger.open(tmp_path / "ledger.db", KEEP, clock)) as ledger:
        yield Place(ledger)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)


async def test_one_alone_serves_all_and_hands_over_to_each_that_comes(place: Place) -> None:
    async with place.process("one") as one:
        await until(lambda: one.serves == [*NAMES])
        assert one.divided.opened.is_set()
        async with place.process("two") as two:
            await until(lambda: len(two.serves) == 2)
            assert one.serves == ["0/4", "1/4"]
            assert two.serves == ["2/4", "3/4"]
            # What stays is not begun again for that.
            assert sorted(place.begun) == ["0/4", "1/4", "2/4", "2/4", "3/4", "3/4"]
            async with place.process("three"):
                # Four among three: two at most for each, so nothing needs to move.
                await until(lambda: "three" in place.ledger.leases.served("discord"))
                assert len(one.serves) + len(two.serves) == 4
            await until(lambda: len(one.serves) + len(two.serves) == 4)
        await until(lambda: len(one.serves) == 4)
    assert place.open == set()


async def test_more_processes_than_parts_stand_by_and_take_over(place: Place) -> None:
    async with place.process("one") as one, place.process("two") as two:
        async with place.process("three") as three, place.process("four") as four:
            every = (one, two, three, four)
            await until(lambda: [len(each.serves) for each in every] == [1, 1, 1, 1])
            async with place.process("five") as five:
                await until(lambda: len(place.ledger.leases.served("discord")) == 9)
                assert five.serves == []
                assert not five.divided.opened.is_set()
        await until(lambda: len(one.serves) + len(two.serves) == 4)
    assert place.open == set()


async def test_what_a_dead_process_served_is_taken_over_once_its_leases_are_over(
    place: Place,
) -> None:
    leases = place.ledger.leases
    for name in ("2/4", "3/4", "dead"):
        assert leases.take(serving("discord", name), "dead", 60)
    async with place.process("one") as one:
        await until(lambda: one.serves == ["0/4", "1/4"])
        for name in ("2/4", "3/4", "dead"):
            leases.give_back(serving("discord", name), "dead")
        await until(lambda: one.serves == [*NAMES])


async def test_a_part_that_cannot_be_served_ends_all_of_them(place: Place) -> None:
    one = Process(place.ledger, "one", place)
    one.parts["1/4"].fails = PlatformError(Told("the token is not accepted"))
    with pytest.raises(PlatformError, match="not accepted"):
        await one.run()
    assert place.open == set()
    assert not place.ledger.leases.are_held()
