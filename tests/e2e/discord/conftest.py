"""The whole bot on a Discord of our own: real client, real index, real model."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.adapter import Discord
from adapters.discord.client import Client
from bot import app, chats
from bot.settings import DiscordSettings, Settings
from index.encoder import BUNDLED
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.posts import post

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.asking import Backroom
    from index.posts import Post
    from tests.fakes.discord.channels import Channel
    from tests.fakes.discord.guilds import Guild, Member
    from tests.fakes.discord.messages import Message

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
GOATS = "Goats graze behind the school, because the meadow there is never mown in spring."


@dataclass
class World:
    """A small server with the bot in it.

    Attributes:
        fake: The Discord it is on.
        guild: The server.
        square: A channel that all its members read.
        ada: A member.
        settings: How the bot is set up.
        tasks: The bots that run.
    """

    fake: FakeDiscord
    guild: Guild
    square: Channel
    ada: Member
    settings: Settings
    rooms: list[Backroom] = field(default_factory=list)

    @property
    def room(self) -> Backroom:
        """What stands behind the bot that runs."""
        return self.rooms[-1]

    @asynccontextmanager
    async def bot(
        self, *, ask: Any = None, patience_seconds: float = 10, **more: Any
    ) -> AsyncIterator[asyncio.Task[None]]:
        """Runs the bot, and stops it as a supervisor would."""
        with app.answering(self.settings) as answerer:
            async with chats.backroom(self.settings) as room:
                self.rooms.append(room)
                assert self.settings.discord
                adapter = Discord(
                    self.settings.discord,
                    room,
                    self.settings.imports,
                    self.settings.language,
                    patience_seconds=patience_seconds,
                    guilds_seconds=0.05,
                    **more,
                )
                known = len(self.fake.gateway.identifies)
                task = asyncio.create_task(adapter.run(ask or answerer.ask))
                try:
                    await self.fake.until(
                        lambda: task.done() or len(self.fake.gateway.identifies) > known
                    )
                    yield task
                finally:
                    task.cancel()
                    await asyncio.wait([task])
                    self.rooms.pop()

    async def answer_to(self, message: Message) -> Message:
        """Returns the bot's reply to a message."""

        def replies() -> list[Message]:
            said = message.channel.said_by_bot()
            return [each for each in said if each.reply_to == message.id]

        return (await self.fake.until(replies))[-1]


@pytest.fixture(autouse=True)
def _own_discord(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets discord.py speak to Discord again afterwards, and identify without its pause."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)

    async def at_once(*_: Any, **__: Any) -> None:
        """Waits five seconds for nothing otherwise."""

    monkeypatch.setattr(Client, "before_identify_hook", at_once)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server with one channel and one member, and a bot that is not started yet."""
    async with FakeDiscord() as fake:
        guild = fake.world.add_guild("Quarry")
        settings = Settings(
            tmp_path / "data",
            BUNDLED,
            "auto",
            None,
            timedelta(days=90),
            100,
            DiscordSettings(fake.token, fake.api_url, fake.gateway_url),
        )
        yield World(fake, guild, guild.add_channel("square"), guild.add_member("ada"), settings)


@pytest.fixture
def stored(world: World) -> Callable[..., None]:
    """Stores posts before the bot is started, as an import would."""

    def run(*posts: Post) -> None:
        from tests.fakes.sources import ListSource  # noqa: PLC0415

        with app.opened_index(world.settings, create=True) as index:
            index.builder.bring_in([ListSource(posts)], opens=True)

    return run


@pytest.fixture
def two_posts(stored: Callable[..., None]) -> tuple[Post, Post]:
    """Two stored posts that everybody may read."""
    oven = post(OVEN, "1", author="Wilhelmina", url="https://posts.example/1", title="Bread")
    goats = post(GOATS, "2", author="Bob", url="https://posts.example/2")
    stored(oven, goats)
    return oven, goats
