"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
from discord.utils import time_snowflake, utcnow

from adapters.discord.ids import id_of
from adapters.discord.sync.attachments import text_files, texts_in
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.posts import NOT_THIS, is_told, to_post
from bot.sync.backfill import WHOLE
from bot.sync.progress import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.channels import Readable, Watchable
    from index.posts import Post


PAGE: Final = 100
"""Messages that Discord gives at once."""


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
