from __future__ import annotations

from typing import TYPE_CHECKING

from index.sqlite.embedding_models import (
    activate,
    active_model,
    add_model,
    mark_split_as_now,
    unfinished_model,
)
from index.text.passages import SPLITTING

if TYPE_CHECKING:
    from index.sqlite.store import Store


def test_a_model_answers_nothing_until_it_is_made_active(store: Store) -> None:
    model = add_model(store.connection, "a", 8)
    assert active_model(store.connection) is None
    activate(store.connection, model)
    assert active_model(store.connection) == model


def test_making_one_active_drops_every_other(store: Store) -> None:
    for name in "abc":
        activate(store.connection, add_model(store.connection, name, 8))
    rows = store.connection.execute("SELECT name, is_active FROM models").fetchall()
    assert rows == [("c", 1)]


def test_an_unfinished_model_is_found_by_its_name_and_an_active_one_is_not(store: Store) -> None:
    activate(store.connection, add_model(store.connection, "a", 8))
    begun = add_model(store.connection, "b", 8)
    assert unfinished_model(store.connection, "b") == begun
    assert unfinished_model(store.connection, "a") is None


def test_numbers_of_models_are_never_used_again(store: Store) -> None:
    numbers = []
    for name in "abc":
        model = add_model(store.connection, name, 8)
        activate(store.connection, model)
        numbers.append(model.number)
    assert numbers == sorted(set(numbers))


def test_an_older_splitting_is_told_from_the_present_one(store: Store) -> None:
    old = add_model(store.connection, "a", 8, splitting=SPLITTING - 1)
    activate(store.connection, old)
    assert not old.is_split_as_now
    mark_split_as_now(store.connection)
    now = active_model(store.connection)
    assert now is not None
    assert now.is_split_as_now
