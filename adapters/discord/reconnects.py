"""Says once that Discord is away, in place of a traceback for each try of discord.py."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.outages import Outage

_SAID_BY: Final = ("discord.shard", "discord.client")
_AGAIN: Final = "Attempting a reconnect"
_FIRST: Final = "Failed to connect for shard_id"
"""What discord.py says at each try of a connection, whose pauses grow by themselves, and at the
first one, which is not tried again for ever.
"""

_COUNTED: Final = (aiohttp.ClientError, discord.HTTPException)
"""What fails in a call of HTTP, which is counted where it is made."""


@contextmanager
def told_once(outage: Outage, lost: Callable[[], None]) -> Iterator[None]:
    """Have the outage told of tries that fail, and nothing logged of the tries themselves.

    Args:
        outage: Says it once.
        lost: Counts each connection that was lost or not greeted; calls that fail count anyway.
    """

    def is_news(record: logging.LogRecord) -> bool:
        said = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        if said.startswith((_AGAIN, _FIRST)) and not isinstance(error, _COUNTED):
            lost()
        if said.startswith(_AGAIN):
            outage.failed(f"no connection ({type(error).__name__})")
        return not said.startswith((_AGAIN, _FIRST))

    loggers = [logging.getLogger(name) for name in _SAID_BY]
    for logger in loggers:
        logger.addFilter(is_news)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(is_news)
