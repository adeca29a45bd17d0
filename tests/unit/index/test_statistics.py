from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.statistics import SourceCount
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.sqlite.store import Store


NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


def test_an_empty_index_has_nothing_to_count(store: Store) -> None:
    counted = store.statistics()
    assert (counted.sources, counted.posts, counted.passages) == ((), 0, 0)
    assert (counted.model, counted.newest, counted.changed_at) == (None, None, None)


def test_posts_and_comments_are_counted_by_source(store: Store) -> None:
    put(
        store,
        post("a", "1", posted_at=NOON),
        post("b", "2", parent="1", posted_at=NOON + timedelta(seconds=0.5)),
        post("c", source="web"),
    )
    counted = store.statistics()
    assert counted.sources == (
        SourceCount("notes", 1, 1, NOON + timedelta(seconds=0.5), NOON),
        SourceCount("web", 1, 0, None),
    )
    assert (counted.posts, counted.passages, counted.model) == (3, 3, "hashing")
    assert counted.newest == NOON + timedelta(seconds=0.5)


def test_a_change_is_dated(store: Store) -> None:
    before = datetime.now(UTC)
    put(store, post("a"))
    changed_at = store.statistics().changed_at
    assert changed_at is not None
    assert before <= changed_at <= datetime.now(UTC)


def test_the_size_is_that_of_the_database_its_journal_and_the_cache(store: Store) -> None:
    put(store, post("a"))
    without = store.statistics().size
    store.path.with_name("pullquote.cache").write_bytes(bytes(1000))
    store.path.with_name("other.cache").write_bytes(bytes(1000))
    assert without > 0
    assert store.statistics().size == without + 1000


def test_an_audience_s_census_counts_what_it_may_see_and_nothing_else(store: Store) -> None:
    put(
        store,
        post("a", "1", posted_at=NOON),
        post("b", "2", posted_at=NOON + timedelta(days=1), audience="discord:7"),
        post("c", source="attic", audience="discord:7"),
        post("d", "2", source="attic", parent="1", audience="discord:8"),
    )
    public = store.statistics(frozenset({"everyone"}))
    members = store.statistics(frozenset({"everyone", "discord:7"}))
    nobody = store.statistics(frozenset())
    assert (public.sources, public.passages) == ((SourceCount("notes", 1, 0, NOON, NOON),), 1)
    assert [(each.name, each.posts, each.comments) for each in members.sources] == [
        ("attic", 1, 0),
        ("notes", 2, 0),
    ]
    assert (members.passages, members.newest) == (3, NOON + timedelta(days=1))
    assert (nobody.sources, nobody.posts, nobody.passages) == ((), 0, 0)
    assert store.statistics().posts == 4
