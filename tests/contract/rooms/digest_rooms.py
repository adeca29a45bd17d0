"""Places where the bot may be kept out of the channel of its digest, for both platforms alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from adapters.chat.wording import ENGLISH
from adapters.slack.checks import findings
from bot.composition import chat_app
from bot.settings.values import SlackSettings
from tests.contract.rooms.settings_room import SettingsRoom
from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.e2e.slack import conftest as on_slack
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from bot.checks.diagnostics import Finding

Lost = Literal["kept out", "deleted", "closed"]
"""How a channel is lost; one that is closed is hidden on Discord, and archived in Slack."""


class DigestRoom(SettingsRoom, Protocol):
    """An admin of a workspace, and a bot in it."""

    def loses_there(self, how: Lost) -> None:
        """Let the bot write in the other channel no longer; it is not told."""
        ...

    async def checked(self) -> list[Finding]:
        """Return what `pullquote check` says of the platform."""
        ...

    async def admin_hears(self, text: str) -> None:
        """Wait until the bot wrote so, unasked, to an admin."""
        ...

    def times_admin_heard(self, text: str) -> int:
        """Return how often it did."""
        ...


class DiscordDigestRoom(DiscordSettingsRoom):
    """A server."""

    def loses_there(self, how: Lost) -> None:
        world, there = self._world, self._places["there"]
        right = Permission.VIEW_CHANNEL if how == "closed" else Permission.SEND_MESSAGES
        there.overwrites = [Overwrite(world.fake.world.bot.id, 1, deny=right)]
        if how == "deleted":
            del world.guild.channels[there.id]

    async def checked(self) -> list[Finding]:
        return await chat_app.check_platforms(self._world.settings)

    def times_admin_heard(self, text: str) -> int:
        guild = self._world.guild
        direct = self._world.fake.world.direct_channel(guild.members[guild.owner_id])
        return sum(text in each.text for each in direct.said_by_bot())

    async def admin_hears(self, text: str) -> None:
        await self._world.fake.until(lambda: self.times_admin_heard(text))


class SlackDigestRoom(SlackSettingsRoom):
    """A workspace."""

    def loses_there(self, how: Lost) -> None:
        slack = self._rig.slack
        if how == "closed":  # its members stay
            slack.random.is_archived = True
            return
        slack.random.members.discard(slack.team.bot.id)
        if how == "deleted":
            del slack.world.channels[slack.random.id]

    async def checked(self) -> list[Finding]:
        slack = self._rig.slack
        settings = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
        return await findings(settings, self._rig.services, ENGLISH.chat_checks)

    def times_admin_heard(self, text: str) -> int:
        direct = self._rig.slack.direct_channel(self._rig.slack.ada)
        return sum(text in on_slack.shown(each) for each in direct.messages)

    async def admin_hears(self, text: str) -> None:
        await self._rig.slack.until(lambda: self.times_admin_heard(text))
