"""Reads channels and their threads on Discord."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import discord
from discord.utils import time_snowflake

from adapters.chat.error_text import noted
from adapters.discord.access.citable_posts import may_read
from adapters.discord.access.places import Places
from adapters.discord.ids import post_id
from adapters.discord.sender import FAILURES, reason
from adapters.discord.sync.channels import Readable, Watchable, newest_in, places_of
from adapters.discord.sync.message_to_post import source_name
from adapters.discord.sync.reading_extent import moment_of, stretch_of
from bot.errors import ChannelClosed, NotWatched, UnavailableError
from bot.sync.ports import Page, Place
from bot.sync.reading.backfill import WHOLE
from index.posts import whole_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence
    from datetime import datetime

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.message_reader import MessageReader
    from bot.ledger.channels import Channel
    from bot.sync.ports import Heartbeat
    from bot.sync.reading.progress import Stretch
    from index.posts import Post


HIDDEN: Final = "Missing Access"
"""What Discord says of a channel that we may not read."""

_READ: Final = "discord.read:"
_KNOWN: Final = "known"


class DiscordReader:
    """Reads the channels of Discord; a thread is a place of its own there."""

    platform = "discord"
    title = "Discord"
    closed: tuple[type[Exception], ...] = (discord.Forbidden, discord.NotFound)
    # A thread whose channel is hidden is a client's fault.
    unreadable: tuple[type[Exception], ...] = (
        *FAILURES,
        discord.ClientException,
        UnavailableError,
    )

    def __init__(self, context: DiscordContext, posts: MessageReader) -> None:
        self._context = context
        self._posts = posts
        self._places = Places(context.client)
        self.history = context.history

    async def open(
        self, channel_id: str, *, since: str = "", goes_on: bool = False
    ) -> DiscordChannel:
        """Begin to read a channel.

        Raises:
            UnavailableError: We may not read its history, or do not see it.
        """
        channel = await self.channel(channel_id)
        if channel is None:
            raise NotWatched
        if not may_read(channel, channel.permissions_for(channel.guild.me)):
            # Discord shows it as empty.
            raise ChannelClosed(self.title, HIDDEN)
        own = self._context.services.ledger.noted(f"{_READ}{channel.id}/{channel.id}")
        stretch = stretch_of(channel, own if goes_on else "")
        return DiscordChannel(self, self._posts, channel, stretch, int(since or 0))

    async def channel(self, channel_id: str) -> Watchable | None:
        """Return a channel by its name in the ledger, if it is seen; a thread at rest, too."""
        found = await self._places.find(_number(channel_id))
        return found if isinstance(found, Watchable) else None

    async def refresh(self, record: Channel) -> str | None:
        """Return the newest message of a channel, if it is seen and we do not end."""
        channel = await self.channel(record.id)
        if channel is None or self._context.tasks.is_ending:
            return None
        return str(newest_in(channel, record))

    def message_at(self, moment: datetime) -> str:
        """Return the id of a message that was written at this moment."""
        return str(time_snowflake(moment))

    async def is_gone(self, record: Channel, error: Exception | None = None) -> bool:
        """Return whether a channel was deleted, which is asked before it is read."""
        id_ = _number(record.id)
        return (
            error is None
            and self._context.client.get_channel(id_) is None
            and await self.was_deleted(id_)
        )

    async def was_deleted(self, channel_id: int) -> bool:
        """Ask Discord whether a channel was deleted; one that is only hidden was not."""
        try:
            await self._context.client.fetch_channel(channel_id)
        except discord.NotFound:
            return True
        except FAILURES:
            return False
        return False

    async def is_comparable(self, record: Channel) -> bool:
        """Return whether a channel is seen."""
        return await self.channel(record.id) is not None

    def is_refused(self, error: Exception) -> bool:
        """Return whether Discord does not let us read a channel, until we are let in."""
        return isinstance(error, discord.Forbidden | ChannelClosed)

    async def name_of(self, record: Channel) -> str | None:
        """Return what a channel's posts give as their source now; None where it is not seen."""
        channel = await self.channel(record.id)
        return source_name(channel) if channel else None

    async def posts_of(self, channel_id: str, workspace_id: str) -> list[str]:
        """Return the posts of a channel and its threads."""
        guild_id, id_ = _number(workspace_id), _number(channel_id)
        others = await self.in_other_threads(guild_id, id_, ())
        return [*await self.posts_in(guild_id, id_), *others]

    async def posts_in(self, guild_id: int, place_id: int) -> list[str]:
        """Return the posts that stand in a channel or thread itself."""
        return await self._context.services.library.ids_under(post_id(guild_id, place_id, 0)[:-1])

    async def in_other_threads(
        self, guild_id: int, channel_id: int, there: Collection[int]
    ) -> list[str]:
        """Return the posts for a channel's readers that stand in none of these places."""
        beginning = f"discord:{guild_id}/"
        ids = await self._context.services.library.ids_outside(
            frozenset({f"discord:{channel_id}"}), beginning, {f"{beginning}{id_}" for id_ in there}
        )
        return [each for each in ids if whole_of(each).rpartition("/")[2].isdecimal()]

    def read_to(self, record: Channel) -> str | None:
        """Return the message that a channel was read back to, for its threads come last."""
        beginning = f"{_READ}{_number(record.id)}/"
        notes = self._context.services.ledger.notes(beginning)
        notes.pop(f"{beginning}{_KNOWN}", None)
        own = notes.get(f"{beginning}{_number(record.id)}", "")
        return (own if own.isdecimal() else "") if notes else None

    def known_note(self, channel_id: str) -> str:
        """Return under what it is noted that posts of a channel were stored before."""
        return f"{_READ}{_number(channel_id)}/{_KNOWN}"

    def notes_of(self, channel_id: str) -> Sequence[str]:
        """Return what the notes begin with that tell how far it was read."""
        return [f"{_READ}{_number(channel_id)}/"]

    def noted(self, error: Exception) -> str:
        """Return why reading failed, as it is noted of the channel."""
        return noted(error) or reason(error)

    def reason(self, error: Exception) -> str:
        """Return why reading failed."""
        return reason(error)


class DiscordChannel:
    """One channel that is being read with its public threads."""

    def __init__(
        self,
        reader: DiscordReader,
        posts: MessageReader,
        channel: Watchable,
        stretch: Stretch,
        since: int,
    ) -> None:
        self._reader = reader
        self._posts = posts
        self._channel = channel
        self._stretch = stretch
        self._since = since
        self._places: dict[str, Readable] = {}

    async def places(self) -> AsyncIterator[Place]:
        """Yield the channel and its threads, those at rest last."""
        async for place in places_of(self._channel, self._since):
            id_ = f"discord:{place.guild.id}/{place.id}"
            self._places = {id_: place}
            is_quiet = (place.last_message_id or 0) < self._since
            note = f"{_READ}{self._channel.id}/{place.id}"
            yield Place(id_, is_quiet=is_quiet, note=note)

    async def page(self, place: Place, cursor: str, heartbeat: Heartbeat) -> Page:  # noqa: ARG002 - Discord's pace is the library's business
        """Return the next page: the newest messages first, or from some message on."""
        window = self._after(cursor) if self._since else _before(cursor)
        found = self._places[place.id]
        page = await self._reader.history.page(found, **window)
        self._posts.note_unread(found, page.unread)
        reached = str(page.last) if page.last else ""
        unread = {f"{place.id}/{each}" for each in page.unread_ids}
        batches = self._batches(page.messages, unread)
        return Page(batches, reached, reached if page.is_full else "", unread=unread)

    def progress(self, place: Place, page: Page) -> tuple[int, int]:
        """Return how much of how much is read by now."""
        read_to = moment_of(self._channel, self._places[place.id], page.cursor or WHOLE)
        return self._stretch.read_to(read_to)

    async def check(self, id_: str) -> None:
        """Ask for one message: what may not be read is refused, and not shown as empty."""
        place, _, message = whole_of(id_).rpartition("/")
        with suppress(discord.NotFound):
            await self._reader.history.ask(self._places[place], int(message))

    async def deleted_threads(self, met: Collection[str]) -> list[str]:
        """Return the posts in threads that Discord says are gone."""
        there = {self._channel.id, *(int(each.rpartition("/")[2]) for each in met)}
        guild_id = self._channel.guild.id
        ids = await self._reader.in_other_threads(guild_id, self._channel.id, there)
        places = {_place_in(each) for each in ids}
        # One may have woken up while they were listed, and be in no list at all.
        gone = {each for each in places if await self._reader.was_deleted(each)}
        return [each for each in ids if _place_in(each) in gone]

    async def _batches(
        self, page: list[discord.Message], unread: set[str]
    ) -> AsyncIterator[Sequence[Post]]:
        # Of what was written in one moment, what is stored first counts as said first.
        yield await self._posts.posts(sorted(page, key=lambda message: message.id), unread)

    def _after(self, cursor: str) -> dict[str, int]:
        return {"after": int(cursor) if cursor else self._since - 1}


def _before(cursor: str) -> dict[str, int]:
    return {"before": int(cursor)} if cursor else {}


def _number(name: str) -> int:
    """Return the id of a channel or server from its name in the ledger."""
    return int(name.partition(":")[2])


def _place_in(id_: str) -> int:
    """Return the channel or thread that a message's post stands in."""
    return int(id_.split("/")[1])
