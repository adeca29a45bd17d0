"""Another name of a person or a channel reaches what is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.given_posts import GivenPosts
from index.posts import FOLLOWED
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.ingest.indexer import Indexer
    from index.sqlite.store import Store


ADA = replace(post("The oven is lit", author="Ada"), id="discord:5/7/1", author_id="discord:1")
PAGE = replace(ADA, id="discord:5/7/1~page", author="A paper")
ELSEWHERE = replace(ADA, id="discord:6/7/1")
BEN = replace(ADA, id="discord:5/7/2", author="Ben", author_id="discord:2")


def test_a_new_name_stands_over_all_that_an_account_wrote_on_a_server_and_nothing_else(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([ADA, PAGE, ELSEWHERE, BEN], FOLLOWED)], opens=True)
    assert indexer.rename("discord:1", "discord:5/", "Ada") == []
    assert indexer.rename("discord:1", "discord:5/", "Countess") == [ADA.id]
    names = {post.id: post.author for post in store.every_post()}
    assert names == {
        ADA.id: "Countess", PAGE.id: "A paper", ELSEWHERE.id: "Ada", BEN.id: "Ben",
    }  # fmt: skip
    assert {known.origin for known in store.known([ADA.id]).values()} == {FOLLOWED}
    assert store.posts_by(author="Countess") == [ADA.id]


def test_what_is_stored_of_a_channel_gets_its_new_name(indexer: Indexer, store: Store) -> None:
    indexer.import_posts([GivenPosts([ADA, PAGE, ELSEWHERE], FOLLOWED)], opens=True)
    indexer.move_to_source([ADA.id, PAGE.id], "#town")
    assert sorted(store.posts_by(source="#town")) == [ADA.id, PAGE.id]
