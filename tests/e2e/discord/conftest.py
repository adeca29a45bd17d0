"""The whole bot on a Discord of our own: real client, real index, real model."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.adapter import Discord
from adapters.discord.client import Client
from bot.composition import app, chat_app
from tests.fakes.clock import MovedClock
from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.discord.interactions import Answered
from tests.fakes.discord.room import settings_for
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from bot.services import Services
    from bot.settings.values import Settings
    from index.posts import Post
    from tests.fakes.discord.asking import Value
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild, Member
    from tests.fakes.discord.world.messages import Message


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
        chief: Somebody who may manage the server.
        settings: How the bot is set up.
        tasks: The bots that run.
        clock: The bot's.
    """

    fake: FakeDiscord
    guild: Guild
    square: Channel
    ada: Member
    chief: Member
    settings: Settings
    rooms: list[Services] = field(default_factory=list)
    adapters: list[Discord] = field(default_factory=list)
    clock: MovedClock = field(default_factory=MovedClock)

    @property
    def services(self) -> Services:
        """What stands behind the bot that runs."""
        return self.rooms[-1]

    @asynccontextmanager
    async def bot(
        self, *, ask: Any = None, patience_seconds: float = 10, run: Any = Discord.run, **more: Any
    ) -> AsyncIterator[asyncio.Task[None]]:
        """Run the bot, and stop it as a supervisor would."""
        with app.answering(self.settings) as answerer:
            async with chat_app.serving(self.settings, self.clock) as services:
                self.rooms.append(services)
                assert self.settings.discord
                adapter = Discord(
                    self.settings.discord,
                    services,
                    self.settings.imports,
                    self.settings.language,
                    patience_seconds=patience_seconds,
                    **{"guilds_seconds": 0.05, **more},
                )
                self.adapters.append(adapter)
                known = len(self.fake.gateway.identifies)
                task = asyncio.create_task(run(adapter, ask or answerer.ask))
                try:
                    connected = asyncio.create_task(
                        self.fake.until(lambda: len(self.fake.gateway.identifies) > known)
                    )
                    await asyncio.wait([task, connected], return_when=asyncio.FIRST_COMPLETED)
                    connected.cancel()
                    yield task
                finally:
                    task.cancel()
                    await asyncio.wait([task])
                    self.rooms.pop()

    async def answer_to(self, message: Message) -> Message:
        """Return the bot's reply to a message."""

        def replies() -> list[Message]:
            said = message.channel.said_by_bot()
            return [each for each in said if each.reply_to == message.id]

        return (await self.fake.until(replies))[-1]

    async def asks(
        self, text: str, *, who: Member | None = None, where: Channel | None = None
    ) -> Message:
        """Let somebody ask by mention, and return the answer."""
        asked = await self.fake.says(who or self.ada, where or self.square, text, mentions_bot=True)
        return await self.answer_to(asked)

    async def uses(
        self,
        name: str,
        options: Mapping[str, Value] | None = None,
        *,
        who: Member | None = None,
        where: Channel | None = None,
        locale: str = "en-US",
    ) -> Interaction:
        """Let somebody use a command, and return it once it is answered."""
        used = await self.fake.uses_command(
            who or self.ada, where or self.square, name, options, locale=locale
        )
        return await self.answered(used)

    async def presses(
        self, message: Message, button: str, *, who: Member | None = None, locale: str = "en-US"
    ) -> Interaction:
        """Let somebody press a button, and return the interaction once it is answered."""
        pressed = await self.fake.presses(who or self.ada, message, button, locale=locale)
        return await self.answered(pressed)

    async def answered(self, act: Interaction) -> Interaction:
        """Return an interaction once it got more than an acknowledgement."""
        await self.fake.until(
            lambda: act.modal or act.edits or act.followups or act.answer is Answered.MESSAGE
        )
        return act

    async def manages(self, name: str, options: Mapping[str, Value] | None = None) -> Interaction:
        """Let the chief use a command of `/posts`."""
        return await self.uses(f"posts {name}", options, who=self.chief)

    async def watches(self, channel: Channel) -> Interaction:
        """Let the chief have a channel watched, and wait until it is read."""
        used = await self.manages("watch", {"channel": channel})
        await self.fake.until(lambda: "Done:" in text_of(used))
        return used

    async def count(self) -> int:
        """Return how many posts are stored."""
        return (await self.services.library.statistics(None)).posts

    async def holds(self, count: int) -> None:
        """Wait until so many posts are stored."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while await self.count() != count:
                    pass  # each round waits for the library's thread
        assert await self.count() == count

    async def becomes(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so that no request tells of."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not is_so():
                    await self.services.library.version()
        assert is_so()

    async def knows_something(self) -> None:
        """Store a post where there is none: a server without any is told so in another way."""
        library, label = self.services.library, f"discord:{self.guild.id}"
        if label not in await library.audiences():
            await library.save([post("Nobody asks for this.", "known", audience=label)])

    async def serves(self) -> None:
        """Wait until the bot is ready."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.adapters[-1].opened.wait()


def text_of(act: Interaction) -> str:
    """Return what the reply to an interaction says now."""
    return "\n".join(each.text for each in act.messages)


@pytest.fixture(autouse=True)
def _own_discord(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let discord.py speak to Discord again afterwards, and identify without its pause."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)

    async def at_once(*_: Any, **__: Any) -> None:
        """Wait five seconds for nothing otherwise."""

    monkeypatch.setattr(Client, "before_identify_hook", at_once)


@pytest.fixture
async def world(tmp_path: Path, address: str) -> AsyncIterator[World]:
    """A server with one channel and one member, and a bot that is not started yet."""
    async with FakeDiscord() as fake:
        guild = fake.world.add_guild("Quarry")
        chiefs = guild.add_role("chiefs", Permission.MANAGE_GUILD)
        yield World(
            fake,
            guild,
            guild.add_channel("square"),
            guild.add_member("ada"),
            guild.add_member("chief", [chiefs]),
            settings_for(fake, tmp_path / "data", address),
        )


@pytest.fixture
def stored(world: World) -> Callable[..., None]:
    """Store posts before the bot is started, as an import would."""

    def run(*posts: Post) -> None:
        from index.given_posts import GivenPosts  # noqa: PLC0415

        with app.opened_index(world.settings, create=True) as index:
            index.import_posts([GivenPosts(posts)], opens=True)

    return run


@pytest.fixture
def two_posts(stored: Callable[..., None]) -> tuple[Post, Post]:
    """Two stored posts that everybody may read."""
    oven = post(OVEN, "1", author="Wilhelmina", url="https://posts.example/1", title="Bread")
    goats = post(GOATS, "2", author="Bob", url="https://posts.example/2")
    stored(oven, goats)
    return oven, goats
