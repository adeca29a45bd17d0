"""The fake's things as discord.py's objects, without a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from tests.fakes.discord.world.channels import Thread

if TYPE_CHECKING:
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild, Member
    from tests.fakes.discord.world.messages import Message


class Mirror:
    """Shows one server as the library would know it.

    Attributes:
        state: What the library keeps of a connection.
    """

    def __init__(self, guild: Guild) -> None:
        self._guild = guild
        self.state: Any = discord.Client(intents=discord.Intents.none())._connection  # noqa: SLF001
        self.state.user = discord.ClientUser(
            state=self.state,
            data={**guild.world.bot.json(), "flags": 0},  # type: ignore[typeddict-item]
        )
        plain = [each for each in guild.channels.values() if not isinstance(each, Thread)]
        data: Any = {
            **guild.json(),
            "members": [guild.me.json()] if guild.me else [],
            "channels": [each.json() for each in plain],
            "threads": [each.json() for each in guild.threads],
        }
        self.guild = discord.Guild(data=data, state=self.state)
        self.state._add_guild(self.guild)  # noqa: SLF001

    @property
    def me(self) -> discord.ClientUser:
        """Is the bot."""
        user: discord.ClientUser = self.state.user
        return user

    def channel(self, channel: Channel) -> discord.abc.GuildChannel | discord.Thread:
        """Return a channel or a thread."""
        found = self.guild.get_channel_or_thread(channel.id)
        assert found is not None
        return found

    def member(self, member: Member) -> discord.Member:
        """Return a member, with the roles of the moment."""
        data: Any = member.json()
        return discord.Member(data=data, guild=self.guild, state=self.state)

    def message(self, message: Message) -> discord.Message:
        """Return a message."""
        channel: Any = self.channel(message.channel)
        data: Any = message.json()
        return discord.Message(state=self.state, channel=channel, data=data)
