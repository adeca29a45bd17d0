"""The places the load is played in: a loopback Discord and Slack with people who write and ask."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from bot.ledger.channels import Channel as Watched
from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from contextlib import AsyncExitStack
    from random import Random

    from tests.fakes.discord.api.faults import Fault as DiscordFault
    from tests.fakes.slack.wires.faults import Fault as SlackFault

CHANNELS, MOST_ASKERS = 8, 1_000
MOST_FAULTS: Final = 3
"""Faults that wait for a call at a time: more would meet one call after another."""

SLOW_SECONDS: Final = 1.0
"""How long a call waits that the platform answers slowly."""


class Place(Protocol):
    """A platform with people in it."""

    name: str

    async def open(self, stack: AsyncExitStack) -> dict[str, str]:
        """Open it, and return the settings with which the bot finds it."""
        ...

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        ...

    async def connected(self) -> None:
        """Wait until the bot is there."""
        ...

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> Any:
        """Let somebody write, and return the message."""
        ...

    def edits(self, message: Any, text: str) -> None:
        """Let its writer change a message."""
        ...

    def deletes(self, message: Any) -> None:
        """Let its writer take a message back."""
        ...

    def reacts(self, number: int, message: Any) -> None:
        """Let somebody react to a message."""
        ...

    def pointer(self, message: Any) -> str:
        """Return what a reply to a message points at."""
        ...

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        ...

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        ...

    def fails(self, dice: Random) -> str:
        """Let something go wrong with one of the next calls, and return what, or "none"."""
        ...


@dataclass
class Sending:
    """Lets people do things without waiting for them."""

    sent: set[asyncio.Task[None]] = field(default_factory=set)

    def begin(self, deed: Coroutine[Any, Any, Any]) -> None:
        """Do it soon."""
        task = asyncio.ensure_future(deed)
        self.sent.add(task)
        task.add_done_callback(self.sent.discard)


@dataclass
class SlackPlace(Sending):
    """A workspace."""

    name: str = "slack"
    slack: FakeSlack = field(default_factory=FakeSlack)
    read: list[str] = field(default_factory=lambda: [""] * CHANNELS)
    made: list[SlackFault] = field(default_factory=list)

    async def open(self, stack: AsyncExitStack) -> dict[str, str]:
        """Open it, and return the settings with which the bot finds it."""
        slack = await stack.enter_async_context(self.slack)
        home = slack.team.id
        self.people = [slack.world.add_user(home, f"p{n}") for n in range(MOST_ASKERS)]
        members = (slack.team.bot, *self.people)
        self.channels = [
            slack.world.add_channel(home, f"c{n}", "public", *members) for n in range(CHANNELS)
        ]
        return {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
        }

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        for each in self.channels:
            id_, team = f"slack:{self.slack.team.id}/{each.id}", self.slack.team.id
            yield Watched(id_, "slack", team, f"#{each.name}", is_whole=True)

    async def connected(self) -> None:
        """Wait until the bot is there."""
        await self.slack.connected()

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> Any:
        """Let somebody write, and return the message."""
        place, bot = self.channels[channel % CHANNELS], self.slack.team.bot
        said = f"{bot.mention} {text}" if to_bot else text
        message = self.slack.wrote(self.people[number], place, said)
        self.slack.site.announce(message, place)
        return message

    def edits(self, message: Any, text: str) -> None:
        """Let its writer change a message."""
        self.begin(self.slack.edits(message, text))

    def deletes(self, message: Any) -> None:
        """Let its writer take a message back."""
        self.begin(self.slack.deletes(message))

    def reacts(self, number: int, message: Any) -> None:
        """Let somebody react to a message."""
        self.begin(self.slack.reacts(self.people[number], message, "eyes"))

    def pointer(self, message: Any) -> str:
        """Return what a reply to a message points at."""
        return str(message.ts)

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        # A real Slack does not look through all it ever sent.
        sent = self.slack.deliveries
        sent[:] = [each for each in sent if not each.is_acknowledged]
        self.slack.calls.clear()
        for number, place in enumerate(self.channels):
            last = self.read[number]
            for each in reversed(place.messages):
                if each.ts <= last:
                    break
                self.read[number] = max(self.read[number], each.ts)
                if each.user_id == self.slack.team.bot.id:
                    yield each.thread_ts, str(each.blocks) + each.text

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        whispers = (each for place in self.channels for each in place.ephemerals)
        return [each.message.text for each in whispers if each.user_id == self.people[number].id]

    def fails(self, dice: Random) -> str:
        """Let something go wrong with one of the next calls, and return what."""
        method = dice.choice(["chat.postMessage", "chat.postMessage", "users.info"])
        faults, kind = self.slack.faults, dice.choice(["429", "500", "503", "lost", "slow"])
        self.made = [each for each in self.made if each.times > 0]
        if len(self.made) >= MOST_FAULTS:
            return "none"
        if kind == "429":
            made = faults.ratelimited(method, retry_after=1)
        elif kind == "lost":
            made = faults.lost(method)
        elif kind == "slow":
            made = faults.held(method)
            asyncio.get_running_loop().call_later(SLOW_SECONDS, made.release.set)
        else:
            made = faults.html(method, int(kind))
        self.made.append(made)
        return kind


@dataclass
class DiscordPlace(Sending):
    """A server."""

    name: str = "discord"
    fake: FakeDiscord = field(default_factory=FakeDiscord)
    read: list[int] = field(default_factory=lambda: [0] * CHANNELS)
    made: list[DiscordFault] = field(default_factory=list)

    async def open(self, stack: AsyncExitStack) -> dict[str, str]:
        """Open it, and return the settings with which the bot finds it."""
        fake = await stack.enter_async_context(self.fake)
        self.guild = fake.world.add_guild("Quarry")
        self.channels = [self.guild.add_channel(f"c{n}") for n in range(CHANNELS)]
        self.people = [self.guild.add_member(f"p{n}") for n in range(MOST_ASKERS)]
        return {
            "DISCORD_TOKEN": fake.token,
            "DISCORD_API_URL": fake.api_url,
            "DISCORD_GATEWAY_URL": fake.gateway_url,
        }

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        for each in self.channels:
            room = f"discord:{self.guild.id}"
            yield Watched(f"discord:{each.id}", "discord", room, f"#{each.name}", is_whole=True)

    async def connected(self) -> None:
        """Wait until the bot is there."""
        await self.fake.until(lambda: self.fake.gateway.sessions)

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> Any:
        """Let somebody write, and return the message."""
        place = self.channels[channel % CHANNELS]
        content = f"{self.fake.world.bot.mention} {text}" if to_bot else text
        message = place.add_message(self.people[number], content)
        self.begin(self.fake.events.message("MESSAGE_CREATE", message))
        return message

    def edits(self, message: Any, text: str) -> None:
        """Let its writer change a message."""
        self.begin(self.fake.edits(message, text))

    def deletes(self, message: Any) -> None:
        """Let its writer take a message back."""
        self.begin(self.fake.deletes(message))

    def reacts(self, number: int, message: Any) -> None:
        """Let somebody react to a message."""
        self.begin(self.fake.reacts(self.people[number], message, "👀"))

    def pointer(self, message: Any) -> str:
        """Return what a reply to a message points at."""
        return str(message.id)

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        self.fake.requests.clear()
        for number, place in enumerate(self.channels):
            last = self.read[number]
            for each in reversed(place.history.values()):
                if each.id <= last:
                    break
                self.read[number] = max(self.read[number], each.id)
                if each.reply_to:
                    yield str(each.reply_to), each.text

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        place = self.fake.world.direct_channel(self.people[number])
        return [each.text for each in place.history.values()]

    def fails(self, dice: Random) -> str:
        """Let something go wrong with one of the next calls, and return what."""
        call, kind = ("POST", r"/channels/\d+/messages"), dice.choice(["429", "502", "500", "lost"])
        self.made = [each for each in self.made if each.left > 0]
        if len(self.made) >= MOST_FAULTS:
            return "none"
        if kind == "429":
            made = self.fake.limits_rate(*call, retry_after=1)
        elif kind == "502":
            made = self.fake.breaks_down(*call)
        elif kind == "500":
            made = self.fake.loses_answer(*call)
        else:
            made = self.fake.cuts(*call, stored=True)
        self.made.append(made)
        return kind


PLACES: dict[str, type[SlackPlace | DiscordPlace]] = {
    "slack": SlackPlace,
    "discord": DiscordPlace,
}
