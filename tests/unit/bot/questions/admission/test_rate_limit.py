from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import TooManyQuestions
from bot.question_and_answer import Asker
from bot.questions.admission.rate_limit import WINDOW_SECONDS, RateLimit

ADA = Asker("discord", "1", "Ada")
BEN = Asker("discord", "2", "Ben")
SQUARE = "discord:7"


@dataclass
class Clock:
    """A clock that a test moves by hand."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    """A clock at some moment."""
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> RateLimit:
    """Two questions a minute."""
    return RateLimit(2, clock)


def test_as_many_questions_are_taken_as_may_be_asked_in_a_minute(
    limits: RateLimit, clock: Clock
) -> None:
    limits.take(ADA, SQUARE)
    clock.seconds += 20
    limits.take(ADA, SQUARE)
    clock.seconds += 10
    with pytest.raises(TooManyQuestions, match="ask again in 30 seconds") as caught:
        limits.take(ADA, SQUARE)
    assert caught.value.retry_after == 30


def test_whoever_waits_as_long_as_was_said_is_heard_again(limits: RateLimit, clock: Clock) -> None:
    for _ in range(2):
        limits.take(ADA, SQUARE)
        clock.seconds += 0.4
    with pytest.raises(TooManyQuestions) as caught:
        limits.take(ADA, SQUARE)
    told = int(str(caught.value).split("again in ")[1].split()[0])
    clock.seconds += told
    limits.take(ADA, SQUARE)


def test_a_question_that_was_one_too_many_is_not_counted(limits: RateLimit, clock: Clock) -> None:
    for _ in range(2):
        limits.take(ADA, SQUARE)
    for _ in range(5):
        clock.seconds += 11
        with pytest.raises(TooManyQuestions):
            limits.take(ADA, SQUARE)
    clock.seconds += 5
    limits.take(ADA, SQUARE)


def test_one_who_asks_too_much_holds_nobody_else_back(limits: RateLimit) -> None:
    for _ in range(2):
        limits.take(ADA, SQUARE)
    limits.take(BEN, SQUARE)
    limits.take(Asker("slack", ADA.id, "Ada"), SQUARE)
    with pytest.raises(TooManyQuestions):
        limits.take(Asker(ADA.platform, ADA.id, "Ada, under another name"), SQUARE)


def test_whoever_asked_nothing_for_a_minute_is_not_remembered(
    limits: RateLimit, clock: Clock
) -> None:
    limits.take(ADA, SQUARE)
    clock.seconds += WINDOW_SECONDS
    limits.take(BEN, SQUARE)
    assert "Ada" not in repr(limits)
    assert ("discord", "1") not in limits._asked  # noqa: SLF001 - forgetting shows nowhere else


@given(st.lists(st.floats(0, 40), max_size=60), st.integers(1, 5))
def test_no_minute_ever_has_more_questions_than_the_limit(waits: list[float], most: int) -> None:
    clock = Clock()
    limits = RateLimit(most, clock)
    taken: list[float] = []
    for wait in waits:
        clock.seconds += wait
        within = [at for at in taken if at > clock.seconds - WINDOW_SECONDS]
        try:
            limits.take(ADA, SQUARE)
            taken.append(clock.seconds)
            assert len(within) < most
        except TooManyQuestions:
            assert len(within) == most


def test_who_is_held_back_is_told_so_once_a_minute(limits: RateLimit, clock: Clock) -> None:
    assert [limits.tells(ADA), limits.tells(ADA), limits.tells(BEN)] == [True, False, True]
    clock.seconds += WINDOW_SECONDS
    assert limits.tells(ADA)


def test_whether_a_question_would_be_taken_can_be_known_before(limits: RateLimit) -> None:
    limits.take(ADA, SQUARE)
    limits.check(ADA, SQUARE)
    limits.check(ADA, SQUARE)
    limits.take(ADA, SQUARE)
    with pytest.raises(TooManyQuestions):
        limits.check(ADA, SQUARE)
