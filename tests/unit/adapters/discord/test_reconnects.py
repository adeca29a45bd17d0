from __future__ import annotations

import logging

import aiohttp
import discord
import pytest

from adapters.discord.reconnects import told_once
from bot.outages import Outage

AGAIN, FIRST = "Attempting a reconnect for shard ID %s", "Failed to connect for shard_id: %s"


@pytest.mark.parametrize("said", [AGAIN, FIRST])
@pytest.mark.parametrize(
    ("error", "count"),
    [
        (TimeoutError(), 1),  # the gateway never greets
        (discord.ConnectionClosed.__new__(discord.ConnectionClosed), 1),
        (ConnectionResetError(), 1),
        (aiohttp.ClientConnectionError(), 0),  # a call, which counts where it is made
        (aiohttp.ServerTimeoutError(), 0),
    ],
    ids=repr,
)
def test_a_connection_that_fails_is_counted_once_wherever_it_is_and_not_logged(
    caplog: pytest.LogCaptureFixture, said: str, error: Exception, count: int
) -> None:
    lost: list[None] = []
    with told_once(Outage("discord"), lambda: lost.append(None)):
        logging.getLogger("discord.shard").error(said, 0, exc_info=error)
    assert len(lost) == count
    assert [each for each in caplog.records if each.name == "discord.shard"] == []
