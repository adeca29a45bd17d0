"""Reads the text files that hang on messages."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

import discord

from adapters.discord.sender import FAILURES, reason
from adapters.markup.text_files import MOST_BYTES, decoded, is_text_file

_WAIT_SECONDS: Final = 20

_log: Final = logging.getLogger(__name__)


def text_files(message: discord.Message) -> list[discord.Attachment]:
    """Return the files of a message that are read: small ones that are called like text."""
    found, left = [], MOST_BYTES
    for file in message.attachments:
        if is_text_file(file.filename) and file.size <= left:
            found.append(file)
            left -= file.size
    return found


async def texts_in(message: discord.Message) -> str | None:
    """Return what the text files of a message say, "" where they say nothing.

    One that is gone is left out.

    Returns:
        None where one cannot be fetched now; the next comparison with Discord tries again.
    """
    try:
        async with asyncio.timeout(_WAIT_SECONDS):
            return "\n\n".join(filter(None, [await _text(each) for each in text_files(message)]))
    except FAILURES as error:
        _log.warning("the files of %s could not be fetched (%s)", message.id, reason(error))
        return None


async def _text(file: discord.Attachment) -> str:
    try:
        content = await file.read()
    except discord.NotFound:
        return ""
    return decoded(content)
