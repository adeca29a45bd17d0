"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import discord
from discord.utils import snowflake_time, time_snowflake, utcnow

from adapters.daily import MARGIN
from adapters.discord.attached import text_files, texts_in
from adapters.discord.posts import id_of, is_told, to_post
from adapters.meanwhile import Meanwhile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from adapters.discord.office import Office
    from bot.ledger.channels import Channel
    from index.posts import Post

PAGE: Final = 100
"""Messages that Discord gives at once."""

WHOLE: Final = "whole"
"""Noted of a place in place of its oldest message once all of it is read."""

NOT_THIS: Final = "🚫"
"""In a channel's topic, or as an author's reaction: what is written there is not kept."""

Readable = discord.TextChannel | discord.VoiceChannel | discord.Thread
Watchable = Readable | discord.ForumChannel


class Stretch(NamedTuple):
    """What is to be read of a channel, by time: how many messages it holds, nobody tells.

    A forum has no messages of its own; its threads count by when they were put to rest. Those
    of other channels are read last, and not counted.

    Attributes:
        first: When it was made, in milliseconds.
        last: Where the reading begins, or goes on.
        channel_id: The channel.
        is_forum: It is a forum.
    """

    first: int
    last: int
    channel_id: int = 0
    is_forum: bool = False

    @classmethod
    def of(cls, channel: Watchable, noted: str = "") -> Self:
        """Returns what is left of a channel, after what was noted of it before."""
        if isinstance(channel, discord.ForumChannel):
            now = _moment(time_snowflake(utcnow()))
            return cls(_moment(channel.id), now, channel.id, is_forum=True)
        newest = _moment(noted if noted.isdecimal() else channel.last_message_id or channel.id)
        return cls(newest if noted == WHOLE else _moment(channel.id), newest, channel.id)

    def reached(self, place: Readable, noted: str) -> tuple[int, int]:
        """Returns how much is done of how much, once a place is read to a message."""
        if self.is_forum:
            rested = utcnow()
            if isinstance(place, discord.Thread) and place.archived:
                rested = place.archive_timestamp
            return self.read_to(str(time_snowflake(rested)))
        return self.read_to(noted if place.id == self.channel_id else WHOLE)

    def read_to(self, noted: str) -> tuple[int, int]:
        """Returns how much is done of how much, once it is read to a message; 0 where unknown."""
        total = self.last - self.first
        done = total - 1 if noted == WHOLE else self.last - _moment(noted)
        return max(0, done), total


class Reading:
    """Makes posts of messages.

    Attributes:
        meanwhile: What was heard while pages of them were on their way.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self.meanwhile = Meanwhile()

    async def posts(self, messages: Sequence[discord.Message]) -> list[Post]:
        """Returns the posts that these messages are."""
        me = self._office.me
        told = [each for each in messages if is_told(each, me) and not await _is_kept_out(each)]
        stored = await self._stored([each for each in told if text_files(each)])
        posts = [await self._post(each, stored.get(id_of(each))) for each in told]
        return [post for post in posts if post is not None]

    async def _stored(self, messages: Sequence[discord.Message]) -> dict[str, Post]:
        ids = [id_of(each) for each in messages]
        return await self._office.room.library.posts(ids) if ids else {}

    async def _post(self, message: discord.Message, stored: Post | None) -> Post | None:
        """Returns the post that a message is with what its text files say.

        Where these cannot be fetched now it stays as it is stored by then, if it is.
        """
        filed = self._kept(message, stored) or await texts_in(message)
        as_it_is = {} if filed is not None else await self._stored([message])
        return as_it_is.get(id_of(message)) or to_post(message, self._office.me, filed or "")

    def _kept(self, message: discord.Message, stored: Post | None) -> str:
        """Returns what is stored of a message's files: without an edit they stay as they were.

        So the daily comparison fetches no file twice.
        """
        own = to_post(message, self._office.me)
        beginning = f"{own.text}\n\n" if own else ""
        if stored is None or message.edited_at or not stored.text.startswith(beginning):
            return ""
        return stored.text[len(beginning) :]


def since(record: Channel) -> int:
    """Returns the id of the first message that is looked at when a channel is caught up with."""
    newest = int(record.newest or 0)
    if record.read_at is None:
        return newest
    return min(newest, time_snowflake(record.read_at - MARGIN))


def newest_in(channel: Watchable, record: Channel) -> int:
    """Returns the id of the newest message that a channel, or a thread of it, is known to have."""
    places = (channel, *getattr(channel, "threads", ()))
    return max(int(record.newest or 0), *(place.last_message_id or 0 for place in places))


async def places_of(channel: Watchable, since: int = 0) -> AsyncIterator[Readable]:
    """Yields a channel and its public threads, those at rest last.

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
    """Says whether a channel's topic keeps its messages out."""
    own = channel.parent if isinstance(channel, discord.Thread) else channel
    return NOT_THIS in (getattr(own, "topic", None) or "")


async def _is_kept_out(message: discord.Message) -> bool:
    if is_closed(message.channel):
        return True
    for reaction in message.reactions:
        if str(reaction.emoji) == NOT_THIS:
            async for user in reaction.users():
                if user.id == message.author.id:
                    return True
    return False


def _moment(message_id: str | int) -> int:
    # An id begins with the time of its making.
    return int(message_id or 0) >> 22
