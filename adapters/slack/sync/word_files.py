"""Reads the files that hang on messages and hold words, where the messages do not have them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.markup.text_files import MOST_BYTES, decoded, is_document
from adapters.markup.word_files import MOST_DOCUMENT_BYTES, filed_of, small_enough, spoken
from adapters.slack.files import file_content
from bot.errors import BotError

if TYPE_CHECKING:
    from adapters.markup.word_files import Filed, Kind
    from adapters.slack.attached_files import Attached
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message

_WAIT_SECONDS: Final = 20

_log: Final = logging.getLogger(__name__)


def word_files(message: Message, *, reads_pdf: bool) -> list[tuple[Kind, Attached]]:
    """Return the files of a message that are read: small ones that hold words.

    Args:
        message: The message.
        reads_pdf: What reads PDF is installed.
    """
    return small_enough(
        (file.kind, file)
        for file in message.files
        if file.kind and (reads_pdf or not is_document(file.name))
    )


async def words_in(context: SlackContext, message: Message) -> Filed | None:
    """Return what the files of a message say.

    Returns:
        None where one cannot be fetched now; the next comparison with Slack tries again.
    """
    documents = context.services.documents
    read = []
    try:
        for kind, file in word_files(message, reads_pdf=documents.reads_pdf):
            async with asyncio.timeout(_WAIT_SECONDS):
                most = MOST_DOCUMENT_BYTES if kind == "document" else MOST_BYTES
                content = await file_content(context, message.team, file.url, file.name, most)
            if content is None:
                return None
            read.append((kind, file.name, await _words(context, kind, file.name, content)))
    except (SlackApiError, BotError, TimeoutError) as error:
        _log.warning(
            "the files of %s could not be fetched (%s)",
            f"{message.channel}/{message.ts}",
            type(error).__name__,
        )
        return None
    return filed_of(read)


async def _words(context: SlackContext, kind: Kind, name: str, content: bytes) -> str:
    if kind == "document":
        return await context.services.documents.text(name, content)
    return spoken(content) if kind == "transcript" else decoded(content)
