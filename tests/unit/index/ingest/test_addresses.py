from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.given_posts import GivenPosts
from index.ingest.addresses import WebAddress, addresses, note_addresses
from index.ingest.erasure import erase
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.ingest.indexer import Indexer
    from index.sqlite.store import Store

FEED = WebAddress("https://garden.example/feed", "garden", "slack:C1", '"v1"', "yesterday")
HOME = WebAddress("https://garden.example")


def bring(store: Store, indexer: Indexer, *read: WebAddress) -> None:
    sources = [GivenPosts([post(each.url, each.url)], each.url) for each in read]
    indexer.import_posts(sources)
    note_addresses(store, read)


def test_an_address_is_remembered_with_its_marks(store: Store, indexer: Indexer) -> None:
    bring(store, indexer, FEED, HOME)
    assert addresses(store) == [HOME, FEED]


def test_one_of_which_nothing_is_stored_is_not_remembered(store: Store) -> None:
    note_addresses(store, [FEED])
    assert addresses(store) == []


def test_what_a_person_said_of_an_address_stays_true(store: Store, indexer: Indexer) -> None:
    bring(store, indexer, FEED)
    newer = WebAddress(FEED.url, etag='"v2"')
    note_addresses(store, [newer])
    assert addresses(store) == [replace(newer, source="garden", audience="slack:C1")]


def test_an_address_is_forgotten_with_its_last_post_down_to_the_bytes(
    store: Store, indexer: Indexer, tmp_path: Path
) -> None:
    bring(store, indexer, FEED, HOME)
    erase(store, indexer, [f"notes:{HOME.url}"], tmp_path / "c")
    assert addresses(store) == [FEED]
    erase(store, indexer, [f"notes:{FEED.url}"], tmp_path / "c")
    assert addresses(store) == []
    files = [each.read_bytes() for each in store.path.parent.iterdir() if each.is_file()]
    assert not any(b"garden.example" in each for each in files)
