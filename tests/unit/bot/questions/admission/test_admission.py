from __future__ import annotations

import asyncio

import pytest

from bot.errors import TooBusy
from bot.questions.admission.admission import AT_ONCE, Admission
from bot.questions.admission.round_robin import Whose
from tests.fakes.patience import PATIENCE_SECONDS

HERE = Whose("c", "ada")


class Clock:
    """A clock that a test moves by hand."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


async def asks(
    admission: Admission,
    channel: str,
    order: list[str],
    goes_on: asyncio.Event,
    person: str = "ada",
) -> None:
    async with admission.turn(Whose(channel, person)):
        order.append(channel)
        await goes_on.wait()


async def all_begun() -> None:
    """Let every task come as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_channels_take_turns_however_much_is_asked_in_one() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    channels = ["loud"] * (AT_ONCE + 4) + ["quiet", "calm"]
    tasks = [asyncio.create_task(asks(admission, each, order, goes_on)) for each in channels]
    await all_begun()
    goes_on.set()
    await asyncio.gather(*tasks)
    assert order == ["loud"] * (AT_ONCE + 1) + ["quiet", "calm"] + ["loud"] * 3


async def test_no_more_are_let_through_at_once_than_there_is_room_for() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    tasks = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(9)]
    await all_begun()
    assert len(order) == AT_ONCE
    goes_on.set()
    await asyncio.gather(*tasks)
    assert len(order) == 9


async def test_who_gives_up_waiting_keeps_nobody_else_from_being_answered() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    tasks = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(AT_ONCE + 4)]
    await all_begun()
    waiting = tasks[AT_ONCE:]
    waiting[0].cancel()
    goes_on.set()
    await asyncio.sleep(0)  # the first of those that wait is let through, and not yet there
    waiting[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asks(admission, "late", order, goes_on)
    assert order[-1] == "late"
    assert all(each.done() for each in tasks)
    assert not waiting[2].cancelled()
    assert not waiting[3].cancelled()


async def test_who_gives_up_just_when_their_turn_comes_leaves_it_to_the_next() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    tasks = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(AT_ONCE)]
    gone = asyncio.create_task(asks(admission, "gone", order, goes_on))
    last = asyncio.create_task(asks(admission, "last", order, goes_on))
    await all_begun()
    goes_on.set()
    gone.cancel()  # the others pass their turn on before this is heard
    await asyncio.gather(*tasks, last)
    with pytest.raises(asyncio.CancelledError):
        await gone
    assert order == ["c"] * AT_ONCE + ["last"]


async def test_what_would_wait_too_long_is_refused_and_told_when_to_ask_again() -> None:
    clock = Clock()
    admission = Admission(longest_seconds=5, clock=clock)
    for _ in range(200):  # two seconds each: what was guessed is forgotten
        async with admission.turn(HERE):
            clock.seconds += 2
    with admission.taken(HERE), admission.taken(HERE):
        admission.check(HERE)
        with admission.taken(HERE):
            with pytest.raises(TooBusy, match="ask again in 6 seconds") as caught:
                admission.check(HERE)
            with pytest.raises(TooBusy), admission.taken(HERE):
                pytest.fail("it was taken")
        admission.check(HERE)
    assert round(caught.value.retry_after) == 6


async def test_one_search_of_a_minute_turns_nobody_away() -> None:
    clock = Clock()
    admission = Admission(longest_seconds=5, clock=clock)
    for seconds in (60.0, 0.1, 0.1, 60.0, 0.1):  # a model is loaded, and loaded again
        with admission.taken(HERE):
            async with admission.turn(HERE):
                clock.seconds += seconds
            admission.check(HERE)
            with admission.taken(HERE):
                admission.check(HERE)


async def test_a_search_that_another_was_waited_for_counts_from_the_end_of_that() -> None:
    clock = Clock()
    admission = Admission(longest_seconds=5, clock=clock)
    for _ in range(100):  # two are in the turn at once, and one second apart
        async with admission.turn(HERE):
            async with admission.turn(HERE):
                clock.seconds += 1
            clock.seconds += 1
    with admission.taken(HERE), admission.taken(HERE), admission.taken(HERE):
        admission.check(HERE)


async def test_who_waited_too_long_all_the_same_is_told_so_too() -> None:
    admission = Admission(longest_seconds=0.01)
    goes_on = asyncio.Event()
    tasks = [asyncio.create_task(asks(admission, "c", [], goes_on)) for _ in range(AT_ONCE)]
    await asyncio.sleep(0)
    with pytest.raises(TooBusy):
        async with admission.turn(HERE):
            pytest.fail("it was let through")
    goes_on.set()
    await asyncio.gather(*tasks)
    async with admission.turn(HERE):
        pass


async def corrects(admission: Admission, order: list[str], goes_on: asyncio.Event) -> None:
    async with admission.spare_turn():
        order.append("correction")
        await goes_on.wait()


async def test_a_correction_lets_every_question_go_before_it() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    asked = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(AT_ONCE)]
    await all_begun()
    mended = asyncio.create_task(corrects(admission, order, goes_on))
    await all_begun()
    asked += [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(3)]
    await all_begun()
    goes_on.set()
    await asyncio.gather(*asked, mended)
    assert order == ["c"] * (AT_ONCE + 3) + ["correction"]
    assert admission.in_hand == 0


async def test_a_correction_that_is_being_made_counts_for_who_asks() -> None:
    admission, order, goes_on = Admission(longest_seconds=0.05), list[str](), asyncio.Event()
    mended = asyncio.create_task(corrects(admission, order, goes_on))
    await all_begun()
    with pytest.raises(TooBusy):
        admission.check(HERE)
    goes_on.set()
    await mended
    admission.check(HERE)


async def test_a_correction_goes_on_where_questions_never_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.questions.admission.admission.YIELDING_SECONDS", 0)
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    asked = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(AT_ONCE)]
    await all_begun()
    mended = asyncio.create_task(corrects(admission, order, goes_on))
    await all_begun()
    assert order[-1] == "correction"
    goes_on.set()
    await asyncio.gather(*asked, mended)


async def test_a_correction_that_is_given_up_keeps_no_turn() -> None:
    admission, order, goes_on = Admission(), list[str](), asyncio.Event()
    asked = [asyncio.create_task(asks(admission, "c", order, goes_on)) for _ in range(AT_ONCE)]
    await all_begun()
    mended = asyncio.create_task(corrects(admission, order, goes_on))
    await all_begun()
    mended.cancel()
    goes_on.set()
    await asyncio.gather(*asked)
    async with asyncio.timeout(PATIENCE_SECONDS):
        for _ in range(AT_ONCE):
            await asks(admission, "c", order, goes_on)
    assert order == ["c"] * AT_ONCE * 2
