"""What a running bot says of its health while the database server is away, or only to be read."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import aiohttp
import pytest

from adapters.monitoring.server import Monitoring
from bot.composition import engine_app
from index.postgres.storage import PostgresStorage
from tests.contract.chats import test_sync
from tests.fakes.index.engines import KeptOnServer, kept_on
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.postgres_server import ROLE
from tests.fakes.watching import SlackChannel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.ports import ChatAdapter
    from tests.fakes.postgres_server import PostgresServer

END = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE usename = 'pullquote' AND datname = current_database()"
)


@pytest.fixture
async def channel(postgres: PostgresServer) -> AsyncIterator[SlackChannel]:
    """A channel whose bot keeps all it has on a server."""
    address = postgres.address(postgres.database)
    with kept_on(postgres):
        async with SlackChannel(address) as opened:
            yield opened
        shared = engine_app.storage_at(address)
        assert isinstance(shared, PostgresStorage)
        shared.close()


@pytest.fixture
def kept(postgres: PostgresServer) -> KeptOnServer:
    """The database, as its superuser sees it."""
    return KeptOnServer(postgres, postgres.database)


@asynccontextmanager
async def watched(channel: SlackChannel) -> AsyncIterator[str]:
    """Give the address at which the bot tells how it is."""

    async def problem() -> str:
        return ""  # nothing is asked here

    platforms: list[ChatAdapter] = [channel.adapter]
    server = Monitoring(channel.services, platforms, 0, problem)
    task = asyncio.create_task(server.run())
    try:
        yield await server.address()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def fetched(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def until_ready(address: str) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await fetched(f"{address}/readyz") != (200, "ready\n"):
            pass


async def test_while_the_server_is_away_it_lives_and_says_why_it_is_not_ready(
    channel: SlackChannel, postgres: PostgresServer
) -> None:
    async with watched(channel) as address, test_sync.running(channel):
        await until_ready(address)
        with postgres.cut_off(postgres.database):
            status, text = await fetched(f"{address}/readyz")
            assert (status, text.count("\n")) == (503, 1)
            assert "is not currently accepting connections" in text
            assert await fetched(f"{address}/healthz") == (200, "ok\n")
            assert (await fetched(f"{address}/metrics"))[0] == 200
            status, again = await fetched(f"{address}/readyz")
            assert (status, again.partition(": ")[0]) == (503, "database")
        await until_ready(address)


async def test_where_the_server_is_only_to_be_read_that_is_named_and_not_the_platform(
    channel: SlackChannel, kept: KeptOnServer
) -> None:
    async with watched(channel) as address:
        kept.execute(f"ALTER ROLE {ROLE} SET default_transaction_read_only = on")
        try:
            kept.execute(END)
            status, text = await fetched(f"{address}/readyz")
        finally:
            kept.execute(f"ALTER ROLE {ROLE} RESET default_transaction_read_only")
            kept.execute(END)
    assert status == 503
    assert text.startswith("slack: waits for the ledger\nledger: cannot be written (")
    assert "read-only transaction" in text
