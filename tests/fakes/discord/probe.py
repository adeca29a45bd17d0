"""A bot of the unmodified discord.py that does nothing but remember what it is told."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import discord
import yarl
from discord import app_commands

from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest

    from tests.fakes.discord.api.server import FakeDiscord


class Probe(discord.Client):
    """Records every event that discord.py makes of what it is told."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.05)
        self.tree: app_commands.CommandTree[Probe] = app_commands.CommandTree(self)
        self.heard: list[tuple[str, Any]] = []
        self._more = asyncio.Event()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Remember an event and pass it on."""
        self.heard.append((event, args[0] if len(args) == 1 else args))
        self._more.set()
        super().dispatch(event, *args, **kwargs)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once; discord.py itself waits five seconds before a second time."""

    def of(self, event: str) -> list[Any]:
        """Return what was heard of this event."""
        return [told for name, told in self.heard if name == event]

    async def hears(self, event: str, times: int = 1) -> Any:
        """Return what the event told, once it has come so many times."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.of(event)) < times:
                self._more.clear()
                await self._more.wait()
        return self.of(event)[times - 1]


def point_at(fake: FakeDiscord, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let discord.py speak to the fake."""
    gateway = yarl.URL(fake.gateway_url)
    monkeypatch.setattr(discord.http.Route, "BASE", fake.api_url)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)


@asynccontextmanager
async def running(
    fake: FakeDiscord, intents: discord.Intents | None = None
) -> AsyncIterator[Probe]:
    """Run a bot until the block ends."""
    async with Probe(intents or discord.Intents.all()) as bot:
        task = asyncio.create_task(bot.start(fake.token))
        await bot.hears("ready")
        yield bot
    await task
