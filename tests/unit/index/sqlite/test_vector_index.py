from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.embedding.token_table import unit
from index.sqlite.vector_index import VectorIndex

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIMENSION = 4
LABELS = ["everyone", "slack:C1", "discord:42"]
QUESTION = np.eye(DIMENSION, dtype=np.float32)[0]

rows = arrays(np.float32, (10, DIMENSION), elements=st.floats(-1, 1, width=16)).map(
    lambda matrix: unit(matrix).astype(np.float16)
)
labels = st.lists(st.sampled_from(LABELS), min_size=10, max_size=10)
audiences = st.none() | st.frozensets(st.sampled_from([*LABELS, "slack:C9"]))
some = st.none() | st.frozensets(st.integers(1, 12))


def filled(vectors: NDArray[np.float16], labels: list[str]) -> VectorIndex:
    vector_index = VectorIndex(vectors.shape[1])
    vector_index.add(np.arange(1, len(vectors) + 1), labels, vectors)
    return vector_index


@settings(max_examples=25)
@given(rows, labels, audiences, some, st.integers(1, 12))
def test_the_neighbours_are_those_of_a_comparison_with_every_row(
    vectors: NDArray[np.float16],
    labels: list[str],
    audience: frozenset[str] | None,
    among: frozenset[int] | None,
    count: int,
) -> None:
    cosines = vectors.astype(np.float32) @ QUESTION
    allowed = {
        id_: float(cosines[id_ - 1])
        for id_, label in enumerate(labels, start=1)
        if (audience is None or label in audience) and (among is None or id_ in among)
    }
    found = filled(vectors, labels).search(QUESTION, count, audience=audience, among=among)
    best = sorted(allowed.values(), reverse=True)[:count]
    assert list(found.values()) == pytest.approx(best, abs=1e-5)
    assert all(found[id_] == pytest.approx(allowed[id_], abs=1e-5) for id_ in found)


@settings(max_examples=25)
@given(rows, labels, st.frozensets(st.integers(1, 12)))
def test_what_was_removed_is_never_found_again(
    vectors: NDArray[np.float16], labels: list[str], gone: frozenset[int]
) -> None:
    vector_index = filled(vectors, labels)
    vector_index.remove(gone)
    assert set(vector_index.search(QUESTION, 25)) == set(range(1, 11)) - gone
    assert len(vector_index) == len(set(range(1, 11)) - gone)


@settings(max_examples=25)
@given(rows, labels)
def test_neighbours_survive_being_written_and_read(
    vectors: NDArray[np.float16], labels: list[str]
) -> None:
    before = filled(vectors, labels)
    after = VectorIndex.deserialized(DIMENSION, dict(before.serialized()))
    assert after.search(QUESTION, 25) == before.search(QUESTION, 25)
    assert len(after) == len(before)


def test_neighbours_that_were_read_can_be_added_to_and_removed_from() -> None:
    eye = np.eye(DIMENSION, dtype=np.float16)
    read = VectorIndex.deserialized(
        DIMENSION, dict(filled(eye, ["everyone"] * DIMENSION).serialized())
    )
    read.remove([2])
    read.add(np.array([9]), ["slack:C1"], eye[:1])
    assert set(read.search(QUESTION, 25)) == {1, 3, 4, 9}


def test_equals_come_in_the_order_of_their_ids() -> None:
    vectors = VectorIndex(DIMENSION)
    vectors.add(np.array([7, 3, 5]), ["b", "a", "b"], np.tile(QUESTION, (3, 1)).astype("f2"))
    assert list(vectors.search(QUESTION, 3)) == [3, 5, 7]


def test_fewer_than_asked_for_are_fine() -> None:
    found = filled(np.eye(DIMENSION, dtype=np.float16), ["everyone"] * DIMENSION).search(
        QUESTION, 99
    )
    assert len(found) == DIMENSION
    assert -1 not in found


def test_nothing_is_found_among_none_or_where_nothing_is() -> None:
    vectors = filled(np.eye(DIMENSION, dtype=np.float16), ["everyone"] * DIMENSION)
    assert vectors.search(QUESTION, 5, among=[]) == {}
    assert vectors.search(QUESTION, 5, audience=frozenset()) == {}
    assert VectorIndex(DIMENSION).search(QUESTION, 5) == {}


def test_what_readers_may_not_see_pushes_nothing_out() -> None:
    vectors = np.tile(QUESTION, (50, 1)).astype(np.float16)
    vector_index = filled(vectors, ["slack:C1"] * 50)
    vector_index.add(np.array([99]), ["everyone"], np.eye(DIMENSION, dtype=np.float16)[1:2])
    assert list(vector_index.search(QUESTION, 1, audience=frozenset({"everyone"}))) == [99]
