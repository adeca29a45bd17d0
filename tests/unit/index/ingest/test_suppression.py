from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.given_posts import GivenPosts
from index.ingest.counts import Counts
from index.ingest.erasure import erase
from index.posts import FOLLOWED
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.ingest.indexer import Indexer
    from index.posts import Post
    from index.sqlite.store import Store


FILE = "/export.json"
OLD = post("The oven is lit on Fridays", "1")
NEW = replace(OLD, text="The oven is lit on Mondays")


def tell(indexer: Indexer, *posts: Post) -> Counts:
    return indexer.import_posts([GivenPosts(posts, FOLLOWED)], opens=True)


def read(indexer: Indexer, *posts: Post) -> Counts:
    return indexer.import_posts([GivenPosts(posts, FILE)], within=[FILE])


def text_of(store: Store) -> str | None:
    kept = store.posts([OLD.id])
    return kept[OLD.id].text if kept else None


def test_an_older_archive_does_not_bring_an_old_text_back(indexer: Indexer, store: Store) -> None:
    tell(indexer, NEW)
    assert read(indexer, OLD) == Counts(unchanged=1)
    assert text_of(store) == NEW.text


@pytest.mark.parametrize("told", [OLD, NEW])
def test_an_archive_that_lacks_what_a_channel_tells_of_does_not_take_it_away(
    indexer: Indexer, store: Store, told: Post
) -> None:
    read(indexer, OLD)
    tell(indexer, told)
    assert read(indexer, post("Goats graze", "2")) == Counts(new=1)
    assert text_of(store) == told.text


def test_an_archive_does_not_bring_back_what_is_gone_from_its_channel(
    indexer: Indexer, store: Store
) -> None:
    read(indexer, OLD)
    indexer.mark_deleted([OLD.id])
    indexer.mark_deleted([OLD.id])
    assert text_of(store) is None
    assert read(indexer, OLD, post("Goats graze", "2")) == Counts(new=1, left_out=1)
    assert text_of(store) is None


def test_what_was_gone_comes_again_when_its_channel_tells_of_it(indexer: Indexer) -> None:
    indexer.mark_deleted([OLD.id])
    assert tell(indexer, OLD) == Counts(new=1)
    indexer.remove([OLD.id])  # it was readmitted: what only vanished, a file may bring
    assert read(indexer, OLD) == Counts(new=1)


def test_what_is_unwanted_does_not_come_again_even_when_its_channel_tells_of_it(
    indexer: Indexer, store: Store
) -> None:
    store.suppress(OLD.id)
    assert tell(indexer, OLD) == Counts(left_out=1)
    assert text_of(store) is None


MESSAGE = replace(OLD, id="slack:T1/C1/17.1", author_id="slack:T1/U1")
PAGE = replace(MESSAGE, id=f"{MESSAGE.id}~page", text="A page on ovens", author=None)
SHARED = replace(PAGE, id=f"{MESSAGE.id}~forwarded", author_id="slack:T9/U9")


def test_no_archive_brings_back_a_part_of_a_message_that_was_deleted(
    indexer: Indexer, store: Store
) -> None:
    tell(indexer, MESSAGE, PAGE)
    indexer.mark_deleted(store.with_parts([MESSAGE.id]))
    assert read(indexer, PAGE, SHARED) == Counts(left_out=2)


def test_of_a_message_that_is_forgotten_no_part_is_ever_stored_again(
    indexer: Indexer, store: Store, tmp_path: Path
) -> None:
    tell(indexer, MESSAGE, PAGE, SHARED)
    store.suppress(MESSAGE.id)
    erase(store, indexer, [MESSAGE.id], tmp_path / "cache")
    assert store.every_id() == []
    assert tell(indexer, MESSAGE, PAGE, SHARED) == Counts(left_out=3)


def test_what_somebody_passed_on_is_not_stored_once_its_author_asked_to_be_forgotten(
    indexer: Indexer, store: Store
) -> None:
    store.suppress("slack:T9/U9")
    assert tell(indexer, MESSAGE, PAGE, SHARED) == Counts(new=2, left_out=1)
