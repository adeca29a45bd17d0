"""How far a channel was read back is told by the time that its messages span."""

from __future__ import annotations

from adapters.discord.sync.history import Stretch
from bot.sync.backfill import WHOLE


def id_at(milliseconds: int) -> str:
    return str((milliseconds << 22) + 5)


def test_the_share_is_that_of_the_time_between_the_newest_message_and_the_channel_s_making() -> (
    None
):
    assert Stretch(100, 1100).read_to(id_at(850)) == (250, 1000)


def test_it_is_not_done_before_its_threads_are() -> None:
    assert Stretch(100, 1100).read_to(WHOLE) == (999, 1000)


def test_where_nothing_but_threads_is_left_it_is_not_known() -> None:
    assert Stretch(1100, 1100).read_to(WHOLE) == (0, 0)
    assert Stretch(1100, 1100).read_to("") == (1100, 0)
