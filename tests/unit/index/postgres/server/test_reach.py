"""A server that is away is found out once, and everything works again once it is back."""

from __future__ import annotations

import logging
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import psycopg
import pytest

from index.clock import utc_now
from index.errors import IndexAway, IndexUnreachable
from index.postgres.server import reach
from index.postgres.server.connections import Pool
from index.postgres.server.database import Database
from index.postgres.server.errors import translated
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.postgres_server import ROLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.postgres_server import PostgresServer


@pytest.fixture
def pool(postgres: PostgresServer) -> Iterator[Pool]:
    """Connections of somebody who never waits for the server."""
    made = Pool(postgres.address(postgres.database), away_seconds=0.0)
    made.open()
    with closing(made):
        yield made


def ask(pool: Pool) -> int:
    with translated("here"), pool.connection() as connection:
        found = connection.execute("SELECT 1").fetchone()
    assert found
    return int(found[0])


def test_what_is_away_is_said_once_costs_one_try_and_is_found_again(
    postgres: PostgresServer, pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    assert ask(pool) == 1
    with postgres.cut_off(postgres.database):
        for _ in range(3):
            with pytest.raises(IndexAway, match="not currently accepting connections"):
                ask(pool)
        assert pool.reach.reason is not None
    pool.reach.must_be_there(PATIENCE_SECONDS)
    assert ask(pool) == 1
    said = [each.getMessage() for each in caplog.records if each.name == reach.__name__]
    assert [each.removeprefix(pool.reach.place).partition(":")[0] for each in said] == [
        " is away, and is looked for",
        " is there again",
    ]
    assert [each.levelno for each in caplog.records if each.name == reach.__name__] == [
        logging.WARNING,
        logging.WARNING,
    ]


def test_a_thread_that_met_its_absence_again_and_again_goes_on_afterwards(
    postgres: PostgresServer, pool: Pool
) -> None:
    with closing(Database(pool, "here", utc_now)) as database:
        with postgres.cut_off(postgres.database):
            for _ in range(3):
                with pytest.raises(IndexUnreachable):
                    database.renew()
        pool.reach.must_be_there(PATIENCE_SECONDS)
        database.renew()
        assert database.row("SELECT 1") == (1,)


def test_all_over_one_address_know_it_and_who_waits_goes_on_as_soon_as_it_is_back(
    postgres: PostgresServer, pool: Pool
) -> None:
    with closing(Pool(postgres.address(postgres.database), away_seconds=PATIENCE_SECONDS)) as other:
        other.open()
        with postgres.cut_off(postgres.database):
            with pytest.raises(IndexAway):
                ask(pool)
            assert other.reach.reason == pool.reach.reason
        assert ask(other) == 1


def test_a_server_without_room_for_one_more_is_not_away(
    postgres: PostgresServer, pool: Pool
) -> None:
    with pool.connection() as held:
        postgres.execute(f"ALTER ROLE {ROLE} CONNECTION LIMIT 0")
        try:
            with pytest.raises(psycopg.OperationalError) as full:
                psycopg.connect(postgres.address(postgres.database))
            pool.reach.failed(full.value)
            assert pool.reach.reason is None
            assert held.execute("SELECT 1").fetchone() == (1,)
        finally:
            postgres.execute(f"ALTER ROLE {ROLE} CONNECTION LIMIT -1")


def test_nobody_looks_for_a_server_that_nobody_needs_any_more(postgres: PostgresServer) -> None:
    made = Pool(postgres.address(postgres.database), away_seconds=0.0)
    made.open()
    with postgres.cut_off(postgres.database), suppress(IndexUnreachable):
        ask(made)
    looking = made.reach.looking
    made.close()
    if looking is not None:
        looking.join(PATIENCE_SECONDS)
        assert not looking.is_alive()
    assert made.reach.reason is None
