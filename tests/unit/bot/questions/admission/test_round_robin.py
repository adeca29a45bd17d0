from __future__ import annotations

from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question_and_answer import Asker
from bot.questions.admission.round_robin import RoundRobin, Shares, Whose

TURNS = st.builds(Whose, st.sampled_from("xyz"), st.sampled_from("abc"))


def waiting(*turns: str) -> RoundRobin[str]:
    """Return a queue in which "xa1" waits for person a in channel x."""
    queue: RoundRobin[str] = RoundRobin()
    for each in turns:
        queue.append(Whose(each[0], each[1]), each)
    return queue


def emptied(queue: RoundRobin[str]) -> list[str]:
    found = []
    while queue:
        found.append(queue.popleft())
    return found


def test_channels_take_turns_and_in_each_its_people_do() -> None:
    queue = waiting("xa1", "xa2", "xa3", "xb1", "ya1", "yb1", "yb2")
    assert emptied(queue) == ["xa1", "ya1", "xb1", "yb1", "xa2", "yb2", "xa3"]


def test_what_waits_no_longer_takes_up_no_turn() -> None:
    queue = waiting("xa1", "xa2", "ya1", "yb1")
    queue.discard(Whose("x", "a"), "xa1")
    queue.discard(Whose("y", "a"), "ya1")
    for gone in (Whose("y", "a"), Whose("y", "b"), Whose("z", "a")):
        queue.discard(gone, "ya1")
    assert emptied(queue) == ["xa2", "yb1"]


def test_all_threads_of_a_channel_are_one_channel() -> None:
    asker = Asker("slack", "T1/U1", "Ada")
    assert Whose.of(asker, "slack:T1/C1/17.4") == Whose.of(asker, "slack:T1/C1/17.9")
    assert Whose.of(asker, "slack:T1/C1") != Whose.of(asker, "slack:T1/C2")


@pytest.mark.parametrize(
    ("whose", "ahead"),
    [
        (Whose("loud", "ada"), 32),  # all of her own, and one of each of the others
        (Whose("loud", "ben"), 4),  # his own, two of hers, and one of the quiet channel
        (Whose("loud", "new"), 3),
        (Whose("quiet", "cid"), 3),
        (Whose("new", "new"), 2),
    ],
)
def test_who_asks_little_has_few_before_them_however_much_others_ask(
    whose: Whose, ahead: int
) -> None:
    shares = Shares()
    with ExitStack() as stack:
        for each in [("loud", "ada")] * 30 + [("loud", "ben"), ("quiet", "cid")]:
            stack.enter_context(shares.counted(Whose(*each)))
        assert shares.ahead(whose) == ahead
    assert (len(shares), shares.ahead(whose)) == (0, 0)


@given(st.lists(TURNS, max_size=30), TURNS)
def test_no_more_have_their_turn_before_than_is_said(before: list[Whose], own: Whose) -> None:
    shares, queue = Shares(), RoundRobin[int]()
    with ExitStack() as stack:
        for each in before:
            stack.enter_context(shares.counted(each))
            queue.append(each, 0)
        queue.append(own, 1)
        ahead = 0
        while not queue.popleft():
            ahead += 1
        assert ahead <= shares.ahead(own) <= len(before)
