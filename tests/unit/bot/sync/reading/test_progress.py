"""How far a channel was read back is told by the time that its messages span."""

from __future__ import annotations

from bot.sync.reading.progress import Stretch


def test_the_share_is_that_of_the_time_between_the_newest_message_and_the_channel_s_making() -> (
    None
):
    assert Stretch(100, 1100).read_to(850) == (250, 1000)


def test_no_more_is_done_than_there_is() -> None:
    assert Stretch(100, 1100).read_to(50) == (1000, 1000)
    assert Stretch(100, 1100).read_to(2000) == (0, 1000)


def test_it_is_not_done_before_its_threads_are() -> None:
    assert Stretch(100, 1100).read_to(None) == (999, 1000)


def test_where_nothing_but_threads_is_left_or_no_beginning_is_known_it_is_not_known() -> None:
    assert Stretch(1100, 1100).read_to(None) == (0, 0)
    assert Stretch(0, 1100).read_to(850) == (0, 0)
