"""People who choose a menu on a message of the bot's own, told alike for both platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from tests.contract.rooms.marking_rooms import DiscordMarkingRoom, MarkingRoom, SlackMarkingRoom
from tests.e2e.discord.conftest import text_of
from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.slack.world import Message as Posted

Menu = Literal["related", "earlier"]

_MENUS = {"related": "Find related posts", "earlier": "Earlier answers like this"}


class RelatedRoom(MarkingRoom, Protocol):
    """A channel in which a question was asked and answered; all of it is stored."""

    async def looks_from_the_bot(self, menu: Menu, *, is_answer: bool) -> str:
        """Let somebody choose a menu on the last answer, or on another message, of the bot."""
        ...

    async def looks_at(self, menu: Menu, text: str) -> str:
        """Let somebody choose a menu on what another one wrote."""
        ...


class DiscordRelatedRoom(DiscordMarkingRoom):
    """A channel of a Discord server."""

    def __init__(self, world: World) -> None:
        super().__init__(world)

    async def looks_from_the_bot(self, menu: Menu, *, is_answer: bool) -> str:
        square, bot = self.world.square, self.world.fake.world.bot
        answer = square.said_by_bot()[-1] if is_answer else square.add_message(bot, "Done: 3 new.")
        return await self._chooses(menu, answer)

    async def looks_at(self, menu: Menu, text: str) -> str:
        return await self._chooses(menu, self.world.square.add_message(self.world.ada, text))

    async def _chooses(self, menu: Menu, message: Message) -> str:
        used = await self.world.fake.uses_message_command(
            self.people["other"], message, _MENUS[menu]
        )
        await self.world.answered(used)
        assert used.ephemeral
        return text_of(used)


class SlackRelatedRoom(SlackMarkingRoom):
    """A channel of a Slack workspace."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig)

    async def asks(self, text: str) -> str:
        slack = self.rig.slack
        said = f"{slack.team.bot.mention} {text}"
        asked = await slack.says(self.people["other"], slack.general, said)
        replies = await slack.until(lambda: slack.general.replies_to(asked.ts))
        return shown(replies[-1])

    async def looks_from_the_bot(self, menu: Menu, *, is_answer: bool) -> str:
        slack, bot = self.rig.slack, self.rig.slack.team.bot
        own = [each for each in slack.general.messages if each.user_id == bot.id]
        answer = own[-1] if is_answer else slack.wrote(bot, slack.general, "Done: 3 new.")
        return await self._chooses(menu, answer)

    async def looks_at(self, menu: Menu, text: str) -> str:
        slack = self.rig.slack
        return await self._chooses(menu, slack.wrote(slack.ada, slack.general, text))

    async def _chooses(self, menu: Menu, answer: Posted) -> str:
        slack = self.rig.slack
        before, alone = len(self.rig.said(slack.general)), len(slack.general.ephemerals)
        await slack.uses_shortcut(self.people["other"], answer, menu)
        await slack.until(lambda: len(slack.general.ephemerals) > alone)
        return shown(self.rig.said(slack.general)[before:][-1])
