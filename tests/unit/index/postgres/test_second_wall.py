"""A query that forgot whom it is for finds nothing that they may not see."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from index.posts import EVERYONE, Evidence
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.postgres.store import Store
    from tests.fakes.index.engines import KeptOnServer

WALLED = ("posts", "passages", "postings", "word_counts", "vectors")
READERS = frozenset({"slack:C1"})


@pytest.fixture(autouse=True)
def _posts(store: Store) -> None:
    put(store, post("bread"), post("goats", "2", audience="slack:C1"), post("owls", "3"))


def count(store: Store, table: str, audience: frozenset[str] | None) -> int:
    """Return how many rows a query sees that has no condition at all."""
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - our own names
    return int(store.row(query, audience=audience)[0])


@pytest.mark.parametrize("table", WALLED)
def test_without_a_condition_only_rows_of_the_readers_are_seen(store: Store, table: str) -> None:
    assert count(store, table, None) == 3
    assert count(store, table, READERS) == 1
    assert count(store, table, frozenset()) == 0
    assert count(store, table, frozenset({"slack:C404"})) == 0
    assert count(store, table, frozenset({EVERYONE, *READERS})) == 3


@pytest.mark.parametrize("table", WALLED)
def test_who_does_not_say_whom_it_is_for_sees_nothing(kept: KeptOnServer, table: str) -> None:
    with closing(psycopg.connect(kept.address, autocommit=True)) as connection:
        query = f"SELECT count(*) FROM pullquote.{table}"  # noqa: S608 - our own names
        assert connection.execute(query.encode()).fetchone() == (0,)


def test_who_answered_whom_is_seen_only_with_both_posts(store: Store) -> None:
    with store.writing():
        store.state_evidence([Evidence("notes:1", "notes:2", "marked")])
        store.state_evidence([Evidence("notes:3", "notes:1", "marked")])
        store.state_evidence([Evidence("notes:404", "notes:1", "accepted")])
    assert count(store, "evidence", None) == 3
    assert count(store, "evidence", READERS) == 0
    assert count(store, "evidence", frozenset({EVERYONE})) == 1
    assert count(store, "evidence", frozenset({EVERYONE, *READERS})) == 2
    put(store, post("goats", "2"), post("owls", "3", audience="slack:C404"))
    assert count(store, "evidence", frozenset({EVERYONE})) == 1
    assert store.row("SELECT question FROM evidence", audience=frozenset({EVERYONE})) == (
        "notes:1",
    )


def test_who_does_not_say_whom_it_is_for_sees_no_evidence(store: Store, kept: KeptOnServer) -> None:
    with store.writing():
        store.state_evidence([Evidence("notes:1", "notes:3", "marked")])
    with closing(psycopg.connect(kept.address, autocommit=True)) as connection:
        query = "SELECT count(*) FROM pullquote.evidence"
        assert connection.execute(query).fetchone() == (0,)


def test_what_was_let_through_for_one_is_not_for_the_next(store: Store) -> None:
    with store.reading():
        assert count(store, "posts", READERS) == 1
        assert count(store, "posts", None) == 3
        assert count(store, "posts", frozenset({EVERYONE})) == 2
    assert count(store, "posts", READERS) == 1


def test_a_transaction_that_failed_leaves_the_wall_as_it_was(store: Store) -> None:
    def fail() -> None:
        with store.reading():
            count(store, "posts", None)
            raise KeyboardInterrupt

    assert count(store, "posts", READERS) == 1
    with pytest.raises(KeyboardInterrupt):
        fail()
    assert count(store, "posts", None) == 3
    assert count(store, "posts", READERS) == 1
