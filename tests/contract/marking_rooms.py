"""People of a chat who say which message answered, told alike for both platforms."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Protocol

from tests.e2e.discord.conftest import text_of
from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig

MARK = "Mark as the answer"
WIFI = "How do I get the wifi of the harbour hut to work on my laptop?"
RADIO = "Restart the little grey box above the stove, twice."
ASIDE = "The hut is painted green on the side of the lake."


class MarkingRoom(Protocol):
    """A channel in which somebody asked, and others replied; all of it is stored.

    `asker` asked, `other` replied, and `admin` looks after the posts.
    """

    def open(self) -> AbstractAsyncContextManager[None]:
        """Run the bot, which watches the channel."""
        ...

    async def marks(self, who: str, text: str) -> str:
        """Let somebody mark a message as the answer, and return what they are told."""
        ...

    async def asks(self, text: str) -> str:
        """Ask, and return the answer."""
        ...


class DiscordMarkingRoom:
    """A channel of a Discord server."""

    def __init__(self, world: World) -> None:
        self._world = world
        other = world.guild.add_member("ben")
        self._people = {"asker": world.ada, "other": other, "admin": world.chief}
        asked = world.square.add_message(world.ada, WIFI)
        replies = [world.square.add_message(other, each, reply_to=asked) for each in (ASIDE, RADIO)]
        for each in replies:
            each.kind = 19
        self._messages = {each.content: each for each in (asked, *replies)}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._world.bot():
            await self._world.watches(self._world.square)
            yield

    async def marks(self, who: str, text: str) -> str:
        message = self._messages[text]
        used = await self._world.fake.uses_message_command(self._people[who], message, MARK)
        await self._world.answered(used)
        assert used.ephemeral
        return text_of(used)

    async def asks(self, text: str) -> str:
        return (await self._world.asks(text, who=self._people["other"])).text


class SlackMarkingRoom:
    """A channel of a Slack workspace, with a thread."""

    def __init__(self, rig: Rig) -> None:
        self._rig, slack = rig, rig.slack
        asker, other = (slack.world.add_user(slack.team.id, each) for each in ("dora", "cleo"))
        slack.general.members |= {asker.id, other.id}
        self._people = {"asker": asker, "other": other, "admin": slack.ada}
        asked = slack.wrote(asker, slack.general, WIFI)
        replies = [slack.wrote(other, slack.general, each, asked) for each in (ASIDE, RADIO)]
        self._messages = {each.text: each for each in (asked, *replies)}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        slack = self._rig.slack
        async with self._rig.running():
            await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
            await self._rig.hears(slack.direct_channel(slack.ada), "Done: ")
            yield

    async def marks(self, who: str, text: str) -> str:
        slack = self._rig.slack
        before = len(self._rig.said(slack.general))
        await slack.uses_shortcut(self._people[who], self._messages[text], "mark_answer")
        return await self._next(before)

    async def asks(self, text: str) -> str:
        slack = self._rig.slack
        before = len(self._rig.said(slack.general))
        await slack.uses_command(slack.ada, slack.general, "/ask", text)
        return await self._next(before)

    async def _next(self, before: int) -> str:
        slack = self._rig.slack
        said = await slack.until(lambda: self._rig.said(slack.general)[before:])
        return shown(said[-1])
