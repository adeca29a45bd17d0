"""A server that takes what is sent and answers nothing is noticed, and what takes long is not."""

from __future__ import annotations

import logging
import threading
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexAway, IndexUnreachable
from index.postgres.server.connections import Pool
from index.postgres.server.database import Database
from index.postgres.server.errors import translated
from index.postgres.server.silence import Patience
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.silent_proxy import SilentProxy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.postgres_server import PostgresServer

pytestmark = pytest.mark.slow

HASTY = Patience(0.2, 1)


@pytest.fixture
def proxy(postgres: PostgresServer) -> Iterator[SilentProxy]:
    """What stands between, and may fall silent."""
    with SilentProxy(postgres) as made:
        yield made


@pytest.fixture
def pool(postgres: PostgresServer, proxy: SilentProxy) -> Iterator[Pool]:
    """Connections of somebody who waits for nothing long."""
    made = Pool(proxy.address(postgres.database), away_seconds=0.0, patience=HASTY)
    made.open()
    with closing(made):
        yield made


def ask(pool: Pool, query: str = "SELECT 1") -> object:
    with translated("here"), pool.connection() as connection:
        found = connection.execute(query.encode()).fetchone()
    assert found
    return found[0]


def test_a_server_that_falls_silent_is_away_until_it_answers_again(
    proxy: SilentProxy, pool: Pool
) -> None:
    assert ask(pool) == 1
    with proxy.silent():
        with pytest.raises(IndexAway):
            ask(pool)
        assert pool.reach.reason is not None
        for _ in range(3):
            with pytest.raises(IndexAway):
                ask(pool)
    pool.reach.must_be_there(PATIENCE_SECONDS)
    assert ask(pool) == 1


def test_one_that_falls_silent_over_a_statement_is_found_out_by_who_waits_for_it(
    proxy: SilentProxy, pool: Pool
) -> None:
    with translated("there"), pool.connection() as connection:
        connection.execute("CREATE TEMP TABLE kept (number int)")
        with proxy.silent():
            with pytest.raises(IndexUnreachable), translated("here"):
                connection.execute("INSERT INTO kept VALUES (1)")
            assert connection.closed
            assert pool.reach.reason is not None
    pool.reach.must_be_there(PATIENCE_SECONDS)
    assert ask(pool) == 1


def test_what_takes_long_is_waited_for_as_long_as_it_takes(pool: Pool) -> None:
    assert ask(pool, "SELECT 5 FROM pg_sleep(2)") == 5
    assert pool.reach.reason is None


def test_who_waits_for_another_to_write_is_not_taken_for_one_that_nobody_answers(
    pool: Pool,
) -> None:
    lock, unlock = "SELECT pg_advisory_lock(7)", "SELECT pg_advisory_unlock(7)"
    looked = threading.Event()
    with pool.connection() as first, pool.connection() as second:
        first.execute(lock)

        def wait() -> None:
            second.execute(lock)
            looked.set()

        waiting = threading.Thread(target=wait)
        waiting.start()
        while not _waits(pool):
            pass
        assert not looked.wait(1.5)  # several looks later it still waits
        first.execute(unlock)
        waiting.join()
        second.execute(unlock)
    assert looked.is_set()


def _waits(pool: Pool) -> bool:
    return bool(ask(pool, "SELECT count(*) FROM pg_locks WHERE NOT granted"))


def test_what_stands_between_and_lost_the_server_is_not_waited_for(
    proxy: SilentProxy, pool: Pool
) -> None:
    with pool.connection() as connection:
        connection.execute("SELECT 1")
        with proxy.silent():
            proxy.forget_the_server()
        with pytest.raises(IndexUnreachable, match="answers nothing"), translated("here"):
            connection.execute("SELECT 1")
    assert pool.reach.reason is None
    assert ask(pool) == 1


def fill(pool: Pool, number: int) -> None:
    """Have a pool keep so many connections that nobody uses."""
    with ExitStack() as used:
        for _ in range(number):
            used.enter_context(pool.connection()).execute("SELECT 1")
    while pool.get_stats()["pool_available"] < number:
        pass


def test_of_the_connections_that_were_lost_together_one_is_waited_for(
    postgres: PostgresServer, proxy: SilentProxy, pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "psycopg.pool")
    other = Pool(proxy.address(postgres.database), away_seconds=0.0, patience=HASTY)
    other.open()
    with closing(other):
        fill(pool, 6)
        fill(other, 2)
        proxy.forget_the_server()
        assert [ask(each) for each in (pool, pool, other, pool)] == [1] * 4
        fill(pool, 6)
        proxy.forget_the_server()
        assert [ask(each) for each in (other, pool)] == [1] * 2
    failed = [each for each in caplog.messages if "failed check" in each]
    assert len(failed) == 2, failed


def test_who_keeps_a_connection_takes_another_once_one_of_its_age_was_lost(
    postgres: PostgresServer, proxy: SilentProxy, pool: Pool
) -> None:
    patient = Pool(proxy.address(postgres.database), patience=Patience(3600.0, 1))
    patient.open()
    with closing(patient), closing(Database(patient, "here", utc_now)) as kept:
        fill(pool, 1)
        proxy.forget_the_server()
        assert ask(pool) == 1
        renewing = threading.Thread(target=kept.renew, daemon=True)
        renewing.start()
        renewing.join(PATIENCE_SECONDS)
        assert not renewing.is_alive()
        assert kept.row("SELECT 1") == (1,)


def test_copies_and_many_statements_at_once_are_listened_to_as_well(
    proxy: SilentProxy, pool: Pool
) -> None:
    for way in (_copies, _sends_many):
        with pytest.raises(IndexUnreachable):
            way(pool, proxy)
        pool.reach.must_be_there(PATIENCE_SECONDS)


def _copies(pool: Pool, proxy: SilentProxy) -> None:
    with translated("here"), pool.connection() as connection:
        connection.execute("CREATE TEMP TABLE kept (number int)")
        with proxy.silent(), connection.cursor().copy("COPY kept FROM STDIN") as copy:
            copy.write("1\n")


def _sends_many(pool: Pool, proxy: SilentProxy) -> None:
    with translated("here"), pool.connection() as connection:
        connection.execute("CREATE TEMP TABLE kept (number int)")
        with proxy.silent():
            connection.cursor().executemany("INSERT INTO kept VALUES (%s)", [(1,), (2,)])
