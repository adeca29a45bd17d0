"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.ids import id_of, ledger_id
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.message_parts import parts_of
from adapters.discord.sync.message_to_post import is_told, left_out, to_posts
from adapters.discord.sync.text_files import text_files, texts_in
from adapters.markup.discord_message import said_by
from adapters.markup.post_rules import OPT_OUT_SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.discord.context import DiscordContext
    from bot.sync.left_out import LeftOutCounts
    from index.posts import Post


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

    async def posts(self, messages: Sequence[discord.Message]) -> list[Post]:
        """Return the posts that these messages are."""
        me = self._context.me
        posts: list[Post] = []
        told = [each for each in messages if await self._is_told(each)]
        names = await self._names(told)
        stored = await self._stored([each for each in told if text_files(each)])
        for each in told:
            found = await self._posts(each, stored.get(id_of(each)), names)
            if not found and is_told(each, me, takes_apps=self.takes_apps(each.channel)):
                self._left_out.note(_channel_id(each.channel), "wordless")
            posts += found
        return posts

    async def _is_told(self, message: discord.Message) -> bool:
        takes_apps, id_ = self.takes_apps(message.channel), _channel_id(message.channel)
        if not is_told(message, self._context.me, takes_apps=takes_apps):
            kind = left_out(message, self._context.me, takes_apps=takes_apps)
            self._left_out.note(id_, *([kind] if kind else []))
            return False
        is_kept_out = await _is_kept_out(message)
        kinds = ["kept_out"] if is_kept_out else said_by(parts_of(message)).left_out
        self._left_out.note(id_, *kinds)
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

    async def _stored(self, messages: Sequence[discord.Message]) -> dict[str, Post]:
        ids = [id_of(each) for each in messages]
        return await self._context.services.library.posts(ids) if ids else {}

    async def _posts(
        self, message: discord.Message, stored: Post | None, names: Mapping[str, str]
    ) -> list[Post]:
        """Return the posts that a message is with what its text files say.

        Where these cannot be fetched now it stays as it is stored by then, if it is.
        """
        kept = self._kept(message, stored, names)
        filed = kept or await texts_in(message)
        as_it_is = {} if filed is not None else await self._stored([message])
        posts = to_posts(
            message, self._context.me, names, filed or "",
            takes_apps=self.takes_apps(message.channel),
        )  # fmt: skip
        return [as_it_is.get(post.id, post) for post in posts] if posts else [*as_it_is.values()]

    def _kept(self, message: discord.Message, stored: Post | None, names: Mapping[str, str]) -> str:
        """Return what is stored of a message's files: without an edit they stay as they were.

        So the daily comparison fetches no file twice.
        """
        own = to_posts(message, self._context.me, names)
        beginning = f"{own[0].text}\n\n" if own and own[0].part is None else ""
        if stored is None or message.edited_at or not stored.text.startswith(beginning):
            return ""
        return stored.text[len(beginning) :]


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
