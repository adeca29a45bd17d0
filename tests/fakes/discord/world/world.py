"""All that exists on the fake Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord.world.channels import Channel, Kind
from tests.fakes.discord.world.guilds import Guild, Member, User
from tests.fakes.discord.world.permissions import IN_PRIVATE, in_channel
from tests.fakes.discord.world.snowflakes import Snowflakes

if TYPE_CHECKING:
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json


BOT_NAME = "pullquote"


class World:
    """Users, servers and private channels, with the bot under test among them.

    Attributes:
        installers: The ids of users who installed the app for themselves.
        commands: The registered commands; those of all servers are under None.
        base_url: Where files are to be had.
    """

    def __init__(self) -> None:
        self.snowflakes = Snowflakes()
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.private: dict[int, Channel] = {}
        self.installers: set[int] = set()
        self.commands: dict[int | None, list[Json]] = {None: []}
        self.base_url = ""
        self.bot = self.add_user(BOT_NAME, bot=True)
        self.owner = self.add_user("owner")

    @property
    def application_id(self) -> int:
        return self.bot.id

    def add_user(self, name: str, display_name: str | None = None, *, bot: bool = False) -> User:
        """Add an account."""
        user = User(self.snowflakes.make(), name, display_name or name.title(), bot)
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str = "Quarry",
        *,
        locale: str = "en-US",
        bot_permissions: int = 0,
        with_bot: bool = True,
    ) -> Guild:
        """Add a server, with the bot in it and a role of its own unless told otherwise."""
        guild = Guild(self.snowflakes.make(), name, self, self.owner.id, locale)
        guild.add_member(self.owner)
        if with_bot:
            role = guild.add_role(self.bot.name, bot_permissions, self.bot.id)
            guild.add_member(self.bot, [role])
        self.guilds[guild.id] = guild
        return guild

    def direct_channel(self, who: Member | User) -> Channel:
        """Return the direct messages between somebody and the bot."""
        user = self.user_of(who)
        for each in self.private.values():
            if each.kind is Kind.DIRECT and each.recipients == [user]:
                return each
        return self.add_private_channel(user)

    def add_private_channel(self, *people: User, kind: Kind = Kind.DIRECT) -> Channel:
        """Add a private channel: with the bot if one person is named, else without it."""
        channel = Channel(self.snowflakes.make(), "", kind, self, recipients=list(people))
        self.private[channel.id] = channel
        return channel

    def channel(self, channel_id: int) -> Channel | None:
        """Return the channel, thread or private channel with this id."""
        for guild in self.guilds.values():
            if channel_id in guild.channels:
                return guild.channels[channel_id]
        return self.private.get(channel_id)

    def message(self, message_id: int) -> Message | None:
        """Return the message with this id, wherever it is."""
        places = [each for guild in self.guilds.values() for each in guild.channels.values()]
        for place in [*places, *self.private.values()]:
            if message_id in place.history:
                return place.history[message_id]
        return None

    def has_bot(self, channel: Channel) -> bool:
        """Return whether the bot itself is where the channel is."""
        if channel.guild:
            return channel.guild.me is not None
        return channel.kind is Kind.DIRECT and len(channel.recipients) == 1

    def bot_permissions(self, channel: Channel) -> int:
        """Return what the bot may do in the channel."""
        me = channel.guild.me if channel.guild else None
        return in_channel(channel, me) if me else IN_PRIVATE

    @staticmethod
    def user_of(who: Member | User) -> User:
        """Return the account of whoever it is."""
        return who.user if isinstance(who, Member) else who
