from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.search_scope import Filters, Scope
from index.sqlite.file_guard import changes
from index.sqlite.quantization import unpacked
from index.sqlite.reading.scope_conditions import audience_key
from index.sqlite.vectors import changelog
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.documents import Model
    from index.sqlite.file_guard.changes import Version
    from index.sqlite.store import Store


POSTS = [post("first", "1"), post("second", "2", audience="slack:C1"), post("third", "3")]


def now(store: Store) -> tuple[Version, Model]:
    model = store.active_model()
    assert model is not None
    return changes.current_version(store.connection, model), model


def test_a_moment_stays_until_something_is_written(store: Store) -> None:
    put(store, *POSTS)
    assert now(store) == now(store)
    before, _ = now(store)
    put(store, post("fourth", "4"))
    assert now(store)[0].newest_passage == before.newest_passage + 1


def test_what_came_since_is_told_with_its_audience_and_vector(store: Store) -> None:
    put(store, POSTS[0])
    before, model = now(store)
    put(store, *POSTS[1:])
    (batch,) = changelog.added(store.connection, before, model)
    assert (batch.ids.tolist(), batch.audiences) == (
        [2, 3],
        (audience_key("slack:C1"), audience_key("everyone")),
    )
    assert batch.rows.shape == (2, 1 + 256)
    assert np.linalg.norm(unpacked(batch.rows), axis=1) == pytest.approx(1, abs=1e-2)


def test_what_went_since_is_told_once_even_if_it_came_since_too(store: Store) -> None:
    put(store, POSTS[0])
    before, _ = now(store)
    put(store, POSTS[1])
    with store.writing():
        store.remove(["notes:1", "notes:2"])
    after, _ = now(store)
    assert changes.removed(store.connection, before, after) == [1, 2]
    assert changes.removed(store.connection, after, after) == []


def test_a_record_that_does_not_reach_back_far_enough_is_not_trusted(store: Store) -> None:
    put(store, *POSTS)
    before, _ = now(store)
    with store.writing():
        store.remove(["notes:1", "notes:2"])
        store.connection.execute("DELETE FROM removals WHERE sequence = 1")
    after, _ = now(store)
    assert changes.removed(store.connection, before, after) is None


def test_an_earlier_moment_of_the_same_history_and_model_is_followed(store: Store) -> None:
    put(store, *POSTS)
    before, _ = now(store)
    put(store, post("fourth", "4"))
    after, _ = now(store)
    assert changes.follows(store.connection, after, before)
    assert changes.follows(store.connection, after, after)
    for other in (
        after._replace(database="other"),
        after._replace(model=2),
        after._replace(stamp="other"),
        after._replace(newest_passage=after.newest_passage + 1),
        after._replace(newest_removal=after.newest_removal + 1),
    ):
        assert not changes.follows(store.connection, after, other)


def test_only_what_is_stored_of_posts_in_scope_is_within(store: Store) -> None:
    put(store, *POSTS)
    found = [3, 2, 1, 404]
    assert store.within(found, Scope()) == {1, 2, 3}
    assert store.within(found, Scope(frozenset({"everyone"}))) == {1, 3}
    assert store.within(found, Scope(frozenset())) == set()
    assert store.within(found, Scope(None, Filters(kind="comment"))) == set()


def test_vectors_are_returned_by_id_and_unknown_ids_are_left_out(store: Store) -> None:
    put(store, *POSTS)
    _, model = now(store)
    assert set(changelog.vectors(store.connection, [2, 404], model)) == {2}
    assert changelog.vectors(store.connection, [], model) == {}
