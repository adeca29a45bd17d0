"""What becomes of what is asked while the database server takes all and answers nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.composition import app, engine_app
from bot.running import while_away
from index.postgres.storage import PostgresStorage
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.readiness import monitored, ready, until_told_alone
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.engines import kept_on
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.silent_proxy import SilentProxy
from tests.fakes.watching import DiscordChannel, SlackChannel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.fakes.postgres_server import PostgresServer

    Channel = DiscordChannel | SlackChannel

pytestmark = pytest.mark.slow


@pytest.fixture
def proxy(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentProxy]:
    """What stands between the bot and the server, and may fall silent."""
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    monkeypatch.setattr(while_away, "PATIENCE_SECONDS", 0.1)
    with kept_on(postgres), SilentProxy(postgres) as made:
        yield made
        shared = engine_app.storage_at(made.address(postgres.database))
        assert isinstance(shared, PostgresStorage)
        shared.close()


@pytest.fixture(params=[DiscordChannel, SlackChannel], ids=lambda each: each.__name__)
def opened(
    request: pytest.FixtureRequest, proxy: SilentProxy, postgres: PostgresServer
) -> Callable[[], Channel]:
    """Makes a channel of each platform, whose bot keeps all it has on the server."""
    return lambda: request.param(proxy.address(postgres.database))


async def test_who_asks_meanwhile_is_told_so_alone_with_an_id_and_all_goes_on_afterwards(
    opened: Callable[[], Channel], proxy: SilentProxy
) -> None:
    async with (
        opened() as channel,
        serving(channel, ScriptedCore(FOUND)),
        monitored(channel) as url,
    ):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        with proxy.silent():
            channel.ask("when is it lit?")
            await until_told_alone(channel)
            assert (await ready(url)).startswith("database: ")
        assert await channel.services.away.over(PATIENCE_SECONDS)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await ready(url) != "ready\n":
                pass
        channel.ask("when are the boats in?")
        await channel.hears("https://example.org/nets", times=2)
    assert "cannot be used" not in channel.said_openly
