"""Asks Discord which questions are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord

from adapters.discord.ids import place_of
from adapters.discord.sender import FAILURES

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.messages import MessageHandler

_UNKNOWN_MESSAGE: Final = 10008


class AskedOnDiscord:
    """The messages that asked something (`AskedMessages`)."""

    def __init__(self, context: DiscordContext, message_handler: MessageHandler) -> None:
        self._context = context
        self._message_handler = message_handler

    async def is_gone(self, name: str) -> bool:
        """Return whether Discord says so; whoever serves direct messages asks for what is asleep.

        A channel that is gone took its answers with it, and one that is closed tells nothing.
        """
        channel_id, message_id = place_of(name)
        context = self._context
        if context.tasks.is_ending:
            return False
        if context.client.get_channel(channel_id) is None and not context.serves(0):
            return False
        try:
            await context.client.http.get_message(channel_id, message_id)
        except discord.NotFound as error:
            return error.code == _UNKNOWN_MESSAGE
        except FAILURES:
            return False
        return False

    async def on_deleted(self, name: str) -> None:
        """Take the answers to a message away."""
        channel_id, message_id = place_of(name)
        await self._message_handler.on_delete(channel_id, [message_id])
