"""The account decides, and a channel's id: the newest message's name holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from index.given_posts import GivenPosts
from index.ingest.counts import Counts
from index.posts import FOLLOWED
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.ingest.indexer import Indexer
    from index.posts import Post
    from index.sqlite.store import Store


def said(number: int, author: str | None, source: str = "#ops", place: str = "5/7") -> Post:
    """Return a message of one account, written on the day of its number."""
    return replace(
        post(f"Varnish {number}", author=author), id=f"discord:{place}/{number}", source=source,
        author_id="discord:1", audience="discord:7",
        posted_at=datetime(2026, 1, number, tzinfo=UTC),
    )  # fmt: skip


OLD, NEW = said(1, "Lena B"), said(9, "Lena", "#ops-renamed")


def names(store: Store) -> dict[str, tuple[str | None, str]]:
    return {each.id.rpartition("/")[2]: (each.author, each.source) for each in store.every_post()}


def bring(indexer: Indexer, *posts: Post, origin: str = "/a.json") -> Counts:
    return indexer.import_posts([GivenPosts(posts, origin)], opens=True)


@pytest.mark.parametrize("batch", [1, 500])
@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_the_newest_message_names_all_of_them_whichever_file_comes_first(
    order: tuple[Post, Post], batch: int, indexer: Indexer, store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("index.ingest.comparison.BATCH", batch)
    for at, each in enumerate(order):
        assert bring(indexer, each, origin=f"/{at}.json").new == 1
    assert names(store) == {"1": ("Lena", "#ops-renamed"), "9": ("Lena", "#ops-renamed")}
    assert store.posts_by(author="Lena B") == []
    for at, each in enumerate(order):
        assert bring(indexer, each, origin=f"/{at}.json") == Counts(unchanged=1)


@pytest.mark.parametrize("batch", [1, 500])
def test_so_it_does_within_one_file(
    batch: int, indexer: Indexer, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.ingest.comparison.BATCH", batch)
    posts = OLD, NEW, said(5, "Lena C", "#ops-2")
    assert bring(indexer, *posts) == Counts(new=3)
    assert set(names(store).values()) == {("Lena", "#ops-renamed")}
    assert bring(indexer, *posts) == Counts(unchanged=3)


def test_other_servers_accounts_channels_and_what_is_passed_on_keep_their_names(
    indexer: Indexer, store: Store
) -> None:
    page = replace(OLD, id=f"{OLD.id}~page", author="A paper")
    elsewhere = replace(said(2, "Countess", "#hall", "6/8"), audience="discord:8")
    beside = replace(said(3, "Lena B", "#keel", "5/6"), audience="discord:6")
    another = replace(said(4, "Lena B"), author_id="discord:2")
    unknown = replace(said(5, "Lena B"), author_id=None)
    bring(indexer, OLD, page, elsewhere, beside, another, unknown, NEW)
    renamed = "#ops-renamed"
    assert names(store) == {
        "1": ("Lena", renamed), "9": ("Lena", renamed), "1~page": ("A paper", renamed),
        "2": ("Countess", "#hall"), "3": ("Lena", "#keel"),
        "4": ("Lena B", renamed), "5": ("Lena B", renamed),
    }  # fmt: skip


def test_a_thread_goes_by_its_channel_and_a_channel_opened_to_all_by_its_id(
    indexer: Indexer, store: Store
) -> None:
    bring(indexer, OLD, said(2, "Lena", place="5/77"), said(9, "Lena", "#ops-renamed"))
    assert {source for _, source in names(store).values()} == {"#ops-renamed"}
    places = (3, "#a", "5/70"), (4, "#b", "5/71"), (5, "#c", "5/70")
    of_channels = (said(at, "Lena", source, place) for at, source, place in places)
    opened = [replace(each, audience="everyone") for each in of_channels]
    bring(indexer, *opened, origin="/b.json")
    assert {name: source for name, (_, source) in names(store).items() if name in "345"} == {
        "3": "#c", "4": "#b", "5": "#c",
    }  # fmt: skip


def test_the_readers_of_a_whole_server_make_no_channel(indexer: Indexer, store: Store) -> None:
    of_all = [replace(said(at, "Lena", f"#{at}", f"5/{at}"), audience="discord:5") for at in (1, 2)]
    bring(indexer, *of_all)
    assert {source for _, source in names(store).values()} == {"#1", "#2"}


def test_a_source_that_a_person_named_stays(indexer: Indexer, store: Store) -> None:
    bring(indexer, replace(OLD, source="mine"))
    bring(indexer, NEW, origin="/b.json")
    assert names(store) == {"1": ("Lena", "mine"), "9": ("Lena", "#ops-renamed")}


def test_what_is_heard_of_a_followed_channel_holds(indexer: Indexer, store: Store) -> None:
    bring(indexer, said(2, "Lena", "#live"), origin=FOLLOWED)
    bring(indexer, OLD, NEW, replace(said(8, None, "#x"), posted_at=None))
    assert names(store) == {
        "1": ("Lena", "#live"), "2": ("Lena", "#live"), "9": ("Lena", "#live"),
        "8": (None, "#live"),
    }  # fmt: skip


def test_a_name_without_a_day_replaces_none(indexer: Indexer, store: Store) -> None:
    bring(indexer, OLD)
    bring(indexer, replace(NEW, posted_at=None), origin="/b.json")
    assert set(names(store).values()) == {("Lena B", "#ops")}


def test_others_posts_get_no_name_and_give_none(indexer: Indexer, store: Store) -> None:
    old, new = (replace(said(day, "Ada", place="5/8"), audience="discord:8") for day in (1, 20))
    bring(indexer, old)
    mine = GivenPosts([said(9, "Lena")], "/b.json")
    indexer.import_posts([mine], may_change=lambda label: label == "discord:7")
    assert names(store) == {"1": ("Ada", "#ops"), "9": ("Lena", "#ops")}
    bring(indexer, replace(new, author_id="discord:3"), replace(new, id="discord:5/8/21"))
    with_own_name = GivenPosts([said(10, "Lena C")], "/c.json")
    indexer.import_posts([with_own_name], may_change=lambda label: label == "discord:7")
    assert names(store)["10"] == ("Lena C", "#ops")


def test_a_preview_writes_nothing(indexer: Indexer, store: Store) -> None:
    bring(indexer, OLD)
    indexer.import_posts([GivenPosts([NEW], "/b.json")], dry_run=True)
    assert names(store) == {"1": ("Lena B", "#ops")}
