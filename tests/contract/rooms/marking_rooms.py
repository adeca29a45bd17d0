"""People of a chat who say which message answered, told alike for both platforms."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from tests.e2e.discord.conftest import text_of
from tests.e2e.slack.conftest import shown
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.asking import Value

MARK = "Mark as the answer"
WIFI = "How do I get the wifi of the harbour hut to work on my laptop?"
RADIO = "Restart the little grey box above the stove, twice."
ASIDE = "The hut is painted green on the side of the lake."


class MarkingRoom(Protocol):
    """A channel in which somebody asked, and others replied; all of it is stored.

    `asker` asked, `other` replied, `helper` reads along, and `admin` looks after the posts.
    """

    def open(self) -> AbstractAsyncContextManager[None]:
        """Run the bot, which watches the channel."""
        ...

    async def marks(self, who: str, text: str) -> str:
        """Let somebody mark a message as the answer, and return what they are told."""
        ...

    async def ticks(self, who: str, text: str) -> None:
        """Let somebody set a tick on a message."""
        ...

    async def unticks(self, who: str, text: str) -> None:
        """Let somebody take their tick off a message."""
        ...

    async def is_marked(self, text: str, *by: str) -> bool:
        """Return whether a message comes to be marked by these people, and by nobody else."""
        ...

    async def trusts(self, *, is_stopped: bool = False) -> str:
        """Let the admin trust those who help, to whom `helper` belongs; return what is said."""
        ...

    async def looks(self) -> str:
        """Let the admin look at the status, and return it."""
        ...

    async def asks_why(self, text: str) -> str:
        """Ask, press *Why this answer?*, and return what that says."""
        ...

    async def looks_around(self, text: str) -> str:
        """Ask, press *Around it*, and return what that shows."""
        ...

    async def asks(self, text: str) -> str:
        """Ask, and return the answer."""
        ...


async def marked_by(services: Services, id_: str, accounts: set[str]) -> bool:
    """Return whether a message comes to be marked by these accounts, and by no others."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while {each.account for each in await services.library.marks.on(id_)} != accounts:
                pass  # each round waits for what is stored before it
            return True
    return False


class DiscordMarkingRoom:
    """A channel of a Discord server."""

    def __init__(self, world: World) -> None:
        self.world = world
        other = world.guild.add_member("ben")
        self._helpers = world.guild.add_role("helpers")
        helper = world.guild.add_member("cleo", [self._helpers])
        everybody = {"asker": world.ada, "other": other, "helper": helper}
        self.people = {**everybody, "admin": world.chief}
        asked = world.square.add_message(world.ada, WIFI)
        replies = [world.square.add_message(other, each, reply_to=asked) for each in (ASIDE, RADIO)]
        for each in replies:
            each.kind = 19
        self.messages = {each.content: each for each in (asked, *replies)}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self.world.bot():
            await self.world.watches(self.world.square)
            yield

    async def marks(self, who: str, text: str) -> str:
        message = self.messages[text]
        used = await self.world.fake.uses_message_command(self.people[who], message, MARK)
        await self.world.answered(used)
        assert used.ephemeral
        return text_of(used)

    async def ticks(self, who: str, text: str) -> None:
        await self.world.fake.reacts(self.people[who], self.messages[text], "✅")

    async def unticks(self, who: str, text: str) -> None:
        await self.world.fake.takes_back(self.people[who], self.messages[text], "✅")

    async def is_marked(self, text: str, *by: str) -> bool:
        message, guild = self.messages[text], self.world.guild
        id_ = f"discord:{guild.id}/{message.channel.id}/{message.id}"
        accounts = {f"discord:{self.people[each].id}" for each in by}
        return await marked_by(self.world.services, id_, accounts)

    async def trusts(self, *, is_stopped: bool = False) -> str:
        options: dict[str, Value] = {"who": self._helpers, "stop": is_stopped}
        return text_of(await self.world.manages("trust", options))

    async def looks(self) -> str:
        return text_of(await self.world.manages("status"))

    async def asks_why(self, text: str) -> str:
        return await self._presses(text, "Why this answer?")

    async def looks_around(self, text: str) -> str:
        return await self._presses(text, "Around it")

    async def _presses(self, text: str, button: str) -> str:
        answer = await self.world.asks(text, who=self.people["other"])
        pressed = await self.world.presses(answer, button)
        assert pressed.ephemeral
        return text_of(pressed)

    async def asks(self, text: str) -> str:
        return (await self.world.asks(text, who=self.people["other"])).text


class SlackMarkingRoom:
    """A channel of a Slack workspace, with a thread."""

    def __init__(self, rig: Rig) -> None:
        self.rig, slack = rig, rig.slack
        names = {"asker": "dora", "other": "cleo", "helper": "emil"}
        own = {who: slack.world.add_user(slack.team.id, each) for who, each in names.items()}
        asker, other = own["asker"], own["other"]
        slack.general.members |= {each.id for each in own.values()}
        slack.team.groups["S0HELP helpers"] = [own["helper"].id]
        self.people = {**own, "admin": slack.ada}
        asked = slack.wrote(asker, slack.general, WIFI)
        replies = [slack.wrote(other, slack.general, each, asked) for each in (ASIDE, RADIO)]
        self.messages = {each.text: each for each in (asked, *replies)}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        slack = self.rig.slack
        async with self.rig.running():
            await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
            await self.rig.hears(slack.direct_channel(slack.ada), "Done: ")
            yield

    async def marks(self, who: str, text: str) -> str:
        slack, message = self.rig.slack, self.messages[text]
        place = slack.world.channels[message.channel_id]
        before = len(self.rig.said(place))
        await slack.uses_shortcut(self.people[who], message, "mark_answer")
        return shown((await slack.until(lambda: self.rig.said(place)[before:]))[-1])

    async def ticks(self, who: str, text: str) -> None:
        name = "white_check_mark"
        await self.rig.slack.reacts(self.people[who], self.messages[text], name)

    async def unticks(self, who: str, text: str) -> None:
        name = "white_check_mark"
        await self.rig.slack.takes_reaction_back(self.people[who], self.messages[text], name)

    async def is_marked(self, text: str, *by: str) -> bool:
        team, message = self.rig.slack.team.id, self.messages[text]
        accounts = {f"slack:{team}/{self.people[each].id}" for each in by}
        id_ = f"slack:{team}/{message.channel_id}/{message.ts}"
        return await marked_by(self.rig.services, id_, accounts)

    async def trusts(self, *, is_stopped: bool = False) -> str:
        said = f"trust {'off ' if is_stopped else ''}<!subteam^S0HELP|@helpers>"
        return await self.commands(said)

    async def looks(self) -> str:
        return await self.commands("status")

    async def commands(self, text: str) -> str:
        """Let the admin use `/posts`, and return what is said."""
        slack = self.rig.slack
        before = len(self.rig.said(slack.general))
        await slack.uses_command(slack.ada, slack.general, "/posts", text)
        return await self.next_said(before)

    async def asks_why(self, text: str) -> str:
        return await self._presses(text, "why:1")

    async def looks_around(self, text: str) -> str:
        return await self._presses(text, "around:1")

    async def _presses(self, text: str, button: str) -> str:
        await self.asks(text)
        slack = self.rig.slack
        before = len(self.rig.said(slack.general))
        await slack.presses(slack.ada, slack.general.ephemerals[-1], button)
        return await self.next_said(before)

    async def asks(self, text: str) -> str:
        slack = self.rig.slack
        before = len(self.rig.said(slack.general))
        await slack.uses_command(slack.ada, slack.general, "/ask", text)
        return await self.next_said(before)

    async def next_said(self, before: int) -> str:
        """Return what the bot says next."""
        slack = self.rig.slack
        said = await slack.until(lambda: self.rig.said(slack.general)[before:])
        return shown(said[-1])
