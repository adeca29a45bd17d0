"""Sends messages to Discord: in order, once, and nowhere else than allowed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord

from adapters.discord.rendering.layout import NO_PINGS
from bot.locks import KeyedLocks

if TYPE_CHECKING:
    from discord import ui

    from adapters.discord.direct_conversations import DirectConversations

LATE: Final = 10062
"""Discord's code for an interaction that was not acknowledged in time."""

TAKEN: Final = 40060
"""Discord's code for an interaction that another process has acknowledged."""

FAILURES: Final = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What asking Discord for something can end in."""

TRIES: Final = 5
"""The second comes at once, the others after pauses that grow by a second each time."""

_PAUSE_SECONDS: Final = 1.0
_LOST: Final = (aiohttp.ClientError, OSError, discord.DiscordServerError)
"""After these nobody knows whether what was asked was done."""

_NONCE: Final = 25


class Sender:
    """Sends one message after the other in each channel.

    Together, several sends in one channel lose their order as soon as a rate limit holds one of
    them back. A nonce made from what is answered lets Discord itself drop a second answer: one
    that is sent again because the first one's receipt was lost, or by a second process.

    Args:
        direct: Remembers with whom we speak directly.
    """

    def __init__(self, direct: DirectConversations) -> None:
        self._locks = KeyedLocks(asyncio.Lock)
        self.direct = direct

    async def reply(
        self, message: discord.Message, view: ui.LayoutView, nonce: str
    ) -> discord.Message:
        """Answer a message in its channel.

        Raises:
            discord.HTTPException: Discord does not take it.
            aiohttp.ClientError: Discord cannot be reached.
        """
        # Only who may read the history may point at a message in it.
        reference = (
            message.to_reference(fail_if_not_exists=False) if _may_point(message.channel) else None
        )
        return await self.send(message.channel, view, nonce, reference=reference)

    async def send(
        self,
        channel: discord.abc.Messageable,
        view: ui.LayoutView,
        nonce: str,
        *,
        reference: discord.MessageReference | None = None,
        pings: discord.AllowedMentions = NO_PINGS,
    ) -> discord.Message:
        """Send a message to a channel or a person.

        Raises:
            discord.HTTPException: Discord does not take it.
            aiohttp.ClientError: Discord cannot be reached.
        """
        more: dict[str, Any] = {} if reference is None else {"reference": reference}
        more |= {"nonce": nonce[:_NONCE], "allowed_mentions": pings, "mention_author": False}
        sent = await self._sent(channel, view, more)
        if isinstance(channel, discord.User | discord.Member):
            await self.direct.note(sent.channel.id, channel)
        return sent

    async def _sent(
        self, channel: discord.abc.Messageable, view: ui.LayoutView, more: dict[str, Any]
    ) -> discord.Message:
        async with self._locks.of(getattr(channel, "id", 0)):
            for attempt in range(TRIES - 1):
                try:
                    return await channel.send(view=view, **more)
                except _LOST:
                    # Its nonce makes a second one harmless.
                    await asyncio.sleep(attempt * _PAUSE_SECONDS)
            return await channel.send(view=view, **more)


def is_gone(error: BaseException | None) -> bool:
    """Tell whether an interaction cannot be answered: too late, or answered by another process."""
    return isinstance(error, discord.HTTPException) and error.code in {LATE, TAKEN}


def reason(error: Exception) -> str:
    """Return why something failed: in Discord's own words, but never a page of HTML."""
    if isinstance(error, discord.HTTPException) and not error.code:
        return f"{error.status} {error.response.reason}"
    return error.text if isinstance(error, discord.HTTPException) else str(error)


def _may_point(channel: object) -> bool:
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    return channel.permissions_for(channel.guild.me).read_message_history
