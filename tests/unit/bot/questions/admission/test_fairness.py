"""One busy channel or person starves nobody else, by an answerer that the test lets go on."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from bot.errors import TooBusy
from bot.question_and_answer import Asker
from bot.questions.admission.admission import AT_ONCE, MOST_HELD, Admission
from bot.questions.admission.round_robin import Whose
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from bot.services import Services

SECONDS = 1.0
"""How long a search takes by the clock."""


class Gate:
    """Answers a question when it is let through, and notes whose it was."""

    def __init__(self) -> None:
        self.clock_seconds = 0.0
        self.order: list[str] = []
        self._open = asyncio.Semaphore(0)

    def clock(self) -> float:
        return self.clock_seconds

    def let_through(self, count: int) -> None:
        for _ in range(count):
            self._open.release()

    async def ask(self, question: Question) -> Answer:
        await self._open.acquire()
        self.clock_seconds += SECONDS
        self.order.append(question.id)
        return missed(question)


async def until_they_wait() -> None:
    """Let every task come as far as it can."""
    for _ in range(50):
        await asyncio.sleep(0)


async def timed(admission: Admission, gate: Gate) -> None:
    """Have searches take so long."""
    for _ in range(9):
        async with admission.turn(Whose("c", "p")):
            gate.clock_seconds += SECONDS


@pytest.mark.parametrize(
    ("channel", "person"),
    [("discord:2", "ben"), ("discord:1", "ben"), ("discord:2", "ada")],
    ids=["another", "another in the same channel", "the same in another channel"],
)
async def test_who_asks_after_a_flood_is_answered_among_the_next(
    services: Services, channel: str, person: str
) -> None:
    gate = Gate()
    questions = services.question_service(gate.ask)
    services.limits.most, services.limits.admission = 99, Admission(clock=gate.clock)

    async def ask(id_: str, where: str, who: str) -> None:
        await questions.ask(asked(f"What of {id_}?", id_, conversation=where, asker=whose(who)))

    def whose(name: str) -> Asker:
        return Asker("discord", name, name)

    async with asyncio.timeout(PATIENCE_SECONDS), asyncio.TaskGroup() as group:
        for number in range(20):
            group.create_task(ask(f"flood {number}", "discord:1", "ada"))
        await until_they_wait()
        late = group.create_task(ask("late", channel, person))
        await until_they_wait()
        assert services.limits.admission.in_hand == 21
        gate.let_through(21)
        await late
    assert gate.order.index("late") <= AT_ONCE + 1
    assert len(gate.order) == 21


async def test_a_busy_channel_has_no_question_of_another_refused() -> None:
    gate = Gate()
    admission = Admission(longest_seconds=5, clock=gate.clock)
    await timed(admission, gate)
    loud, quiet = Whose("loud", "ada"), Whose("quiet", "ben")
    async with AsyncExitStack() as stack:
        for _ in range(6):
            stack.enter_context(admission.taken(loud))
        with pytest.raises(TooBusy, match="6 questions before yours: ask again in 6 sec"):
            admission.check(loud)
        admission.check(Whose("loud", "ben"))
        for _ in range(3):
            stack.enter_context(admission.taken(quiet))
        with pytest.raises(TooBusy):
            admission.check(quiet)


async def test_however_many_ask_no_more_are_in_hand_than_are_answered_soon() -> None:
    gate = Gate()
    admission = Admission(longest_seconds=5, clock=gate.clock)
    await timed(admission, gate)
    refused = 0
    async with AsyncExitStack() as stack:
        for number in range(1_000):
            whose = Whose(f"channel {number % 8}", f"person {number % 200}")
            try:
                stack.enter_context(admission.taken(whose))
            except TooBusy:
                refused += 1
        # Each comes soon by what was asked before it, and the most are in the fewest channels.
        assert admission.in_hand == 1_000 - refused <= 6 + 6 // 2 + 6 // 3 + 3
    assert admission.in_hand == 0


async def test_no_more_are_held_than_fit_where_nothing_can_be_looked_up_or_delivered() -> None:
    admission = Admission()
    loud, other = Whose("loud", "ada"), Whose("loud", "ben")
    async with AsyncExitStack() as stack:
        for _ in range(MOST_HELD):
            admission.check_arrival(loud)
            stack.enter_context(admission.held(loud))
        with pytest.raises(TooBusy, match=f"busy, {MOST_HELD} questions before yours"):
            admission.check_arrival(loud)
        admission.check_arrival(other)
        admission.check(loud)
    admission.check_arrival(loud)
