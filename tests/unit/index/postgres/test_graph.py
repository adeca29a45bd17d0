"""Among many, the nearest are found by a graph, and few are compared one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.postgres import erasure
from index.postgres.vectors import graph
from index.posts import EVERYONE
from index.search_scope import Filters, Scope
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.documents import Model
    from index.postgres.store import Store
    from tests.fakes.index.engines import KeptOnServer

WORDS = "bread goat net owl bee rye oven harbour clover mill".split()
QUESTION = HashingEncoder().encode_question("bread net bee")
PUBLIC = frozenset({EVERYONE})


@pytest.fixture
def model(store: Store, monkeypatch: pytest.MonkeyPatch) -> Model:
    """The model of posts that are many, one in ten of them for a channel."""
    monkeypatch.setattr(graph, "FEW", 20)
    monkeypatch.setattr(erasure, "FEWEST", 1)
    put(
        store,
        *(
            post(
                " ".join([*WORDS[n % 7 : n % 7 + 2 + n % 3], f"word{n}"]),
                str(n),
                audience="slack:C1" if n % 10 == 0 else EVERYONE,
                author=f"Author {n % 4}",
            )
            for n in range(400)
        ),
    )
    found = store.active_model()
    assert found is not None
    return found


@pytest.mark.parametrize(
    "scope",
    [
        Scope(),
        Scope(PUBLIC),
        Scope(frozenset({"slack:C1"})),
        Scope(PUBLIC, Filters(author="author 1")),
        Scope(PUBLIC, Filters(author="nobody")),
    ],
)
def test_a_graph_finds_what_a_comparison_with_all_does(
    store: Store, model: Model, scope: Scope
) -> None:
    candidates = store.refined_candidates()
    compared = candidates.nearest(QUESTION, scope, model, 10)
    store.merge_words()
    assert graph.is_built(store, model)
    found = candidates.nearest(QUESTION, scope, model, 10)
    assert list(found.values()) == pytest.approx(list(compared.values()), abs=0.001)
    assert store.within(found, scope) == found.keys()


def test_a_graph_is_asked_where_many_may_be_seen(store: Store, model: Model) -> None:
    store.merge_words()
    asked = "SELECT coalesce(idx_scan, 0) FROM pg_stat_user_indexes WHERE indexrelname = %s"
    counts = []
    for scope in (Scope(), Scope(frozenset({"slack:C1"})), Scope(PUBLIC)):
        store.refined_candidates().nearest(QUESTION, scope, model, 10)
        store.rows("SELECT pg_stat_force_next_flush()")
        counts.append(store.row(asked, (graph.name_of(model),))[0])
    assert counts == [1, 2, 3]


def test_few_of_many_are_compared_one_by_one(
    store: Store, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.merge_words()
    monkeypatch.setattr(graph, "RARE", 0.5)
    scope = Scope(frozenset({"slack:C1"}))
    assert len(store.refined_candidates().nearest(QUESTION, scope, model, 10)) == 10
    store.rows("SELECT pg_stat_force_next_flush()")
    asked = "SELECT coalesce(idx_scan, 0) FROM pg_stat_user_indexes WHERE indexrelname = %s"
    assert store.row(asked, (graph.name_of(model),)) == (0,)


def test_a_graph_is_built_again_after_an_erasure(
    store: Store, model: Model, tmp_path: Path
) -> None:
    store.merge_words()
    store.owe_erasure()
    store.leave_no_trace(tmp_path / "cache")
    assert graph.is_built(store, model)
    assert not store.owes_erasure


def test_a_graph_goes_with_its_model(store: Store, model: Model) -> None:
    store.merge_words()
    with store.writing():
        store.activate(store.add_model("other", 64))
    assert not graph.is_built(store, model)


def test_what_a_kill_left_of_a_graph_is_built_again(
    store: Store, model: Model, kept: KeptOnServer
) -> None:
    store.merge_words()
    name = f"pullquote.{graph.name_of(model)}"
    kept.execute(
        f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{name}'::regclass"  # noqa: S608
    )
    assert not graph.is_built(store, model)
    graph.build(store, model)
    assert graph.is_built(store, model)
