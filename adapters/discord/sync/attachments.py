"""Reads the text files that hang on messages."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

import discord

from adapters.discord.sender import FAILURES, reason
from bot.text import plain

MOST_BYTES: Final = 256_000
"""What is read of the files of one message: larger ones are left out, they are no messages."""

_ENDINGS: Final = (".txt", ".text", ".md", ".markdown", ".rst", ".log", ".csv", ".tsv")
_WAIT_SECONDS: Final = 20

_log: Final = logging.getLogger(__name__)


def text_files(message: discord.Message) -> list[discord.Attachment]:
    """Returns the files of a message that are read: small ones that are called like text."""
    found, left = [], MOST_BYTES
    for file in message.attachments:
        if file.filename.lower().endswith(_ENDINGS) and file.size <= left:
            found.append(file)
            left -= file.size
    return found


async def texts_in(message: discord.Message) -> str | None:
    """Returns what the text files of a message say, "" where they say nothing.

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
    try:
        return plain(content.decode("utf-8-sig").replace("\r\n", "\n")).strip()
    except UnicodeDecodeError:  # no text, or in another encoding: what is guessed is no quote
        return ""
