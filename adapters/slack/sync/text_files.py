"""Reads the text files that hang on messages, where the messages do not have their words."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.markup.text_files import MOST_BYTES, decoded, is_text_file
from adapters.slack.files import file_content
from bot.errors import BotError

if TYPE_CHECKING:
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Attached, Message

_WAIT_SECONDS: Final = 20

_log: Final = logging.getLogger(__name__)


def text_files(message: Message) -> list[Attached]:
    """Return the files of a message that are read: small ones that are called like text."""
    found, left = [], MOST_BYTES
    for file in message.files:
        if is_text_file(file.name) and file.url and not file.is_told and file.size <= left:
            found.append(file)
            left -= file.size
    return found


async def texts_in(context: SlackContext, message: Message) -> str | None:
    """Return what the text files of a message say, "" where they say nothing.

    Returns:
        None where one cannot be fetched now; the next comparison with Slack tries again.
    """
    texts = []
    try:
        async with asyncio.timeout(_WAIT_SECONDS):
            for file in text_files(message):
                content = await file_content(context, message.team, file.url, file.name, MOST_BYTES)
                if content is None:
                    return None
                texts.append(decoded(content))
    except (SlackApiError, BotError, TimeoutError) as error:
        _log.warning("the files of %s could not be fetched (%s)", message.ts, type(error).__name__)
        return None
    return "\n\n".join(filter(None, texts))
