"""People who ask what was asked before, told alike for both platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.contract.rooms.pinning_rooms import DiscordPinningRoom, PinningRoom, SlackPinningRoom
from tests.e2e.discord.conftest import text_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig

EARLIER = "Earlier answers like this"


class OfferRoom(PinningRoom, Protocol):
    """A channel in which a question was asked and answered; all of it is stored.

    `reader` reads French.
    """

    @property
    def services(self) -> Services:
        """What stands behind the bot that runs."""
        ...

    async def hides(self, text: str) -> None:
        """Store what stands in a channel that only the admin reads."""
        ...

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        """Let the asker write a message, and somebody look for earlier answers to it."""
        ...


class DiscordOfferRoom(DiscordPinningRoom):
    """A channel of a Discord server."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.people["reader"] = world.guild.add_member("frieda")
        self._board = world.guild.add_channel("board", readers=[world.chief])

    @property
    def services(self) -> Services:
        return self.world.services

    async def hides(self, text: str) -> None:
        hidden = post(text, "hidden", audience=f"discord:{self._board.id}")
        await self.services.library.save([hidden])

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        fake, square = self.world.fake, self.world.square
        message = await fake.says(self.people["asker"], square, text)
        locale = "fr" if who == "reader" else "en-US"
        used = await fake.uses_message_command(self.people[who], message, EARLIER, locale=locale)
        await self.world.answered(used)
        assert used.ephemeral
        return text_of(used)


class SlackOfferRoom(SlackPinningRoom):
    """A channel of a Slack workspace."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig)
        self.people["reader"] = rig.slack.benoit

    @property
    def services(self) -> Services:
        return self.rig.services

    async def hides(self, text: str) -> None:
        hidden = post(text, "hidden", audience=f"slack:{self.rig.slack.secret.id}")
        await self.services.library.save([hidden])

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        slack = self.rig.slack
        message = await slack.says(self.people["asker"], slack.general, text)
        before, alone = len(self.rig.said(slack.general)), len(slack.general.ephemerals)
        await slack.uses_shortcut(self.people[who], message, "earlier")
        said = await self.next_said(before)
        assert len(slack.general.ephemerals) == alone + 1
        return said
