from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from adapters.chat.tasks import TaskTracker
from tests.fakes.patience import PATIENCE_SECONDS


@dataclass
class Debt:
    """An answer that is owed until the test says so.

    Attributes:
        begun: It is being worked on.
        gate: It may be given.
        given: It was.
    """

    flight: TaskTracker
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    given: bool = False

    async def answer(self) -> None:
        with self.flight.answering(), self.flight.answering():
            self.begun.set()
            await self.gate.wait()
            self.given = True


async def started(debt: Debt) -> asyncio.Task[None]:
    task = asyncio.create_task(debt.answer())
    async with asyncio.timeout(PATIENCE_SECONDS):
        await debt.begun.wait()
    return task


async def test_where_nothing_is_owed_the_end_comes_at_once() -> None:
    nothing = TaskTracker()
    await nothing.finish(PATIENCE_SECONDS)
    assert nothing.is_ending


async def test_an_answer_in_flight_is_finished_first() -> None:
    debt = Debt(TaskTracker())
    task = await started(debt)

    async def give() -> None:
        debt.gate.set()

    async with asyncio.timeout(PATIENCE_SECONDS):
        await asyncio.gather(debt.flight.finish(PATIENCE_SECONDS), give())
    assert task.done()
    assert debt.given


async def test_an_answer_that_takes_too_long_is_ended() -> None:
    debt = Debt(TaskTracker())
    task = await started(debt)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await debt.flight.finish(0.001)
    assert task.cancelled()
    assert not debt.given


async def test_an_answer_that_was_given_is_owed_no_more_though_its_task_goes_on() -> None:
    flight, forever, answered = TaskTracker(), asyncio.Event(), asyncio.Event()

    async def serve() -> None:
        with flight.answering():
            pass
        answered.set()
        await forever.wait()

    task = asyncio.create_task(serve())
    async with asyncio.timeout(PATIENCE_SECONDS):
        await answered.wait()
        await flight.finish(PATIENCE_SECONDS)
    assert not task.done()
    forever.set()
    await task


async def test_counting_twice_is_counting_once_until_the_outer_end() -> None:
    flight = TaskTracker()
    with flight.answering():
        with flight.answering():
            pass
        assert len(flight._tasks) == 1  # noqa: SLF001 - the outer one still owes an answer
    assert len(flight._tasks) == 0  # noqa: SLF001 - and now nothing does
