from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch
from index.sqlite.file_guard import stamps
from index.sqlite.file_guard.stamps import counters, end_of, newest_stamp
from index.sqlite.schema import MIGRATIONS
from index.sqlite.store import Store
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """Another connection, as of another process."""
    with closing(Store.open(store.path, clock=utc_now)) as opened:
        yield opened


def count(store: Store) -> int:
    number: int = store.connection.execute("SELECT count(*) FROM stamps").fetchone()[0]
    return number


def test_what_one_connection_writes_goes_on_under_one_stamp(store: Store) -> None:
    put(store, post("first", "1"))
    begun = newest_stamp(store.connection)
    put(store, post("second", "2"))
    assert (newest_stamp(store.connection), count(store)) == (begun, 2)


def test_each_connection_that_writes_begins_a_stamp_also_after_another(
    store: Store, other: Store
) -> None:
    seen: list[str] = []
    for each in (store, other, store):
        put(each, post("text", str(len(seen))))
        seen.append(newest_stamp(store.connection))
    assert len(set(seen)) == 3


def test_where_no_passage_comes_or_goes_no_stamp_begins(store: Store, other: Store) -> None:
    put(store, post("first", "1"))
    begun = newest_stamp(store.connection)
    with other.writing():
        other.move({"notes:1": "/file"})
    put(store, post("second", "2"))
    assert newest_stamp(store.connection) == begun


def test_a_stamp_ends_where_the_next_one_begins(store: Store, other: Store) -> None:
    put(store, post("first", "1"))
    begun = newest_stamp(store.connection)
    put(store, post("second", "2"))
    assert end_of(store.connection, begun) == counters(store.connection) == (2, 0)
    put(other, post("third", "3"))
    assert end_of(store.connection, begun) == (2, 0)
    assert end_of(store.connection, newest_stamp(store.connection)) == (3, 0)


def test_a_stamp_that_never_was_has_no_end(store: Store) -> None:
    put(store, post("first", "1"))
    assert end_of(store.connection, "0" * 16) is None


def test_a_database_that_is_not_as_it_was_left_gets_a_new_stamp(store: Store) -> None:
    put(store, post("first", "1"), post("second", "2"))
    begun = newest_stamp(store.connection)
    # As where an earlier copy was put in its place.
    store.connection.execute("DELETE FROM posts WHERE id = 'notes:2'")
    store.connection.execute("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'passages'")
    store.connection.execute("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'removals'")
    put(store, post("third", "3"), post("fourth", "4"))
    assert newest_stamp(store.connection) != begun
    assert end_of(store.connection, begun) == (1, 0)


def test_a_write_that_failed_leaves_no_stamp_and_the_next_one_begins_another(store: Store) -> None:
    put(store, post("first", "1"))
    begun = newest_stamp(store.connection)
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(IndexMismatch, match="full"):
        put(store, *(post("word " * 500, str(number)) for number in range(2, 50)))
    assert newest_stamp(store.connection) == begun
    store.connection.execute(f"PRAGMA max_page_count = {pages + 99}")
    put(store, post("second", "2"))
    assert end_of(store.connection, begun) == end_of(
        store.connection, newest_stamp(store.connection)
    )


def test_only_the_newest_stamps_are_kept(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "KEPT", 3)
    first = newest_stamp(store.connection)
    for number in range(6):
        put((store, other)[number % 2], post("text", str(number)))
    assert count(store) == 3
    assert end_of(store.connection, first) is None
    assert end_of(store.connection, newest_stamp(store.connection)) == (6, 0)


def test_a_database_of_before_stamps_gets_its_first_with_the_numbers_it_has(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    old = MIGRATIONS[: next(at for at, script in enumerate(MIGRATIONS) if "stamps" in script)]
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("".join(old))
        connection.execute("INSERT INTO removals (passage) VALUES (7)")
        connection.execute(f"PRAGMA user_version = {len(old)}")
        connection.execute(f"PRAGMA application_id = {0x50515431}")
        connection.commit()
    with closing(Store.open(path, clock=utc_now)) as store:
        rows = store.connection.execute("SELECT passage, removal FROM stamps").fetchall()
        assert rows == [(0, 1)]
        put(store, post("first", "1"))
        assert counters(store.connection) == (1, 1)
