"""What every engine lists: names, labels, ids, an account's posts, as far as one may see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from index.search_scope import MOST_NAMES
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.engine import Engine


def test_the_most_frequent_names_come_first(engine: Engine) -> None:
    put(
        engine,
        post("one", "1", author="Ada"),
        post("two", "2", author="Bob"),
        post("three", "3", author="Bob"),
        post("four", "4"),
    )
    assert engine.names("author", "", None) == ["Bob", "Ada"]


def test_any_word_of_a_name_may_be_begun_and_accents_and_case_do_not_count(engine: Engine) -> None:
    put(engine, post("one", "1", author="Éloïse Martin"), post("two", "2", author="Martine Roy"))
    assert engine.names("author", "eloi", None) == ["Éloïse Martin"]
    assert engine.names("author", "MART", None) == ["Éloïse Martin", "Martine Roy"]
    assert engine.names("author", "mart elo", None) == ["Éloïse Martin"]
    assert engine.names("author", "artin", None) == []


def test_names_that_the_asker_may_not_see_are_not_offered(engine: Engine) -> None:
    put(
        engine,
        post("one", "1", author="Ada", audience="discord:1"),
        post("two", "2", author="Bob", source="notes"),
        post("three", "3", author="Eve", source="secrets", audience="discord:2"),
    )
    assert engine.names("author", "", frozenset({"everyone", "discord:1"})) == ["Ada", "Bob"]
    assert engine.names("source", "", frozenset({"everyone"})) == ["notes"]
    assert engine.names("source", "s", frozenset({"everyone"})) == []


def test_no_more_than_a_menu_holds_are_offered(engine: Engine) -> None:
    put(engine, *(post(f"text {n}", str(n), author=f"Name {n}") for n in range(MOST_NAMES + 5)))
    assert len(engine.names("author", "name", None)) == MOST_NAMES


def test_the_labels_of_stored_posts_are_told_once_each(engine: Engine) -> None:
    assert engine.audiences() == []
    put(engine, post("one", "1", audience="discord:1"), post("two", "2", audience="discord:1"))
    put(engine, post("three", "3"))
    assert sorted(engine.audiences()) == ["discord:1", "everyone"]


def test_an_account_s_newest_posts_come_first_and_undated_ones_last(engine: Engine) -> None:
    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    put(
        engine,
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
    found = engine.newest_by("discord:9", everyone, 10)
    assert [each.id for each in found] == ["notes:4", "notes:2", "notes:3", "notes:1"]
    assert [each.id for each in engine.newest_by("discord:9", None, 1)] == ["notes:5"]
    assert engine.newest_by("discord:9", frozenset(), 10) == []
    assert engine.newest_by("discord:404", None, 10) == []


def test_ids_in_other_places_are_those_of_no_given_place_even_where_one_begins_like_it(
    engine: Engine,
) -> None:
    ids = ("1/2/8", "1/3/8", "1/33/9")
    put(engine, *(post(id_, id_, audience="discord:2") for id_ in ids), post("x", "1/4/1"))
    beginning = "notes:1/"
    known = {f"{beginning}2", f"{beginning}3"}
    found = engine.ids_outside(frozenset({"discord:2"}), beginning, known)
    assert [id_.removeprefix(beginning) for id_ in found] == ["33/9"]


def test_ids_are_listed_from_a_first_one_on(engine: Engine) -> None:
    put(engine, *(post(id_, id_) for id_ in ("1/2/8", "1/2/9", "1/3/1")))
    beginning = "notes:1/2/"
    assert engine.ids_under(beginning, "9") == [f"{beginning}9"]


def test_lines_are_listed_before_and_after_one_in_the_same_place(engine: Engine) -> None:
    put(engine, *(post(f"line {n}", f"1/{n}") for n in range(5)), post("elsewhere", "2/1"))
    assert engine.ids_before("notes:1/", "notes:1/3", 2, ["notes:1/2"]) == [
        "notes:1/1",
        "notes:1/0",
    ]
    assert engine.ids_after("notes:1/", "notes:1/2", 9) == ["notes:1/3", "notes:1/4"]


def test_a_sample_is_spread_over_all_posts(engine: Engine) -> None:
    put(engine, *(post(f"text {n}", f"{n:02}") for n in range(40)))
    chosen = engine.sample(4)
    numbers = sorted(int(each.id.removeprefix("notes:")) for each in chosen)
    assert 1 < len(numbers) <= 4
    assert numbers[-1] - numbers[0] >= 20


def test_statistics_count_what_an_audience_may_see(engine: Engine) -> None:
    put(engine, post("one"), post("two", "2", audience="slack:C1"))
    assert [engine.statistics(each).posts for each in (None, frozenset({"everyone"}))] == [2, 1]


def test_posts_and_comments_are_counted_by_month(engine: Engine) -> None:
    may, june = datetime(2026, 5, 31, 23, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
    put(
        engine,
        post("one", "1", posted_at=june, audience="slack:C1"),
        post("two", "2", posted_at=may),
        post("three", "3", posted_at=may, parent="2"),
        post("four", "4"),
    )
    assert engine.posts_by_month() == {"2026-05": (1, 1), "2026-06": (1, 0)}
    assert engine.posts_by_month(frozenset({"everyone"})) == {"2026-05": (1, 1)}


def test_what_files_of_a_workspace_brought_in_is_told_by_scope_and_by_folder(
    engine: Engine,
) -> None:
    mine = [replace(post(text, "1"), id=f"{scope}:1") for text, scope in _SCOPES.items()]
    put(engine, *mine)
    put(engine, post("old", "old"), origin="/data/imports/7/notes.txt")
    put(engine, post("older", "older"), origin="/data/imports/78/notes.txt")
    found = engine.ids_brought_in("discord-7", "/data/imports/7")
    assert found == ["notes:old", "notes@discord-7:1"]


_SCOPES = {"own": "notes@discord-7", "other": "notes@discord-78", "host": "notes@x"}
