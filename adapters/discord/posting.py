"""Sends messages to Discord: in order, once, and nowhere else than allowed."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakValueDictionary

import discord

from adapters.discord.layout import NO_PINGS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from discord import ui

LATE: Final = 10062
"""Discord's code for an interaction that was not acknowledged in time."""

_NONCE: Final = 25


class Posting:
    """Sends one message after the other in each channel.

    Together, several sends in one channel lose their order as soon as a rate limit holds one of
    them back. A nonce made from what is answered lets Discord itself drop a second answer: one
    that is sent again because the first one's receipt was lost, or by a second process.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def reply(
        self, message: discord.Message, view: ui.LayoutView, nonce: str
    ) -> discord.Message:
        """Answers a message in its channel.

        Raises:
            discord.HTTPException: Discord does not take it.
        """
        reference = message.to_reference(fail_if_not_exists=False)
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
        """Sends a message to a channel or a person.

        Raises:
            discord.HTTPException: Discord does not take it.
        """
        more: dict[str, Any] = {} if reference is None else {"reference": reference}
        async with self.in_order(getattr(channel, "id", 0)):
            return await channel.send(
                view=view,
                nonce=nonce[:_NONCE],
                allowed_mentions=pings,
                mention_author=False,
                **more,
            )

    @asynccontextmanager
    async def in_order(self, channel_id: int) -> AsyncIterator[None]:
        """Lets one sender after the other into a channel."""
        lock = self._locks.setdefault(channel_id, asyncio.Lock())
        async with lock:
            yield


def may_write(channel: object, me: discord.ClientUser) -> bool:
    """Says whether we may write into a channel, as far as its permissions tell."""
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    member = channel.guild.me
    if member is None or member.id != me.id:
        return False
    permissions = channel.permissions_for(member)
    if isinstance(channel, discord.Thread):
        return permissions.send_messages_in_threads
    return permissions.send_messages
