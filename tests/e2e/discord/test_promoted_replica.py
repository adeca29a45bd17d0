"""A database server dies, its replica is promoted, and the bot goes on there."""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.composition import engine_app
from index.postgres.storage import PostgresStorage
from tests.e2e.discord.conftest import GOATS, OVEN
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.postgres_server import ROLE, running_replica, running_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.discord.conftest import World
    from tests.fakes.postgres_server import PostgresServer

REPLAYED = "SELECT count(*) FROM pullquote_ledger.questions"


@pytest.fixture
def servers() -> Iterator[tuple[PostgresServer, PostgresServer]]:
    """A server, and one that follows it."""
    with ExitStack() as stack:
        try:
            primary = stack.enter_context(running_server())
            replica = stack.enter_context(running_replica(primary))
        except OSError as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(str(error))
        yield primary, replica


@pytest.fixture
def address(servers: tuple[PostgresServer, PostgresServer]) -> Iterator[str]:
    """Whichever of both may be written to."""
    folders = ",".join(str(each.folder) for each in servers)
    query = f"host={folders}&target_session_attrs=read-write"
    address = f"postgresql://{ROLE}@/{servers[0].database}?{query}"
    yield address
    shared = engine_app.storage_at(address)
    assert isinstance(shared, PostgresStorage)
    shared.close()


async def test_the_bot_goes_on_where_a_replica_was_promoted(
    world: World, servers: tuple[PostgresServer, PostgresServer]
) -> None:
    primary, replica = servers
    async with world.bot():
        library = world.services.library
        await library.save([post(OVEN, "1"), post(GOATS, "2")])
        assert OVEN in (await world.asks("when is the village oven lit?")).text
        async with asyncio.timeout(PATIENCE_SECONDS):
            while replica.execute(REPLAYED, replica.database) != [(1,)]:
                await library.version()  # each round waits for the library's thread
        primary.crash()
        replica.execute("SELECT pg_promote()")
        assert GOATS in (await world.asks("where do the goats graze?")).text
        assert replica.execute(REPLAYED, replica.database) == [(2,)]
        await library.save([post("Nets hang in the harbour.", "3")])
        assert await world.count() == 3
