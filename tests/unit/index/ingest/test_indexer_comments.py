"""Comments are found by their post's words, and go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.given_posts import GivenPosts
from tests.unit.index.ingest.conftest import BREAD, REPLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ingest.indexer import Indexer
    from index.posts import Hit
    from index.sqlite.store import Store

    Hits = Callable[..., dict[str, Hit]]
    ByWords = Callable[[str], set[str]]


def test_a_comment_is_found_by_its_post_s_words_and_follows_their_edit(
    indexer: Indexer, by_words: ByWords
) -> None:
    indexer.import_posts([GivenPosts([REPLY])])
    assert by_words("bread") == set()
    indexer.import_posts([GivenPosts([BREAD])])
    assert by_words("bread") == {"notes:1", "notes:3"}
    indexer.import_posts([GivenPosts([replace(BREAD, title="Pizza")])])
    assert by_words("bread") == set()
    assert by_words("pizza") == {"notes:1", "notes:3"}


def test_a_comment_s_context_vanishes_with_its_post(
    indexer: Indexer, store: Store, by_words: ByWords
) -> None:
    indexer.import_posts([GivenPosts([BREAD, REPLY], "/posts.csv")])
    indexer.remove(["notes:1"])
    assert by_words("bread oven") == set()
    assert by_words("flour") == {"notes:3"}
    assert store.known(["notes:3"])["notes:3"].origin == "/posts.csv"


def test_a_post_that_becomes_private_takes_its_words_back_from_public_comments(
    indexer: Indexer, by_words: ByWords
) -> None:
    indexer.import_posts([GivenPosts([BREAD, REPLY])])
    indexer.import_posts([GivenPosts([replace(BREAD, audience="slack:C1")])])
    assert by_words("bread") == {"notes:1"}


def test_a_post_and_its_comments_go_together_when_both_are_removed(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([BREAD, REPLY])])
    indexer.remove(["notes:1", "notes:3"])
    assert list(store.every_post()) == []
