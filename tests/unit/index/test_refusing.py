from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.counts import Counts
from index.posts import FOLLOWED
from index.refusing import refuse_for_good
from tests.fakes.posts import post
from tests.fakes.sources import ListSource

if TYPE_CHECKING:
    from index.build import Builder
    from index.posts import Post
    from index.store import Store

FILE = "/export.json"
OLD = post("The oven is lit on Fridays", "1")
NEW = replace(OLD, text="The oven is lit on Mondays")


def tell(builder: Builder, *posts: Post) -> Counts:
    return builder.bring_in([ListSource(posts, FOLLOWED)], opens=True)


def read(builder: Builder, *posts: Post) -> Counts:
    return builder.bring_in([ListSource(posts, FILE)], within=[FILE])


def text_of(store: Store) -> str | None:
    kept = store.posts([OLD.id])
    return kept[OLD.id].text if kept else None


def test_an_older_archive_does_not_bring_an_old_text_back(builder: Builder, store: Store) -> None:
    tell(builder, NEW)
    assert read(builder, OLD) == Counts(unchanged=1)
    assert text_of(store) == NEW.text


@pytest.mark.parametrize("told", [OLD, NEW])
def test_an_archive_that_lacks_what_a_channel_tells_of_does_not_take_it_away(
    builder: Builder, store: Store, told: Post
) -> None:
    read(builder, OLD)
    tell(builder, told)
    assert read(builder, post("Goats graze", "2")) == Counts(new=1)
    assert text_of(store) == told.text


def test_an_archive_does_not_bring_back_what_is_gone_from_its_channel(
    builder: Builder, store: Store
) -> None:
    read(builder, OLD)
    builder.withdraw([OLD.id])
    builder.withdraw([OLD.id])
    assert text_of(store) is None
    assert read(builder, OLD, post("Goats graze", "2")) == Counts(new=1, left_out=1)
    assert text_of(store) is None


def test_what_was_gone_comes_again_when_its_channel_tells_of_it(builder: Builder) -> None:
    builder.withdraw([OLD.id])
    assert tell(builder, OLD) == Counts(new=1)
    builder.remove([OLD.id])  # it was readmitted: what only vanished, a file may bring
    assert read(builder, OLD) == Counts(new=1)


def test_what_is_unwanted_does_not_come_again_even_when_its_channel_tells_of_it(
    builder: Builder, store: Store
) -> None:
    refuse_for_good(store, OLD.id)
    assert tell(builder, OLD) == Counts(left_out=1)
    assert text_of(store) is None
