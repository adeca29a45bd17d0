"""Compares watched channels with Discord, and mends what no event told of."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from adapters.daily import once_a_day
from adapters.discord.posting import FAILURES, reason
from adapters.discord.posts import post_id
from adapters.discord.reading import PAGE, Readable, Watchable, places_of
from adapters.meanwhile import still_so
from bot.errors import UnavailableError
from index.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Collection

    import discord

    from adapters.discord.correcting import Correcting
    from adapters.discord.office import Office
    from adapters.discord.reading import Reading
    from adapters.discord.vanishing import Vanishing
    from bot.library import Report

_NOTE: Final = "discord.swept"

_log: Final = logging.getLogger(__name__)


class Sweeping:
    """Reads whole channels again: what changed is taken over, what is gone is removed.

    Costs a request for each hundred messages, and their ids in memory: some 100 bytes each.
    """

    def __init__(
        self, office: Office, reading: Reading, correcting: Correcting, vanishing: Vanishing
    ) -> None:
        self._office = office
        self._vanishing = vanishing
        self._reading = reading
        self._correcting = correcting

    async def sweep(self, channel: Watchable, report: Report) -> Counts:
        """Compares one channel with its threads, and returns what was mended.

        Raises:
            discord.HTTPException: It cannot be read; nothing of what was not read is removed.
            JobEnded: It is to end here.
        """
        counts, there = Counts(), {channel.id}
        async for place in places_of(channel):
            there.add(place.id)
            counts += await self._sweep_place(place, report, counts)
        removed = await self._vanishing.threads(channel.guild.id, channel.id, there)
        return counts + Counts(removed=removed)

    async def run(self) -> None:
        """Sweeps all watched channels once a day, until cancelled."""
        await self._office.client.wait_until_ready()
        await once_a_day(self._office.room.ledger, _NOTE, self._sweep_all)

    async def _sweep_all(self) -> None:
        for record in self._office.room.ledger.channels.watched("discord"):
            channel_id = int(record.id.partition(":")[2])
            channel = self._office.client.get_channel(channel_id)
            if channel is None and await self._vanishing.is_gone(channel_id):
                await self._vanishing.channel(int(record.room.partition(":")[2]), channel_id)
            if record.is_whole and isinstance(channel, Watchable):
                try:
                    await self.sweep(channel, lambda *_: None)
                except (*FAILURES, UnavailableError) as error:  # the next day does it again
                    _log.warning("%s could not be compared (%s)", record.id, reason(error))
        self._correcting.look()

    async def _sweep_place(self, place: Readable, report: Report, before: Counts) -> Counts:
        library, guild_id = self._office.room.library, place.guild.id
        beginning = post_id(guild_id, place.id, 0)[:-1]
        stored = set(await library.ids_under(beginning))
        counts, batch = Counts(), []
        with self._reading.meanwhile.reading() as heard:
            async for message in place.history(limit=None):
                batch.append(message)
                if len(batch) == PAGE:
                    counts += await self._take_over(batch, stored, heard)
                    report(0, 0, before + counts)
                    batch = []
            counts += await self._take_over(batch, stored, heard)
        # What is left was not met: deleted, kept out, or written since the reading began.
        newest = place.last_message_id or 0
        gone = [id_ for id_ in stored.difference(heard) if int(id_.rpartition("/")[2]) <= newest]
        if gone:
            self._correcting.withdraw(gone)
            await library.remove(gone)
            await self._correcting.correct(gone)
        return counts + Counts(removed=len(gone))

    async def _take_over(
        self, messages: list[discord.Message], stored: set[str], heard: Collection[str]
    ) -> Counts:
        posts = still_so(await self._reading.posts(messages), heard)
        known = {post.id for post in posts} & stored
        stored -= known
        counts = await self._office.room.library.save(posts) if posts else Counts()
        if counts.changed:
            await self._correcting.correct(sorted(known))
        return counts
