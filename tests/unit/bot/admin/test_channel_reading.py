"""Several channels are read one after the other, and one that cannot be read costs no other."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.admin.channel_reading import ChannelReading
from bot.errors import ChannelClosed, UnavailableError
from bot.ledger.channels import Channel
from bot.ledger.jobs import Job, new_job
from bot.ledger.ledger import REPEATED, Ledger
from index.error_sentences import Told
from index.ingest.counts import Counts
from tests.fakes.bot.ledgers import NOW, clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ports import Report


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger.open(tmp_path / "ledger.db", REPEATED, clock)) as opened:
        opened.channels.put(Channel("slack:T/C2", "slack", "T", "#closed"))
        yield opened


def job(*channels: str) -> Job:
    return new_job(
        "slack", "watch", " ".join(channels), workspace_id="T", audience="", locale="en",
        started_at=NOW,
    )  # fmt: skip


async def backfill(channel: str, report: Report) -> Counts:
    """Read a channel of two posts, half of which are reported; one is closed."""
    if channel == "slack:T/C2":
        raise ChannelClosed("Slack", "not_in_channel")
    report(1, 2, Counts(new=1))
    return Counts(new=2)


def unread(_: Job, channel: str, error: Exception) -> str:
    return f"{channel}: {error.values['reason'] if isinstance(error, ChannelClosed) else ''}"


async def test_what_cannot_be_read_of_several_is_named_and_the_rest_is_read(
    ledger: Ledger,
) -> None:
    begun = job("slack:T/C1", "slack:T/C2", "slack:T/C3")
    ledger.jobs.put(begun)
    reported: list[tuple[int, int, int]] = []

    def report(done: int, total: int, counts: Counts) -> None:
        reported.append((done, total, counts.new))
        (left,) = ledger.jobs.unfinished("slack")
        assert left.channels[-1] == "slack:T/C3"

    counts = await ChannelReading(ledger, backfill, unread).read(begun, report)
    assert (counts.new, counts.examples) == (4, ("slack:T/C2: not_in_channel",))
    assert reported == [(500, 3_000, 1), (2_500, 3_000, 3)]
    assert ledger.jobs.unfinished("slack") == [replace(begun, subject="")]


async def test_what_keeps_posts_from_being_stored_ends_the_job_and_none_is_passed_over(
    ledger: Ledger,
) -> None:
    begun = job("slack:T/C1", "slack:T/C3", "slack:T/C4")
    ledger.jobs.put(begun)

    async def fill(channel: str, report: Report) -> Counts:
        if channel == "slack:T/C3":
            raise UnavailableError(Told("the disk is full"))
        return await backfill(channel, report)

    with pytest.raises(UnavailableError, match="full"):
        await ChannelReading(ledger, fill, unread).read(begun, lambda *_: None)
    (left,) = ledger.jobs.unfinished("slack")
    assert left.channels == ["slack:T/C3", "slack:T/C4"]


async def test_the_only_channel_that_cannot_be_read_fails_the_job(ledger: Ledger) -> None:
    with pytest.raises(ChannelClosed):
        await ChannelReading(ledger, backfill, unread).read(
            job("slack:T/C2"), lambda *_: pytest.fail("nothing was read")
        )
