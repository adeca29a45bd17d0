from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.ingest.counts import Counts
from index.posts import FOLLOWED
from tests.fakes.index.posts import post
from tests.fakes.index.sources import ListSource

if TYPE_CHECKING:
    from index.ingest.indexer import Indexer
    from index.posts import Post
    from index.sqlite.store import Store


FILE = "/export.json"
OLD = post("The oven is lit on Fridays", "1")
NEW = replace(OLD, text="The oven is lit on Mondays")


def tell(indexer: Indexer, *posts: Post) -> Counts:
    return indexer.import_posts([ListSource(posts, FOLLOWED)], opens=True)


def read(indexer: Indexer, *posts: Post) -> Counts:
    return indexer.import_posts([ListSource(posts, FILE)], within=[FILE])


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
