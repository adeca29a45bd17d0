"""What one process stores or tells is heard by the others, and that it was missed, too."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import pytest

from bot.ledger.postgres import hearing
from index.engine.storage import POSTS_CHANGED
from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.index.engines import kept_on
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.silent_proxy import SilentProxy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from index.postgres.storage import PostgresStorage
    from tests.fakes.postgres_server import PostgresServer

LISTENS = (
    "SELECT pid FROM pg_stat_activity"
    " WHERE application_name = 'pullquote: hearing' AND query LIKE 'LISTEN%'"
)
END = LISTENS.replace("SELECT pid", "SELECT pg_terminate_backend(pid)")


@pytest.fixture
def storage(postgres: PostgresServer) -> Iterator[PostgresStorage]:
    """A database without tables."""
    with kept_on(postgres) as kept:
        yield kept.storage


@pytest.fixture
def place(postgres: PostgresServer, storage: PostgresStorage) -> LedgerInSchema:
    """The same database, for the ledger."""
    del storage
    return LedgerInSchema(postgres)


@asynccontextmanager
async def heard(place: LedgerInSchema) -> AsyncIterator[asyncio.Queue[str]]:
    """Give what is heard, once it is listened."""
    texts: asyncio.Queue[str] = asyncio.Queue()
    task = asyncio.create_task(
        place.storage.hear(texts.put_nowait, lambda: texts.put_nowait("missed"))
    )
    try:
        await listening(place)
        yield texts
    finally:
        task.cancel()
        await asyncio.wait([task])


async def listening(place: LedgerInSchema) -> None:
    """Wait until a connection listens."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await asyncio.to_thread(place.execute, LISTENS):
            pass


async def next_of(texts: asyncio.Queue[str]) -> str:
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await texts.get()


async def test_what_a_process_tells_is_heard_in_its_order(place: LedgerInSchema) -> None:
    with closing(place.storage.open()) as database:
        async with heard(place) as texts:
            database.tell("first")
            with database.writing():
                database.tell("second")
            assert [await next_of(texts) for _ in range(2)] == ["first", "second"]


async def test_that_posts_changed_is_heard_once_they_are_stored_and_not_where_they_are_not(
    place: LedgerInSchema, storage: PostgresStorage
) -> None:
    with closing(storage.open(create=True)) as engine:
        async with heard(place) as texts:
            with closing(place.storage.open()) as database:
                with engine.writing():
                    database.tell("while it is stored")
                    assert await next_of(texts) == "while it is stored"
                assert await next_of(texts) == POSTS_CHANGED
                with pytest.raises(ZeroDivisionError), engine.writing():
                    raise ZeroDivisionError
                database.tell("after what was not stored")
                assert await next_of(texts) == "after what was not stored"


async def test_after_a_lost_connection_it_is_told_that_something_may_have_been_missed(
    place: LedgerInSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "PAUSES", (0.01,))
    with closing(place.storage.open()) as database:
        async with heard(place) as texts:
            place.execute(END)
            assert await next_of(texts) == "missed"
            database.tell("again")
            assert await next_of(texts) == "again"


async def test_that_something_was_missed_is_heard_where_the_connection_was_lost_in_silence(
    postgres: PostgresServer, place: LedgerInSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(hearing, "ANSWER_SECONDS", 0.2)
    texts: asyncio.Queue[str] = asyncio.Queue()
    with SilentProxy(postgres) as proxy, closing(place.storage.open()) as database:
        address = proxy.address(postgres.database)
        task = asyncio.create_task(
            hearing.hear(address, texts.put_nowait, lambda: texts.put_nowait("missed"))
        )
        await listening(place)
        database.tell("first")
        assert await next_of(texts) == "first"
        proxy.forget_the_server()
        assert await next_of(texts) == "missed"
        database.tell("second")
        assert await next_of(texts) == "second"
        task.cancel()
        await asyncio.wait([task])
