from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.documents import Context, Searched
from index.ingest.context import contexts, encoded, searched
from index.posts import LONGEST_NAME
from index.text.parts.sentences import opening
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.sqlite.store import Store


COMMENT = post("I agree", "2", parent="1")


def context(store: Store, parent_audience: str, audience: str) -> str:
    parent = post("We bake. On Fridays.", "1", audience=parent_audience)
    comment = post("I agree", "2", parent="1", audience=audience)
    return contexts([parent, comment], store)["notes:2"].headings


def test_a_post_is_found_through_its_own_title(store: Store) -> None:
    assert contexts([post("text", title="Bread")], store) == {"notes:1": Context("Bread")}


def test_of_an_endless_title_only_the_beginning_is_searched(store: Store) -> None:
    root, line = post("We bake.", title="Bread " * 300), post("Yes.", "2", parent="1")
    headings = {each.headings for each in contexts([root, line], store).values()}
    assert headings == {root.title[:LONGEST_NAME]}
    put(store, replace(root, author="Ada " * 300))
    [words] = store.connection.execute("SELECT title_words FROM passages").fetchone()
    assert len(words) <= 2 * LONGEST_NAME


def test_a_post_without_a_title_has_no_context(store: Store) -> None:
    assert contexts([post("text")], store) == {"notes:1": Context()}


def test_a_comment_is_found_through_the_opening_of_a_post_in_its_batch(store: Store) -> None:
    assert context(store, "everyone", "everyone") == "We bake."


def test_a_comment_is_found_through_the_title_of_a_stored_post(store: Store) -> None:
    put(store, post("We bake.", title="Bread"))
    assert contexts([COMMENT], store) == {"notes:2": Context("Bread")}


def test_what_is_said_in_a_thread_is_found_by_its_name_and_by_how_its_root_begins(
    store: Store,
) -> None:
    root = post("When is it lit? I would bake.", title="The oven")
    line = post("At seven.", "2", parent="1", title="The oven")
    headings = contexts([root, line], store)["notes:2"].headings
    assert headings.splitlines() == ["The oven", opening(root.text)]


def test_a_comment_s_own_title_comes_before_its_post_s(store: Store) -> None:
    own = post("I agree", "2", parent="1", title="Yes")
    assert contexts([post("We bake."), own], store)["notes:2"].headings == "Yes\nWe bake."


def test_a_post_that_is_unknown_or_about_to_go_lends_no_context(store: Store) -> None:
    assert contexts([COMMENT], store) == {"notes:2": Context()}
    put(store, post("We bake."))
    assert contexts([COMMENT], store, without=["notes:1"]) == {"notes:2": Context()}


@pytest.mark.parametrize(
    ("parent", "comment", "is_lent"),
    [
        ("everyone", "slack:C1", True),
        ("slack:C1", "slack:C1", True),
        ("slack:C1", "everyone", False),
        ("slack:C1", "slack:C2", False),
    ],
)
def test_a_post_lends_context_only_to_comments_whose_readers_may_all_see_it(
    store: Store, parent: str, comment: str, is_lent: bool
) -> None:
    assert bool(context(store, parent, comment)) == is_lent


def test_what_is_searched_stands_under_its_headings_and_after_the_lines_before_it() -> None:
    assert searched(Context(), "text").whole == "text"
    found = searched(Context("Bread", "When?"), "At seven.")
    assert (found.own, found.whole) == ("Bread\nAt seven.", "When?\nBread\nAt seven.")


def test_what_a_line_says_itself_counts_more_than_what_was_said_before_it() -> None:
    encoder = HashingEncoder()
    alone, other, led = encoded(
        [Searched("goat"), Searched("the oven is lit"), Searched("goat", "the oven is lit")],
        encoder,
    )
    assert led @ alone > led @ other > 0 == alone @ other
    assert abs(led @ led - 1) < 1e-6
