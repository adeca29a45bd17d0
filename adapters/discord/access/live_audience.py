"""Asks Discord who may see what, at the moment of the question."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Final

import discord

from adapters.discord.access.citable_posts import (
    Place,
    age_restricted,
    label,
    labels_in,
    private_threads,
    readers_of,
    seen_by,
)
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.posts.library import Library


BRIEFLY_SECONDS: Final = 30.0
"""How long the list of stored labels is taken as it is: what an import elsewhere brings in is
found by then, and no label in it makes anything visible."""


class Visibility:
    """Tells what readers may see, from what Discord says of channels, roles and members.

    Args:
        client: Knows the servers.
        library: The stored posts.
        is_part: Other processes serve other servers.
    """

    def __init__(self, client: discord.Client, library: Library, *, is_part: bool = False) -> None:
        self._client = client
        self._is_part = is_part
        self._library = library
        self._stored: frozenset[str] = frozenset()
        self._read_at = -BRIEFLY_SECONDS

    async def everybody_in(self, channel: object) -> frozenset[str]:
        """Return what all readers of a channel may see."""
        if not isinstance(channel, Place) or self._client.get_guild(channel.guild.id) is None:
            # A direct message has no other readers; elsewhere we know nothing of them.
            return frozenset({EVERYONE})
        return readers_of(channel, await self._labels())

    async def one(
        self, user: discord.abc.User, guild: discord.Guild | None, *, among_adults: bool
    ) -> frozenset[str]:
        """Return what one person may see, of a guild or, outside of any, of all of theirs.

        Args:
            user: The person.
            guild: The guild; None for all of theirs.
            among_adults: What is age-restricted may be shown where they read it.
        """
        stored = await self._labels()
        known = guild and self._client.get_guild(guild.id)
        guilds = [known] if known else self._guilds(stored)
        seen = await asyncio.gather(*(self._in_guild(user, each, stored) for each in guilds))
        found = frozenset({EVERYONE}).union(*seen)
        if among_adults:
            return found
        return found.difference(*(age_restricted(each, stored) for each in guilds))

    async def elsewhere(self) -> frozenset[str]:
        """Return the labels of servers that other processes serve, which cannot be asked here.

        Who may read them is not known here: an answer that was given from them stands.
        """
        if not self._is_part:
            return frozenset()
        own = frozenset[str]().union(*map(labels_in, self._client.guilds))
        return (await self._labels()) - own - {EVERYONE}

    async def _in_guild(
        self, user: discord.abc.User, guild: discord.Guild, stored: Iterable[str]
    ) -> frozenset[str]:
        member = await _member(user, guild)
        if member is None:
            return frozenset()
        seen = set(seen_by(member, stored))
        for thread in private_threads(guild, stored):
            if await _is_in(thread, member):
                seen.add(label(thread))
        return frozenset(seen)

    def _guilds(self, stored: Iterable[str]) -> list[discord.Guild]:
        labels = set(stored)
        return [
            guild
            for guild in self._client.guilds
            if label(guild) in labels or any(label(channel) in labels for channel in guild.channels)
        ]

    async def _labels(self) -> frozenset[str]:
        now = monotonic()
        if now - self._read_at >= BRIEFLY_SECONDS:
            self._stored |= frozenset(await self._library.audiences())
            self._read_at = now
        return self._stored

    async def may_see(self, user: discord.abc.User, place: Place) -> bool:
        """Return whether somebody sees a place at all, a private thread's members included."""
        if not isinstance(user, discord.Member):
            return False
        if isinstance(place, discord.Thread) and place.is_private():
            return await _is_in(place, user)
        return place.permissions_for(user).view_channel

    def learn(self, labels: Iterable[str]) -> None:
        """Take it that posts with these labels are stored."""
        self._stored = self._stored.union(labels)


async def _member(user: discord.abc.User, guild: discord.Guild) -> discord.Member | None:
    # Who acts in a guild comes with its roles of the moment; of others Discord is asked.
    if isinstance(user, discord.Member) and user.guild.id == guild.id:
        return user
    try:
        return await guild.fetch_member(user.id)
    except (discord.NotFound, discord.Forbidden):
        return None


async def _is_in(thread: discord.Thread, member: discord.Member) -> bool:
    granted = thread.permissions_for(member)
    # Who is in a thread reads it for as long as they may read its channel.
    if not (granted.view_channel and granted.read_message_history):
        return False
    if granted.manage_threads:
        return True
    try:
        await thread.fetch_member(member.id)
    except (discord.NotFound, discord.Forbidden):
        return False
    return True
