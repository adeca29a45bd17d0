"""What the bot may reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Refusal, unknown
from tests.fakes.discord.world.permissions import EVERYTHING, Permission

if TYPE_CHECKING:
    from tests.fakes.discord.api.calls import Request
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.world import World


class Access:
    """Finds what a request is about, or refuses it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def granted(self, channel: Channel) -> int:
        """Return the bot's permissions here; in direct messages it may do everything."""
        direct = channel.guild is None and self._world.has_bot(channel)
        return EVERYTHING if direct else self._world.bot_permissions(channel)

    def channel(self, request: Request, *wanted: Permission) -> Channel:
        """Return the channel of the request, where the bot may do all of this."""
        channel = self._world.channel(request.id("channel"))
        if channel is None:
            raise unknown(10003, "Channel")
        granted = self.granted(channel)
        if not self._world.has_bot(channel) or not granted & Permission.VIEW_CHANNEL:
            raise Refusal(403, 50001, "Missing Access")
        self.need(channel, *wanted)
        return channel

    def need(self, channel: Channel, *wanted: Permission) -> None:
        """Refuse what the bot may not do here."""
        granted = self.granted(channel)
        if not all(granted & each for each in wanted):
            raise Refusal(403, 50013, "Missing Permissions")

    def message(self, request: Request, *wanted: Permission) -> Message:
        """Return the message of the request."""
        channel = self.channel(request, *wanted)
        message = channel.history.get(request.id("message"))
        if message is None or message.ephemeral:
            raise unknown(10008, "Message")
        return message

    def guild(self, request: Request) -> Guild:
        """Return the server of the request."""
        guild = self._world.guilds.get(request.id("guild"))
        if guild is None or guild.me is None:
            raise unknown(10004, "Guild")
        return guild
