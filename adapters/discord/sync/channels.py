"""Which channels can be watched, and the threads that are read with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.utils import snowflake_time

from adapters.markup.discord_post_rules import is_closed_by

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.ledger.channels import Channel

Readable = discord.TextChannel | discord.VoiceChannel | discord.Thread

Watchable = Readable | discord.ForumChannel


def newest_in(channel: Watchable, record: Channel) -> int:
    """Return the id of the newest message that a channel, or a thread of it, is known to have."""
    places = (channel, *getattr(channel, "threads", ()))
    return max(int(record.newest or 0), *(place.last_message_id or 0 for place in places))


async def places_of(channel: Watchable, since: int = 0) -> AsyncIterator[Readable]:
    """Yield a channel and its public threads, those at rest last.

    Args:
        channel: The channel.
        since: An id: threads that were put to rest before that moment are left out.
    """
    if not isinstance(channel, discord.ForumChannel):
        yield channel
    if isinstance(channel, discord.TextChannel | discord.ForumChannel):
        met = set()
        async for thread in _threads_of(channel, snowflake_time(since)):
            if thread.id not in met and not thread.is_private():
                met.add(thread.id)
                yield thread


async def _threads_of(
    channel: discord.TextChannel | discord.ForumChannel, since: datetime
) -> AsyncIterator[discord.Thread]:
    for thread in channel.threads:
        yield thread
    async for thread in channel.archived_threads(limit=None):
        if thread.archive_timestamp < since:  # the one put to rest last comes first
            break
        yield thread
    for thread in channel.threads:  # one that woke up meanwhile was in neither list
        yield thread


def is_closed(channel: object) -> bool:
    """Return whether a channel's topic keeps its messages out."""
    own = channel.parent if isinstance(channel, discord.Thread) else channel
    return is_closed_by(getattr(own, "topic", None) or "")
