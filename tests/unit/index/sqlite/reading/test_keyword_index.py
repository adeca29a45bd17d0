"""Words are weighed without going through all that an audience may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.posts import EVERYONE
from index.scope import Filters, Scope
from index.search import keywords
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
    return [sql for sql in executed if "words MATCH" in sql]


@pytest.mark.parametrize("audience", [PUBLIC, MANY])
@pytest.mark.parametrize("filters", [Filters(), Filters(kind="post")])
def test_nothing_is_weighed_by_who_may_see_it(
    filled: Store, audience: frozenset[str], filters: Filters
) -> None:
    asked = statements(filled, Scope(audience, filters))
    weighed = [sql for sql in asked if "bm25(" in sql]
    assert weighed
    assert not any(audience_key(EVERYONE) in sql for sql in weighed)


@pytest.mark.parametrize("audience", [PUBLIC, MANY])
def test_what_readers_may_see_of_a_word_is_looked_up_once_a_question(
    filled: Store, audience: frozenset[str]
) -> None:
    for _ in range(2):
        asked = statements(filled, Scope(audience))
        labelled = [sql for sql in asked if "bm25(" not in sql]
        assert len(labelled) == len(set(labelled)) >= 3


def test_words_of_which_too_many_are_seen_to_be_kept_are_found_all_the_same(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keywords.matches(filled, "do goats eat nets?", Scope(PUBLIC), 10)
    monkeypatch.setattr(keyword_index, "KEPT", 0)
    assert keywords.matches(filled, "do goats eat nets?", Scope(PUBLIC), 10) == before


def test_what_is_removed_meanwhile_is_known_to_be(filled: Store) -> None:
    scope = Scope(PUBLIC)
    assert len(filled.best_scores({"net": 1.0}, scope)) == 2
    with filled.writing():
        filled.remove(["notes:m"])
    assert len(filled.best_scores({"net": 1.0}, scope)) == 1
    put(filled, post("Nets again", "k"))
    assert len(filled.best_scores({"net": 1.0}, scope)) == 2
