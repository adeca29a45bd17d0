"""The places the load is played in: a loopback Discord and Slack with people who write and ask."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.ledger.channels import Channel as Watched
from bot.settings.values import DiscordSettings, Settings, SlackSettings
from index.embedding.encoder import BUNDLED
from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AsyncExitStack

CHANNELS, MOST_ASKERS = 4, 1_000


class Place(Protocol):
    """A platform with people in it."""

    name: str

    async def open(self, stack: AsyncExitStack) -> Settings:
        """Open it, and return how the bot is set up for it."""
        ...

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        ...

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> str:
        """Let somebody write, and return what a reply to it points at."""
        ...

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        ...

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        ...


@dataclass
class SlackPlace:
    """A workspace."""

    name: str = "slack"
    slack: FakeSlack = field(default_factory=FakeSlack)
    read: list[int] = field(default_factory=lambda: [0] * CHANNELS)

    async def open(self, stack: AsyncExitStack) -> Settings:
        """Open it, and return how the bot is set up for it."""
        slack = await stack.enter_async_context(self.slack)
        home = slack.team.id
        self.people = [slack.world.add_user(home, f"p{n}") for n in range(MOST_ASKERS)]
        members = (slack.team.bot, *self.people)
        self.channels = [
            slack.world.add_channel(home, f"c{n}", "public", *members) for n in range(CHANNELS)
        ]
        reached = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
        return _settings(stack, slack=reached)

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        for each in self.channels:
            id_, team = f"slack:{self.slack.team.id}/{each.id}", self.slack.team.id
            yield Watched(id_, "slack", team, f"#{each.name}", is_whole=True)

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> str:
        """Let somebody write, and return what a reply to it points at."""
        place, bot = self.channels[channel % CHANNELS], self.slack.team.bot
        said = f"{bot.mention} {text}" if to_bot else text
        message = self.slack.wrote(self.people[number], place, said)
        self.slack.site.announce(message, place)
        return message.ts

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        # A real Slack does not look through all it ever sent.
        sent = self.slack.deliveries
        sent[:] = [each for each in sent if not each.is_acknowledged]
        for number, place in enumerate(self.channels):
            new, self.read[number] = place.messages[self.read[number] :], len(place.messages)
            for each in new:
                if each.user_id == self.slack.team.bot.id:
                    yield each.thread_ts, str(each.blocks) + each.text

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        whispers = (each for place in self.channels for each in place.ephemerals)
        return [each.message.text for each in whispers if each.user_id == self.people[number].id]


@dataclass
class DiscordPlace:
    """A server."""

    name: str = "discord"
    fake: FakeDiscord = field(default_factory=FakeDiscord)
    read: list[int] = field(default_factory=lambda: [0] * CHANNELS)
    sent: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self, stack: AsyncExitStack) -> Settings:
        """Open it, and return how the bot is set up for it."""
        fake = await stack.enter_async_context(self.fake)
        self.guild = fake.world.add_guild("Quarry")
        self.channels = [self.guild.add_channel(f"c{n}") for n in range(CHANNELS)]
        self.people = [self.guild.add_member(f"p{n}") for n in range(MOST_ASKERS)]
        reached = DiscordSettings(fake.token, fake.api_url, fake.gateway_url)
        return _settings(stack, discord=reached)

    def watched(self) -> Iterator[Watched]:
        """Yield its channels as the bot remembers them."""
        for each in self.channels:
            room = f"discord:{self.guild.id}"
            yield Watched(f"discord:{each.id}", "discord", room, f"#{each.name}", is_whole=True)

    def says(self, number: int, channel: int, text: str, *, to_bot: bool = False) -> str:
        """Let somebody write, and return what a reply to it points at."""
        place = self.channels[channel % CHANNELS]
        content = f"{self.fake.world.bot.mention} {text}" if to_bot else text
        message = place.add_message(self.people[number], content)
        task = asyncio.ensure_future(self.fake.events.message("MESSAGE_CREATE", message))
        self.sent.add(task)
        task.add_done_callback(self.sent.discard)
        return str(message.id)

    def replies(self) -> Iterator[tuple[str, str]]:
        """Yield what the bot said since the last call: what it points at, and its words."""
        for number, place in enumerate(self.channels):
            count = len(place.history)
            new = list(islice(reversed(place.history.values()), count - self.read[number]))
            self.read[number] = count
            for each in new:
                if each.reply_to:
                    yield str(each.reply_to), each.text

    def told(self, number: int) -> list[str]:
        """Return what the bot said to one of the people alone, whichever question it was about."""
        place = self.fake.world.direct_channel(self.people[number])
        return [each.text for each in place.history.values()]


PLACES: dict[str, type[SlackPlace | DiscordPlace]] = {
    "slack": SlackPlace,
    "discord": DiscordPlace,
}


def _settings(
    stack: AsyncExitStack,
    *,
    discord: DiscordSettings | None = None,
    slack: SlackSettings | None = None,
) -> Settings:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return Settings(folder, BUNDLED, "en", None, timedelta(days=1), 1_000, discord, slack=slack)
