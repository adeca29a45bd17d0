from __future__ import annotations

from typing import TYPE_CHECKING

from index.text.passages import SPLITTING

if TYPE_CHECKING:
    from index.sqlite.store import Store


def test_a_model_answers_nothing_until_it_is_made_active(store: Store) -> None:
    model = store.add_model("a", 8)
    assert store.active_model() is None
    store.activate(model)
    assert store.active_model() == model


def test_making_one_active_drops_every_other(store: Store) -> None:
    for name in "abc":
        store.activate(store.add_model(name, 8))
    rows = store.connection.execute("SELECT name, is_active FROM models").fetchall()
    assert rows == [("c", 1)]


def test_an_unfinished_model_is_found_by_its_name_and_an_active_one_is_not(store: Store) -> None:
    store.activate(store.add_model("a", 8))
    begun = store.add_model("b", 8)
    assert store.unfinished_model("b") == begun
    assert store.unfinished_model("a") is None


def test_numbers_of_models_are_never_used_again(store: Store) -> None:
    numbers = []
    for name in "abc":
        model = store.add_model(name, 8)
        store.activate(model)
        numbers.append(model.number)
    assert numbers == sorted(set(numbers))


def test_an_older_splitting_is_told_from_the_present_one(store: Store) -> None:
    old = store.add_model("a", 8, splitting=SPLITTING - 1)
    store.activate(old)
    assert not old.is_split_as_now
    store.mark_split_as_now()
    now = store.active_model()
    assert now is not None
    assert now.is_split_as_now
