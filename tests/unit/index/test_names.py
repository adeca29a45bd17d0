"""Names are completed from what the asker may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.names import MOST, names
from tests.fakes.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.store import Store


def test_the_most_frequent_names_come_first(save: Callable[..., None], store: Store) -> None:
    save(
        post("one", "1", author="Ada"),
        post("two", "2", author="Bob"),
        post("three", "3", author="Bob"),
        post("four", "4"),
    )
    assert names(store, "author", "", None) == ["Bob", "Ada"]


def test_any_word_of_a_name_may_be_begun_and_accents_and_case_do_not_count(
    save: Callable[..., None], store: Store
) -> None:
    save(post("one", "1", author="Éloïse Martin"), post("two", "2", author="Martine Roy"))
    assert names(store, "author", "eloi", None) == ["Éloïse Martin"]
    assert names(store, "author", "MART", None) == ["Éloïse Martin", "Martine Roy"]
    assert names(store, "author", "mart elo", None) == ["Éloïse Martin"]
    assert names(store, "author", "artin", None) == []


def test_names_that_the_asker_may_not_see_are_not_offered(
    save: Callable[..., None], store: Store
) -> None:
    save(
        post("one", "1", author="Ada", audience="discord:1"),
        post("two", "2", author="Bob", source="notes"),
        post("three", "3", author="Eve", source="secrets", audience="discord:2"),
    )
    assert names(store, "author", "", frozenset({"everyone", "discord:1"})) == ["Ada", "Bob"]
    assert names(store, "source", "", frozenset({"everyone"})) == ["notes"]
    assert names(store, "source", "s", frozenset({"everyone"})) == []


def test_no_more_than_a_menu_holds_are_offered(save: Callable[..., None], store: Store) -> None:
    save(*(post(f"text {n}", str(n), author=f"Name {n}") for n in range(MOST + 5)))
    assert len(names(store, "author", "name", None)) == MOST
