"""The facade decides once what an erasure means, and what follows an import and a reindex."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.documents import name_mark
from index.given_posts import GivenPosts
from index.ingest.erasure import ErasureSelection
from index.post_index import PostIndex
from index.search.similarity.model_calibration import is_fitted
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.sqlite.store import Store

MESSAGE = "discord:5/7/1"


def facade(store: Store, tmp_path: Path, model: str = "hashing") -> PostIndex:
    return PostIndex(store, HashingEncoder, model, tmp_path / "cache")


@pytest.fixture
def index(store: Store, tmp_path: Path) -> PostIndex:
    return facade(store, tmp_path)


def test_a_name_of_several_people_means_nobody_yet(index: PostIndex) -> None:
    posts = [post(f"text {n}", str(n), author="Kim", author_id=f"discord:{n}") for n in (1, 2)]
    index.import_posts([GivenPosts(posts)])
    assert index.select(author="kim") == ErasureSelection(
        candidates={"discord:1": 1, "discord:2": 1}
    )
    assert index.select(author="discord:2") == ErasureSelection(["notes:2"], [])
    assert index.select(source="notes").ids == ["notes:1", "notes:2"]


def test_only_what_is_erased_for_good_is_never_stored_again(index: PostIndex) -> None:
    selection = ErasureSelection([MESSAGE, "notes:1"], ["discord:5/7/"], ["Kim"])
    everything = [MESSAGE, "notes:1", "discord:5/7/", name_mark("kim")]
    index.erase(selection, for_good=False)
    assert index.engine.suppressed_among(everything) == set()
    index.erase(selection, for_good=True)
    assert index.engine.suppressed_among(everything) == set(everything)


def test_a_preview_writes_nothing(index: PostIndex) -> None:
    assert index.preview([GivenPosts([post("bread")])]).new == 1
    assert list(index.every_post()) == []


def test_what_may_drop_is_only_read_where_something_of_it_is_stored(index: PostIndex) -> None:
    source = GivenPosts([post("bread")], "/a.csv")
    assert index.preview_drops([source], within=["/a.csv"], partial=[]).read == 0
    index.import_posts([source], within=["/a.csv"])
    empty = GivenPosts([], "/a.csv")
    assert index.preview_drops([empty], within=["/a.csv"], partial=[]).removed == 1
    assert index.preview_drops([empty], within=["/a.csv"], partial=["/a.csv"]).removed == 0


def test_a_model_is_tested_on_the_posts_after_an_import_and_after_a_reindex(
    store: Store, tmp_path: Path
) -> None:
    facade(store, tmp_path).import_posts([GivenPosts([post("bread"), post("goats", "2")])])
    first = store.active_model()
    assert first is not None
    assert is_fitted(store, first)
    assert facade(store, tmp_path, "other").reindex() == 2
    second = store.active_model()
    assert second is not None
    assert second.name != first.name
    assert is_fitted(store, second)
