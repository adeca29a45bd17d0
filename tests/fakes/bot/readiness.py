"""Tells by its own address whether a bot is ready, and who asks is told that it is not."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final

import aiohttp

from adapters.monitoring.server import Monitoring
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.watching import WatchedChannel

CANNOT: Final = r"cannot be used at the moment.*\(error [0-9a-f]{8}\)"


@asynccontextmanager
async def monitored(channel: WatchedChannel) -> AsyncIterator[str]:
    """Give the address at which it is told whether the bot is ready, whose posts are whole."""

    async def problem() -> str:
        return ""

    server = Monitoring(channel.services, [channel.adapter], 0, problem)
    task = asyncio.create_task(server.run())
    try:
        yield f"{await server.address()}/readyz"
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def ready(url: str) -> str:
    """Return what is told there: "ready" and its line's end, or why it is not."""
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        text = await response.text()
        assert (response.status == 200) == (text == "ready\n")
        return text


async def until_ready(url: str) -> None:
    """Wait until it is told to be ready."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await ready(url) != "ready\n":
            pass


async def until_told_alone(channel: WatchedChannel) -> None:
    """Wait until who asked was told alone, with an id, that nothing can be answered."""
    async with asyncio.timeout(2 * PATIENCE_SECONDS):
        while not re.search(CANNOT, channel.told_alone):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)
    assert "cannot be used" not in channel.said_openly
