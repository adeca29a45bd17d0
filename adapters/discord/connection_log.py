"""Keeps to a line what discord.py logs of a connection that fails on its way there."""

from __future__ import annotations

import logging
from typing import Final

import aiohttp
import discord

from adapters.discord.sender import reason

_LOST: Final = (aiohttp.ClientError, OSError, discord.GatewayNotFound, discord.ConnectionClosed)

_OPENING: Final = "Failed to connect for shard_id"
"""How discord.py begins to say that the gateway does not open."""


def shorten() -> None:
    """Log no traceback where a connection is opened, or opened again, in vain."""
    for name in ("discord.shard", "discord.client"):
        logging.getLogger(name).addFilter(_in_a_line)


def _in_a_line(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, _LOST):
        said, why = record.getMessage(), reason(error) or type(error).__name__
        if said.startswith(_OPENING):
            said = "the gateway does not open, and is tried again: see DISCORD_GATEWAY_URL"
        record.msg, record.args = f"{said} ({why})", ()
        record.exc_info = record.exc_text = None
    return True
