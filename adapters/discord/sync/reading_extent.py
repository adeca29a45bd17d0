"""How much of a channel there is to read, and how much of it is read; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.utils import time_snowflake, utcnow

from bot.sync.reading.backfill import WHOLE
from bot.sync.reading.progress import Stretch

if TYPE_CHECKING:
    from adapters.discord.sync.channels import Readable, Watchable


def stretch_of(channel: Watchable, noted: str = "") -> Stretch:
    """Return what is left of a channel, in milliseconds, after what was noted of it before."""
    made = _moment(channel.id)
    if isinstance(channel, discord.ForumChannel):
        return Stretch(made, _moment(time_snowflake(utcnow())))
    newest = _moment(noted if noted.isdecimal() else channel.last_message_id or channel.id)
    return Stretch(newest if noted == WHOLE else made, newest)


def moment_of(channel: Watchable, place: Readable, noted: str) -> int | None:
    """Return to when a channel is read back, once a place of it is read to a message.

    A forum has no messages of its own; its threads count by when they were put to rest. Those
    of other channels are read last: None.
    """
    if isinstance(channel, discord.ForumChannel):
        rested = utcnow()
        if isinstance(place, discord.Thread) and place.archived:
            rested = place.archive_timestamp
        return _moment(time_snowflake(rested))
    return _moment(noted) if place.id == channel.id and noted != WHOLE else None


def _moment(message_id: str | int) -> int:
    # An id begins with the time of its making.
    return int(message_id or 0) >> 22
