"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import discord
from discord.utils import time_snowflake, utcnow

from adapters.discord.ids import id_of
from adapters.discord.sync.attachments import text_files, texts_in
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.posts import NOT_THIS, is_told, to_post
from bot.sync.backfill import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.channels import Readable, Watchable
    from index.posts import Post


PAGE: Final = 100
"""Messages that Discord gives at once."""


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


class PostReader:
    """Makes posts of messages."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    async def posts(self, messages: Sequence[discord.Message]) -> list[Post]:
        """Returns the posts that these messages are."""
        me = self._context.me
        told = [each for each in messages if is_told(each, me) and not await _is_kept_out(each)]
        stored = await self._stored([each for each in told if text_files(each)])
        posts = [await self._post(each, stored.get(id_of(each))) for each in told]
        return [post for post in posts if post is not None]

    async def _stored(self, messages: Sequence[discord.Message]) -> dict[str, Post]:
        ids = [id_of(each) for each in messages]
        return await self._context.services.library.posts(ids) if ids else {}

    async def _post(self, message: discord.Message, stored: Post | None) -> Post | None:
        """Returns the post that a message is with what its text files say.

        Where these cannot be fetched now it stays as it is stored by then, if it is.
        """
        filed = self._kept(message, stored) or await texts_in(message)
        as_it_is = {} if filed is not None else await self._stored([message])
        return as_it_is.get(id_of(message)) or to_post(message, self._context.me, filed or "")

    def _kept(self, message: discord.Message, stored: Post | None) -> str:
        """Returns what is stored of a message's files: without an edit they stay as they were.

        So the daily comparison fetches no file twice.
        """
        own = to_post(message, self._context.me)
        beginning = f"{own.text}\n\n" if own else ""
        if stored is None or message.edited_at or not stored.text.startswith(beginning):
            return ""
        return stored.text[len(beginning) :]


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
