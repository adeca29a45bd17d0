"""Reads the files that hang on messages and hold words."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

import discord

from adapters.discord.sender import FAILURES, reason
from adapters.markup.text_files import decoded, holds_words, is_text_file
from adapters.markup.word_files import filed_of, kind_of, small_enough

if TYPE_CHECKING:
    from adapters.markup.word_files import Filed, Kind
    from bot.posts.documents import Documents

_WAIT_SECONDS: Final = 20

_log: Final = logging.getLogger(__name__)


def word_files(
    message: discord.Message, *, reads_pdf: bool
) -> list[tuple[Kind, discord.Attachment]]:
    """Return the files of a message that are read: small ones that hold words.

    Args:
        message: The message.
        reads_pdf: What reads PDF is installed.
    """
    kinds = (
        (kind_of(name, is_text=is_text_file(name), reads_pdf=reads_pdf), file)
        for file in message.attachments
        for name in [file.filename]
    )
    return small_enough((kind, file) for kind, file in kinds if kind is not None)


def unread(message: discord.Message, *, reads_pdf: bool) -> int:
    """Count the files of a message that hold words and are not read."""
    files = sum(holds_words(each.filename) for each in message.attachments)
    return files - len(word_files(message, reads_pdf=reads_pdf))


async def words_in(message: discord.Message, documents: Documents) -> Filed | None:
    """Return what the files of a message say; one that is gone is left out.

    Returns:
        None where one cannot be fetched now; the next comparison with Discord tries again.
    """
    read = []
    try:
        for kind, file in word_files(message, reads_pdf=documents.reads_pdf):
            async with asyncio.timeout(_WAIT_SECONDS):
                content = await _content(file)
            is_document = kind == "document" and content
            name = file.filename
            words = await documents.text(name, content) if is_document else decoded(content)
            read.append((kind, name, words))
    except FAILURES as error:
        _log.warning("the files of %s could not be fetched (%s)", message.id, reason(error))
        return None
    return filed_of(read)


async def _content(file: discord.Attachment) -> bytes:
    try:
        return await file.read()
    except discord.NotFound:
        return b""
