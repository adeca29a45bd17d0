"""What of channels is made no post of is counted once, however often they are read."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from bot.ledger.ledger import Ledger
from bot.sync.left_out import LeftOutCounts
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "discord:7"


@pytest.fixture
def counts(tmp_path: Path) -> Iterator[LeftOutCounts]:
    """The counts of one watched channel."""
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=9), utc_now)
    ledger.channels.put(Channel(ID, "discord", "discord:5", "#town"))
    yield LeftOutCounts(ledger)
    ledger.close()


def test_what_is_left_out_of_a_watched_channel_adds_up(counts: LeftOutCounts) -> None:
    counts.note(ID, "bot_messages", "notices")
    counts.note(ID, "bot_messages")
    counts.note("discord:8", "bot_messages")
    assert counts.of(ID) == {"bot_messages": 2, "notices": 1}
    assert counts.of("discord:8") == {}
    assert counts.told(ID) == {"channel_bots": 2, "notices": 1}


async def test_two_that_read_one_channel_at_once_count_each_message_once(
    counts: LeftOutCounts,
) -> None:
    counts.note(ID, "notices")
    both = asyncio.Barrier(2)

    async def read(*, all_of_it: bool) -> None:
        with counts.counting(ID, all_of_it=all_of_it):
            await both.wait()
            counts.note(ID, "bot_messages")
            await both.wait()

    await asyncio.gather(read(all_of_it=True), read(all_of_it=True))
    assert counts.of(ID) == {"bot_messages": 1}
    await asyncio.gather(read(all_of_it=False), read(all_of_it=False))
    assert counts.of(ID) == {"bot_messages": 1}


def test_a_reading_that_breaks_off_leaves_the_counts_as_they_were(counts: LeftOutCounts) -> None:
    counts.note(ID, "notices")

    def read() -> None:
        with counts.counting(ID, all_of_it=True):
            counts.note(ID, "bot_messages")
            raise ValueError("lost")

    with pytest.raises(ValueError, match="lost"):
        read()
    assert counts.of(ID) == {"notices": 1}
    counts.choose_apps(ID, are_kept=True)
    assert counts.takes_apps(ID)
