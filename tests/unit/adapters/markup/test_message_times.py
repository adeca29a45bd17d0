from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from adapters.markup.message_times import read_back_to, written_at
from bot.ledger.channels import Channel


@pytest.mark.parametrize(
    ("platform", "name", "when"),
    [
        ("discord", "1191364468531200000", datetime(2024, 1, 1, 12, 57, 3, tzinfo=UTC)),
        ("slack", "1704110417.000200", datetime(2024, 1, 1, 12, 0, 17, tzinfo=UTC)),
        ("slack", "", None),
        ("discord", "none", None),
    ],
)
def test_the_name_of_a_message_tells_when_it_was_written(
    platform: str, name: str, when: datetime | None
) -> None:
    found = written_at(platform, name)
    assert (found and found.replace(microsecond=0)) == when


def test_a_channel_that_was_read_whole_is_read_back_to_nothing() -> None:
    half = Channel("slack:T1/C1", "slack", "T1", "#nets", oldest="1704110417.000200")
    assert read_back_to(half) == datetime(2024, 1, 1, 12, 0, 17, tzinfo=UTC)
    assert read_back_to(replace(half, is_whole=True)) is None
