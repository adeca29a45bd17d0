"""Places where the bot may be kept out of the channel of its digest, for both platforms alike."""

from __future__ import annotations

from typing import Protocol

from tests.contract.rooms.settings_room import SettingsRoom
from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.e2e.slack import conftest as on_slack
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission


class DigestRoom(SettingsRoom, Protocol):
    """An admin of a workspace, and a bot in it."""

    def loses_there(self, *, is_deleted: bool) -> None:
        """Delete the other channel, or let the bot write there no longer; it is not told."""
        ...

    async def admin_hears(self, text: str) -> None:
        """Wait until the bot wrote so, unasked, to an admin."""
        ...

    def times_admin_heard(self, text: str) -> int:
        """Return how often it did."""
        ...


class DiscordDigestRoom(DiscordSettingsRoom):
    """A server."""

    def loses_there(self, *, is_deleted: bool) -> None:
        world, there = self._world, self._places["there"]
        denied = Overwrite(world.fake.world.bot.id, 1, deny=Permission.SEND_MESSAGES)
        there.overwrites = [denied]
        if is_deleted:
            del world.guild.channels[there.id]

    def times_admin_heard(self, text: str) -> int:
        guild = self._world.guild
        direct = self._world.fake.world.direct_channel(guild.members[guild.owner_id])
        return sum(text in each.text for each in direct.said_by_bot())

    async def admin_hears(self, text: str) -> None:
        await self._world.fake.until(lambda: self.times_admin_heard(text))


class SlackDigestRoom(SlackSettingsRoom):
    """A workspace."""

    def loses_there(self, *, is_deleted: bool) -> None:
        slack = self._rig.slack
        slack.random.members.discard(slack.team.bot.id)
        if is_deleted:
            del slack.world.channels[slack.random.id]

    def times_admin_heard(self, text: str) -> int:
        direct = self._rig.slack.direct_channel(self._rig.slack.ada)
        return sum(text in on_slack.shown(each) for each in direct.messages)

    async def admin_hears(self, text: str) -> None:
        await self._rig.slack.until(lambda: self.times_admin_heard(text))
