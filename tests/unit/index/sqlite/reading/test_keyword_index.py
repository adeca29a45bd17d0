"""Words are weighed without going through all that an audience may see."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from index.posts import EVERYONE
from index.search import keywords
from index.search_scope import Filters, Scope
from index.sqlite.reading import keyword_index
from index.sqlite.reading.scope_conditions import audience_key
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.sqlite.store import Store

PUBLIC = frozenset({EVERYONE, "slack:T1/C1"})
MANY = PUBLIC | {f"slack:T1/X{number}" for number in range(60)}
HIDDEN = "slack:T1/C2"


@pytest.fixture
def filled(store: Store) -> Store:
    """Posts of which the readers may see most, and others the most of a word."""
    put(store, *(post(f"Bread is baked on day {number}", str(number)) for number in range(20)))
    put(store, *(post(f"Goats {number}", f"g{number}", audience=HIDDEN) for number in range(9)))
    put(store, post("Goats eat nets", "n", audience="slack:T1/C1"), post("Nets hang", "m"))
    return store


def statements(store: Store, scope: Scope) -> list[str]:
    """Return what a question asks the full-text index."""
    executed: list[str] = []
    store.connection.set_trace_callback(executed.append)
    assert keywords.matches(store, "do goats eat nets?", scope, 10).scores
    store.connection.set_trace_callback(None)
    return [sql for sql in executed if "FROM temp.word_places" in sql or "words MATCH" in sql]


@pytest.mark.parametrize("audience", [None, PUBLIC, MANY])
@pytest.mark.parametrize("filters", [Filters(), Filters(kind="post")])
def test_a_word_is_looked_up_once_while_nothing_changes(
    filled: Store, audience: frozenset[str] | None, filters: Filters
) -> None:
    asked = statements(filled, Scope(audience, filters))
    assert not any("bm25(" in sql or audience_key(EVERYONE) in sql for sql in asked)
    assert len(asked) == len(set(asked)) >= 2
    assert statements(filled, Scope(audience, filters)) == []
    put(filled, post("Nets again", "k"))
    assert sorted(statements(filled, Scope(audience, filters))) == sorted(asked)


def test_few_labels_that_few_passages_bear_lead_to_them(filled: Store) -> None:
    scope = Scope(frozenset({"slack:T1/C1"}))
    labelled = [sql for sql in statements(filled, scope) if "words MATCH" in sql]
    assert len(labelled) >= 2
    assert all(audience_key("slack:T1/C1") in sql for sql in labelled)


@pytest.mark.parametrize("audience", [None, PUBLIC, MANY])
def test_a_word_is_weighed_as_the_full_text_index_weighs_it(
    filled: Store, audience: frozenset[str] | None
) -> None:
    put(filled, post("Goats, goats and a net " + "of a long line " * 9, "long", title="Goats"))
    found = filled.best_matches([{"goat": 1.0}], Scope(audience), 99)
    if audience is not None:  # as if there were nothing that they may not see
        with filled.writing():
            filled.remove([f"notes:g{number}" for number in range(9)])
    rows = filled.connection.execute(
        "SELECT words.rowid, -bm25(words, 1.0, 1.0, 0.0) FROM words WHERE words MATCH 'goat'"
    ).fetchall()
    total = filled.totals(None).all
    idf = math.log((total - len(rows) + 0.5) / (len(rows) + 0.5))
    expected = {id_: score / idf / 2.2 for id_, score in rows}
    assert idf > 0
    assert len(expected) == (11 if audience is None else 2)
    assert found == pytest.approx(expected)


def test_no_more_is_remembered_than_so_much(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keywords.matches(filled, "do goats eat nets?", Scope(), 10)
    monkeypatch.setattr(keyword_index, "KEPT", 1)
    for _ in range(2):  # first those that are not remembered any more, then all but one
        again = statements(filled, Scope())
    assert len(again) >= 2
    assert keywords.matches(filled, "do goats eat nets?", Scope(), 10) == before


@pytest.mark.parametrize("audience", [None, PUBLIC, MANY])
def test_what_is_removed_meanwhile_is_known_to_be(
    filled: Store, audience: frozenset[str] | None
) -> None:
    def nets() -> int:
        return len(filled.best_matches([{"net": 1.0}], Scope(audience), 9))

    assert nets() == 2
    with filled.writing():
        filled.remove(["notes:m"])
    assert nets() == 1
    put(filled, post("Nets again", "k"), post("Nets for others", "o", audience=HIDDEN))
    assert nets() == (3 if audience is None else 2)


def test_rows_that_are_numbered_anew_are_looked_up_anew(filled: Store) -> None:
    assert filled.best_matches([{"net": 1.0}], Scope(), 9)
    with filled.writing():
        filled.remove(["notes:0", "notes:1", "notes:2"])  # marked, and still numbered
    before = filled.best_matches([{"net": 1.0}], Scope(), 9)
    filled._held = None  # noqa: SLF001 -- as where the file was replaced by a copy
    assert filled.best_matches([{"net": 1.0}], Scope(), 9) == before


@pytest.mark.parametrize("named", [0, 1_000])
def test_filters_that_leave_few_passages_find_them_among_many(
    filled: Store, named: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyword_index, "NAMED", named)
    put(filled, *(post("goat " * (99 - n), f"w{n}", author="Ada") for n in range(60)))
    put(filled, *(post("a goat in a long line", f"b{n}", author="Bob") for n in range(3)))
    scope = Scope(None, Filters(author="bob"))
    found = filled.best_matches([{"goat": 1.0}], scope, 2)
    everything = filled.best_matches([{"goat": 1.0}], Scope(), 99)
    assert len(found) == 2
    assert found.items() <= everything.items()
    assert filled.best_matches([{"goat": 1.0}], scope, 9).keys() > found.keys()


def test_filters_that_leave_most_passages_name_none_of_them(filled: Store) -> None:
    executed: list[str] = []
    filled.connection.set_trace_callback(executed.append)
    assert filled.best_matches([{"goat": 1.0}], Scope(None, Filters(kind="post")), 5)
    filled.connection.set_trace_callback(None)
    assert not any("FROM posts CROSS JOIN passages" in sql for sql in executed)


@pytest.mark.parametrize("count", [1, 4, 10])
def test_the_first_are_those_of_all_in_the_same_order(filled: Store, count: int) -> None:
    everything = list(filled.best_matches([{"goat": 1.0}], Scope(), 99).items())
    assert len({score for _, score in everything}) < len(everything)  # some score the same
    found = filled.best_matches([{"goat": 1.0}], Scope(), count)
    assert list(found.items()) == everything[:count]
