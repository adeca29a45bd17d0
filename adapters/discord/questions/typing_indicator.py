"""Shows people that their question is being worked on, beside the work."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from adapters.discord.sender import FAILURES

if TYPE_CHECKING:
    import discord


class TypingSigns:
    """Shows that the bot types: no answer waits for it, nor for a rate limit on it.

    One at a time is on its way into a channel. It is never cancelled while the bot serves: a
    request that discord.py abandons while it waits out a global limit lets none through after it.
    """

    def __init__(self) -> None:
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def show(self, channel: discord.abc.MessageableChannel) -> None:
        """Show it soon, for some seconds."""
        if channel.id not in self._tasks:
            task = self._tasks[channel.id] = asyncio.create_task(_typed(channel))
            task.add_done_callback(lambda _: self._tasks.pop(channel.id, None))

    def close(self) -> None:
        """Give up what is on its way; nothing else is to be asked of Discord after it."""
        for task in self._tasks.values():
            task.cancel()


async def _typed(channel: discord.abc.MessageableChannel) -> None:
    with suppress(*FAILURES):
        await channel.typing()
