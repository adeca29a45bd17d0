"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import discord

from adapters.discord.history import ODD
from adapters.discord.ids import id_of, ledger_id
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.message_parts import parts_of
from adapters.discord.sync.message_to_post import is_told, left_out, to_posts
from adapters.discord.sync.word_files import unread, word_files, words_in
from adapters.markup.discord_message import said_by
from adapters.markup.post_rules import OPT_OUT_SIGN
from adapters.markup.word_files import NOTHING_FILED, kept, part_ids

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping, Sequence

    from adapters.discord.context import DiscordContext
    from adapters.markup.word_files import Filed, Kind
    from bot.sync.left_out import LeftOutCounts
    from index.posts import Post

_Made = TypeVar("_Made")


class MessageReader:
    """Makes posts of messages.

    Args:
        context: What it stands on.
        left_out: Counts what is no post.
    """

    def __init__(self, context: DiscordContext, left_out: LeftOutCounts) -> None:
        self._context = context
        self._left_out = left_out

    def takes_apps(self, channel: object) -> bool:
        """Return whether what apps write in a channel is kept."""
        return self._left_out.takes_apps(_channel_id(channel))

    def note_unread(self, channel: object, count: int) -> None:
        """Count messages of a channel that could not be read."""
        self._left_out.note(_channel_id(channel), *["unreadable_messages"] * count)

    async def posts(
        self, messages: Sequence[discord.Message], unread: set[str] | None = None
    ) -> list[Post]:
        """Return the posts that these messages are.

        Args:
            messages: Those of one channel; what is odd in one costs that one, and is counted.
            unread: Takes the posts that these would be.
        """
        odd: set[str] = set() if unread is None else unread
        told = [each for each in messages if await self._apart(each, self._is_told(each), odd)]
        names = await self._names(told)
        stored = await self._stored([each for each in told if self._kinds(each)])
        posts: list[Post] = []
        for each in told:
            posts += await self._apart(each, self._told_posts(each, stored, names), odd) or []
        return posts

    async def _apart(
        self, message: discord.Message, made: Awaitable[_Made], unread: set[str]
    ) -> _Made | None:
        """Return what is made of a message; None where something odd in it keeps that from it."""
        try:
            return await made
        except ODD as fault:
            self._context.history.note(fault)
            self.note_unread(message.channel, 1)
            unread.add(id_of(message))
            return None

    async def _told_posts(
        self, message: discord.Message, stored: Mapping[str, Post], names: Mapping[str, str]
    ) -> list[Post]:
        found = await self._posts(message, stored, names)
        takes_apps = self.takes_apps(message.channel)
        if not found and is_told(message, self._context.me, takes_apps=takes_apps):
            self._left_out.note(_channel_id(message.channel), "wordless")
        return found

    async def _is_told(self, message: discord.Message) -> bool:
        takes_apps, id_ = self.takes_apps(message.channel), _channel_id(message.channel)
        if not is_told(message, self._context.me, takes_apps=takes_apps):
            kind = left_out(message, self._context.me, takes_apps=takes_apps)
            self._left_out.note(id_, *([kind] if kind else []))
            return False
        is_kept_out = await _is_kept_out(message)
        kinds = ["kept_out"] if is_kept_out else [*said_by(parts_of(message)).left_out]
        reads_pdf = self._context.services.documents.reads_pdf
        files = 0 if is_kept_out else unread(message, reads_pdf=reads_pdf)
        self._left_out.note(id_, *kinds, *["file_contents"] * files)
        return not is_kept_out

    async def _names(self, messages: Sequence[discord.Message]) -> dict[str, str]:
        """Return the names under which authors, and whom they mention, are stored, by id."""
        guild = messages[0].guild if messages else None
        if guild is None:
            return {}
        people = {
            f"discord:{each.id}" for message in messages
            for each in (message.author, *message.mentions)
        }  # fmt: skip
        known = await self._context.services.library.account_names(people, f"discord:{guild.id}/")
        return {account.partition(":")[2]: name for account, name in known.items()}

    def _kinds(self, message: discord.Message) -> list[Kind]:
        reads_pdf = self._context.services.documents.reads_pdf
        return [kind for kind, _ in word_files(message, reads_pdf=reads_pdf)]

    async def _stored(self, messages: Sequence[discord.Message]) -> dict[str, Post]:
        ids = [id_ for each in messages for id_ in self._ids(each)]
        return await self._context.services.library.posts(ids) if ids else {}

    def _ids(self, message: discord.Message) -> list[str]:
        return [id_of(message), *part_ids(id_of(message), self._kinds(message))]

    async def _posts(
        self, message: discord.Message, stored: Mapping[str, Post], names: Mapping[str, str]
    ) -> list[Post]:
        """Return the posts that a message is with what its files say.

        Where these cannot be fetched now it stays as it is stored by then, if it is.
        """
        filed = self._kept(message, stored, names)
        if filed is None:
            filed = await words_in(message, self._context.services.documents)
        files = ["file_contents"] * (filed.unread if filed else 0)
        self._left_out.note(_channel_id(message.channel), *files)
        as_it_is = {} if filed is not None else await self._stored([message])
        posts = to_posts(
            message, self._context.me, names, filed or NOTHING_FILED,
            takes_apps=self.takes_apps(message.channel),
        )  # fmt: skip
        return [*({each.id: each for each in posts} | as_it_is).values()]

    def _kept(
        self, message: discord.Message, stored: Mapping[str, Post], names: Mapping[str, str]
    ) -> Filed | None:
        """Return what is stored of a message's files; None where they are to be read."""
        if not (kinds := self._kinds(message)):
            return NOTHING_FILED
        if message.edited_at:
            return None
        own = to_posts(message, self._context.me, names)
        first = own[0].text if own and own[0].part is None else ""
        return kept(first, stored, id_of(message), kinds)


def _channel_id(channel: object) -> str:
    """Return what a watched channel is called in the ledger; a thread goes by its channel."""
    own = channel.parent or channel if isinstance(channel, discord.Thread) else channel
    return ledger_id(getattr(own, "id", 0))


async def _is_kept_out(message: discord.Message) -> bool:
    if is_closed(message.channel):
        return True
    for reaction in message.reactions:
        if str(reaction.emoji) == OPT_OUT_SIGN:
            async for user in reaction.users():
                if user.id == message.author.id:
                    return True
    return False
