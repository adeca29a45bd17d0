from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.posts import FOLLOWED
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder, InterruptedEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    ByWords = Callable[[str], set[str]]

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
BREAD = post("The oven is lit on Fridays", "1", title="Bread")
CHEESE = post("Goats graze behind the school", "2")
REPLY = post("I will bring flour", "3", parent="1")


def switch_model(store: Store) -> None:
    with closing(Store.open(store.path, clock=utc_now)) as other, other.writing():
        other.activate(other.add_model("new", 8))


@pytest.mark.parametrize("act", ["import", "remove"])
def test_vectors_are_made_again_when_the_model_was_replaced_meanwhile(
    store: Store, act: str
) -> None:
    old = InterruptedEncoder()
    encoders = {"hashing": old, "new": HashingEncoder("new", 8)}
    indexer = Indexer(store, encoders.__getitem__, "hashing")
    indexer.import_posts([GivenPosts([BREAD, REPLY])])
    old.interrupt = lambda: switch_model(store)
    if act == "import":
        indexer.import_posts([GivenPosts([CHEESE])])
    else:
        indexer.remove(["notes:1"])
    lengths = store.connection.execute("SELECT length(vector) FROM vectors").fetchall()
    assert lengths == [(9,)]


def test_a_model_that_another_process_chose_first_is_kept(store: Store) -> None:
    def open_encoder(name: str) -> HashingEncoder:
        if name == "mine":
            switch_model(store)
        return HashingEncoder(dimension=8)

    Indexer(store, open_encoder, "mine").import_posts([GivenPosts([BREAD])])
    model = store.active_model()
    assert model is not None
    assert model.name == "new"


def elsewhere(store: Store, work: Callable[[Indexer], Any]) -> None:
    """Let another process work on the same database."""
    with closing(Store.open(store.path, clock=utc_now)) as other:
        work(Indexer(other, lambda _: HashingEncoder(), "hashing"))


def test_a_comment_that_was_removed_meanwhile_does_not_come_back_with_its_post(
    store: Store,
) -> None:
    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD, REPLY])])
    encoder.interrupt = lambda: elsewhere(store, lambda other: other.remove(["notes:3"]))
    indexer.import_posts([GivenPosts([replace(BREAD, title="Pizza")])])
    assert {each.id for each in store.every_post()} == {"notes:1"}


def test_a_comment_takes_no_words_of_a_post_that_was_removed_meanwhile(
    store: Store, by_words: ByWords
) -> None:
    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD])])
    encoder.interrupt = lambda: elsewhere(store, lambda other: other.remove(["notes:1"]))
    indexer.import_posts([GivenPosts([REPLY])])
    assert by_words("bread") == set()
    assert by_words("flour") == {"notes:3"}


def test_a_comment_that_came_meanwhile_is_found_through_the_edited_post(
    store: Store, by_words: ByWords
) -> None:
    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD])])
    encoder.interrupt = lambda: elsewhere(
        store, lambda other: other.import_posts([GivenPosts([REPLY])])
    )
    indexer.import_posts([GivenPosts([replace(BREAD, title="Pizza")])])
    assert by_words("bread") == set()
    assert by_words("pizza") == {"notes:1", "notes:3"}


def test_a_line_takes_no_words_of_one_before_it_that_was_removed_meanwhile(store: Store) -> None:
    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    asked, answer = (
        replace(post(text, source="discord"), id=f"discord:1/2/{at}", posted_at=NOON)
        for at, text in enumerate(["Where do the goats graze?", "behind the old school"])
    )
    indexer.import_posts([GivenPosts([asked])])
    encoder.interrupt = lambda: elsewhere(store, lambda other: other.remove([asked.id]))
    indexer.import_posts([GivenPosts([answer])])
    assert not store.connection.execute("SELECT 1 FROM words WHERE words MATCH 'goat'").fetchall()


@pytest.mark.parametrize("is_gone", [True, False])
def test_what_a_channel_tells_meanwhile_is_not_undone_by_an_older_archive(
    store: Store, is_gone: bool
) -> None:
    def tell(other: Indexer) -> None:
        other.import_posts([GivenPosts([edited], FOLLOWED)])
        if is_gone:
            other.mark_deleted([BREAD.id])

    encoder, edited = InterruptedEncoder(), replace(BREAD, text="The oven is lit on Mondays")
    encoder.interrupt = lambda: elsewhere(store, tell)
    Indexer(store, lambda _: encoder, "hashing").import_posts(
        [GivenPosts([BREAD, CHEESE], "/a.json")]
    )
    assert store.posts([BREAD.id]) == ({} if is_gone else {BREAD.id: edited})
    assert CHEESE.id in store.posts([CHEESE.id])


def test_a_file_takes_nothing_back_that_a_channel_told_of_meanwhile(store: Store) -> None:
    def tell(other: Indexer) -> None:
        other.import_posts([GivenPosts([BREAD], FOLLOWED)])

    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD, CHEESE], "/a.json")], within=["/a.json"])
    encoder.interrupt = lambda: elsewhere(store, tell)
    # What is unchanged in another file moves there once the rest of its batch is stored.
    indexer.import_posts([GivenPosts([BREAD, REPLY], "/b.json")])
    assert store.known([BREAD.id])[BREAD.id].origin == FOLLOWED


def test_what_a_channel_told_of_meanwhile_is_not_dropped_with_its_file(store: Store) -> None:
    def tell(other: Indexer) -> None:
        other.import_posts([GivenPosts([BREAD], FOLLOWED)])

    encoder = InterruptedEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD, CHEESE, REPLY], "/a.json")], within=["/a.json"])
    # The reply is encoded again before its post goes.
    encoder.interrupt = lambda: elsewhere(store, tell)
    indexer.import_posts([GivenPosts([CHEESE, REPLY], "/a.json")], within=["/a.json"])
    assert store.posts([BREAD.id]) == {BREAD.id: BREAD}
