"""Finds the channels, threads and categories that an admin names, picks, or has watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from adapters.discord.access.citable_posts import Place
from adapters.discord.access.places import Places
from adapters.discord.ids import CHANNEL, ledger_id
from bot.admin.watched_names import all_named, own_id, thread_named
from bot.ledger.channels import Channel

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext
    from bot.admin.watched_names import NamedChannels

PickedChannel = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.ForumChannel
    | app_commands.AppCommandThread
)
"""What Discord offers: of a thread that is archived nothing more is known yet."""

Picked = PickedChannel | discord.CategoryChannel
"""What it offers where categories are meant, too."""


class NamedPlaces:
    """What ids and names stand for in a server, archived threads included."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self.places = Places(context.client)

    async def picked(self, chosen: Picked | None) -> Place | None:
        """Return what somebody picked of what Discord offered; None for a thread we do not see."""
        if not isinstance(chosen, app_commands.AppCommandThread):
            return chosen
        place = await self.places.find(chosen.id)
        return place if isinstance(place, Place) else None

    async def by_id(self, interaction: discord.Interaction, word: str) -> Place | None:
        """Return the channel, thread or category of this server that a word names by its id."""
        match = CHANNEL.fullmatch(word)
        place = await self.places.find(int(match[1] or match[2])) if match else None
        if isinstance(place, Place) and place.guild == interaction.guild:
            return place
        return None

    async def all_named(self, member: discord.Member, said: str) -> NamedChannels:
        """Return which of a server's channels and waking threads that they see somebody names."""
        guild, words = member.guild, said.casefold()
        records = [
            Channel(ledger_id(each.id), "discord", ledger_id(guild.id), each.name)
            for each in (*guild.channels, *guild.threads)
            if (str(each.id) in words or each.name.casefold() in words)
            and await self._context.visibility.may_see(member, each)
        ]
        return all_named(records, said)

    async def called(self, interaction: discord.Interaction, said: str) -> str:
        """Return what a channel of this server is called, to whoever sees it; else what is said."""
        place = await self.by_id(interaction, said)
        if place is None or not await self._context.visibility.may_see(interaction.user, place):
            return said
        return f"#{place.name}"

    async def watched(self, interaction: discord.Interaction) -> list[Channel]:
        """Return the watched channels that a user may know of, threads under their own names."""
        ledger, id_ = self._context.services.ledger, ledger_id(interaction.guild_id or 0)
        return [
            await self.shown(each)
            for each in ledger.channels.watched("discord", id_)
            if await self.may_know(interaction.user, each)
        ]

    async def shown(self, record: Channel) -> Channel:
        """Return a watched channel as it is told of: a thread by its own name, too."""
        place = await self.places.find(int(own_id(record)))
        return thread_named(record, place.name) if isinstance(place, discord.Thread) else record

    async def may_know(self, user: discord.abc.User, record: Channel) -> bool:
        """Return whether somebody may know of a watched channel; one that is gone is no secret."""
        place = await self.places.find(int(own_id(record)))
        if isinstance(place, Place):
            return await self._context.visibility.may_see(user, place)
        # Of what we do not see ourselves, those alone may surely know who see everything.
        sees_all = isinstance(user, discord.Member) and user.guild_permissions.administrator
        return place == "gone" or sees_all
