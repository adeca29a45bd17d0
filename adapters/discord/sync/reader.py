"""Compares watched channels with Discord, and mends what no event told of."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import discord

from adapters.discord.access.audience import may_read
from adapters.discord.ids import post_id
from adapters.discord.sender import FAILURES, reason
from adapters.discord.sync.channels import Readable, Watchable, is_closed, places_of
from adapters.discord.sync.history import PAGE, WHOLE, Stretch
from bot.errors import ChannelClosed, UnavailableError
from bot.sync.schedule import DailySchedule
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from adapters.discord.answer_editor import DiscordAnswerEditor
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.deleted_channels import DeletedChannels
    from adapters.discord.sync.history import PostReader
    from bot.ports import Report
    from bot.sync.post_store import PostStore


_NOTE: Final = "discord.swept"

UNREADABLE: Final = (*FAILURES, discord.ClientException, UnavailableError)
"""What a comparison can end in; a thread whose channel is hidden is a client's fault."""

_log: Final = logging.getLogger(__name__)


class Reconciler:
    """Reads whole channels again: what changed is taken over, what is gone is removed.

    Costs a request for each hundred messages and each thread, and in memory the ids of the
    channel or thread that is being read: some 100 bytes each.
    """

    def __init__(
        self,
        context: DiscordContext,
        reader: PostReader,
        store: PostStore,
        editor: DiscordAnswerEditor,
        deleted_channels: DeletedChannels,
    ) -> None:
        self._context = context
        self._deleted_channels = deleted_channels
        self._reader = reader
        self._store = store
        self._editor = editor
        self._schedule = DailySchedule(context.services.ledger, _NOTE, self._reconcile_all)

    async def reconcile(self, channel: Watchable, report: Report, since: int = 0) -> Counts:
        """Compares one channel with its threads, and returns what was mended.

        Args:
            channel: The channel.
            report: Hears how far it is.
            since: A message's id: what is older is not looked at, and stays as it is.

        Raises:
            UnavailableError: We may not read its history.
            discord.HTTPException: It cannot be read; nothing of what was not read is removed.
            JobEnded: It is to end here.
        """
        if not may_read(channel, channel.permissions_for(channel.guild.me)):
            # Discord shows it as empty.
            raise ChannelClosed("Discord", "Missing Access")
        counts, there, stretch = Counts(), {channel.id}, Stretch.of(channel)
        async for place in places_of(channel, since):
            there.add(place.id)
            stored = set(await self._stored(place, since))
            if not stored and (place.last_message_id or 0) < since:
                continue
            async for mended, read_to in self._pages(place, stored, since, channel.id):
                counts += mended
                report(*stretch.reached(place, read_to), counts)
        removed = 0
        if not since:
            removed = await self._deleted_channels.threads(channel.guild.id, channel.id, there)
        return counts + Counts(removed=removed)

    def soon(self) -> None:
        """Compares all watched channels in the background, for something may have been missed."""
        self._schedule.soon()

    async def run(self) -> None:
        """Sweeps all watched channels once a day, until cancelled."""
        await self._context.client.wait_until_ready()
        await self._schedule.run()

    async def _reconcile_all(self) -> None:
        for record in self._context.services.ledger.channels.watched("discord"):
            channel_id = int(record.id.partition(":")[2])
            channel = self._context.client.get_channel(channel_id)
            try:
                if channel is None and await self._deleted_channels.is_gone(channel_id):
                    await self._deleted_channels.channel(
                        int(record.workspace_id.partition(":")[2]), channel_id
                    )
                if record.is_whole and isinstance(channel, Watchable):
                    await self.reconcile(channel, lambda *_: None)
            except UNREADABLE as error:  # the next day does it again
                _log.warning("%s could not be compared (%s)", record.id, reason(error))
        self._editor.look()

    async def is_stored(self, channel: Watchable) -> bool:
        """Says whether anything is stored of a channel or its threads, from wherever it came."""
        library, beginning = self._context.services.library, f"discord:{channel.guild.id}/"
        label = frozenset({f"discord:{channel.id}"})
        own = await library.ids_under(f"{beginning}{channel.id}/")
        return bool(own or await library.ids_outside(label, beginning, ()))

    async def _stored(self, place: Readable, since: int) -> list[str]:
        """Returns what is stored of a place, of this id or later."""
        beginning = post_id(place.guild.id, place.id, 0)[:-1]
        ids = await self._context.services.library.ids_under(beginning, str(since) if since else "")
        return [id_ for id_ in ids if _message_in(id_) >= since] if since else ids

    async def _pages(
        self, place: Readable, stored: set[str], since: int, channel_id: int
    ) -> AsyncIterator[tuple[Counts, str]]:
        """Compares one place, and yields what each page mended and how far that is read."""
        batch = []
        with self._store.overlap.reading() as heard:
            async for message in place.history(limit=None, **_after(since)):
                batch.append(message)
                if len(batch) == PAGE:
                    yield await self._take_over(batch, stored, heard, channel_id), str(message.id)
                    batch = []
            yield await self._take_over(batch, stored, heard, channel_id), WHOLE
        # What is left was not met: deleted, or kept out.
        gone = sorted(stored.difference(heard))
        if gone:
            with suppress(discord.NotFound):
                # A history that was closed meanwhile is shown as empty; this is refused then.
                await place.fetch_message(_message_in(gone[-1]))
            # Its topic is not their author's word.
            removed = await self._store.remove_all(gone, by_author=not is_closed(place))
            yield Counts(removed=removed), WHOLE

    async def _take_over(
        self,
        messages: list[discord.Message],
        stored: set[str],
        heard: Collection[str],
        channel_id: int,
    ) -> Counts:
        posts = await self._reader.posts(messages)
        counts = await self._store.save(f"discord:{channel_id}", posts, heard)
        stored.difference_update(post.id for post in posts)
        return counts


def _after(since: int) -> dict[str, Any]:
    """Returns how a channel's history is asked for from a message on; all of it from none."""
    # The other way round, discord.py would read on to the first message of all.
    return {"after": discord.Object(since - 1), "oldest_first": True} if since else {}


def _message_in(id_: str) -> int:
    return int(id_.rpartition("/")[2])
