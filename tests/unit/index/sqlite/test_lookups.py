"""Names are completed from what the asker may see."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.sqlite.lookups import MOST
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.sqlite.store import Store


def test_the_most_frequent_names_come_first(save: Callable[..., None], store: Store) -> None:
    save(
        post("one", "1", author="Ada"),
        post("two", "2", author="Bob"),
        post("three", "3", author="Bob"),
        post("four", "4"),
    )
    assert store.names("author", "", None) == ["Bob", "Ada"]


def test_any_word_of_a_name_may_be_begun_and_accents_and_case_do_not_count(
    save: Callable[..., None], store: Store
) -> None:
    save(post("one", "1", author="Éloïse Martin"), post("two", "2", author="Martine Roy"))
    assert store.names("author", "eloi", None) == ["Éloïse Martin"]
    assert store.names("author", "MART", None) == ["Éloïse Martin", "Martine Roy"]
    assert store.names("author", "mart elo", None) == ["Éloïse Martin"]
    assert store.names("author", "artin", None) == []


def test_names_that_the_asker_may_not_see_are_not_offered(
    save: Callable[..., None], store: Store
) -> None:
    save(
        post("one", "1", author="Ada", audience="discord:1"),
        post("two", "2", author="Bob", source="notes"),
        post("three", "3", author="Eve", source="secrets", audience="discord:2"),
    )
    assert store.names("author", "", frozenset({"everyone", "discord:1"})) == ["Ada", "Bob"]
    assert store.names("source", "", frozenset({"everyone"})) == ["notes"]
    assert store.names("source", "s", frozenset({"everyone"})) == []


def test_no_more_than_a_menu_holds_are_offered(save: Callable[..., None], store: Store) -> None:
    save(*(post(f"text {n}", str(n), author=f"Name {n}") for n in range(MOST + 5)))
    assert len(store.names("author", "name", None)) == MOST


def test_the_labels_of_stored_posts_are_told_once_each(
    save: Callable[..., None], store: Store
) -> None:
    assert store.audiences() == []
    save(post("one", "1", audience="discord:1"), post("two", "2", audience="discord:1"))
    save(post("three", "3"))
    assert sorted(store.audiences()) == ["discord:1", "everyone"]


def test_an_account_s_newest_posts_come_first_and_undated_ones_last(
    save: Callable[..., None], store: Store
) -> None:
    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    save(
        post("undated", "1", author_id="discord:9"),
        post("noon", "2", posted_at=noon, author_id="discord:9"),
        post("just before", "3", posted_at=noon - timedelta(seconds=0.5), author_id="discord:9"),
        post("just after", "4", posted_at=noon + timedelta(seconds=0.5), author_id="discord:9"),
        post(
            "hidden",
            "5",
            posted_at=noon + timedelta(days=1),
            audience="discord:1",
            author_id="discord:9",
        ),
        post("another's", "6", posted_at=noon, author_id="discord:8"),
    )
    everyone = frozenset({"everyone"})
    found = store.newest_by("discord:9", everyone, 10)
    assert [each.id for each in found] == ["notes:4", "notes:2", "notes:3", "notes:1"]
    assert [each.id for each in store.newest_by("discord:9", None, 1)] == ["notes:5"]
    assert store.newest_by("discord:9", frozenset(), 10) == []
    assert store.newest_by("discord:404", None, 10) == []


def test_ids_in_other_places_are_those_of_no_given_place_even_where_one_begins_like_it(
    save: Callable[..., None], store: Store
) -> None:
    ids = ("1/2/8", "1/3/8", "1/33/9")
    save(*(post(id_, id_, audience="discord:2") for id_ in ids), post("x", "1/4/1"))
    beginning = "notes:1/"
    known = {f"{beginning}2", f"{beginning}3"}
    found = store.ids_outside(frozenset({"discord:2"}), beginning, known)
    assert [id_.removeprefix(beginning) for id_ in found] == ["33/9"]


def test_ids_are_listed_from_a_first_one_on(save: Callable[..., None], store: Store) -> None:
    save(*(post(id_, id_) for id_ in ("1/2/8", "1/2/9", "1/3/1")))
    beginning = "notes:1/2/"
    assert store.ids_under(beginning, "9") == [f"{beginning}9"]
