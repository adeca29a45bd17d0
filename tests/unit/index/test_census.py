from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.census import SourceCount, census
from tests.fakes.posts import post
from tests.unit.index.test_store import put

if TYPE_CHECKING:
    from index.store import Store

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


def test_an_empty_index_has_nothing_to_count(store: Store) -> None:
    counted = census(store)
    assert (counted.sources, counted.posts, counted.passages) == ((), 0, 0)
    assert (counted.model, counted.newest, counted.changed_at) == (None, None, None)


def test_posts_and_comments_are_counted_by_source(store: Store) -> None:
    put(
        store,
        post("a", "1", posted_at=NOON),
        post("b", "2", parent="1", posted_at=NOON + timedelta(seconds=0.5)),
        post("c", source="web"),
    )
    counted = census(store)
    assert counted.sources == (
        SourceCount("notes", 1, 1, NOON + timedelta(seconds=0.5)),
        SourceCount("web", 1, 0, None),
    )
    assert (counted.posts, counted.passages, counted.model) == (3, 3, "hashing")
    assert counted.newest == NOON + timedelta(seconds=0.5)


def test_a_change_is_dated(store: Store) -> None:
    before = datetime.now(UTC)
    put(store, post("a"))
    changed_at = census(store).changed_at
    assert changed_at is not None
    assert before <= changed_at <= datetime.now(UTC)


def test_the_size_is_that_of_the_database_its_journal_and_the_cache(store: Store) -> None:
    put(store, post("a"))
    without = census(store).size
    store.path.with_name("pullquote.cache").write_bytes(bytes(1000))
    store.path.with_name("other.cache").write_bytes(bytes(1000))
    assert without > 0
    assert census(store).size == without + 1000
