from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.embedding.token_table import unit
from index.sqlite.quantization import packed, unpacked
from index.sqlite.vectors import chunk
from index.sqlite.vectors import in_memory_index as in_memory_index_module
from index.sqlite.vectors.in_memory_index import InMemoryIndex
from tests.fakes.examples import at_most

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIMENSION = 4
LABELS = ["everyone", "slack:C1", "discord:42"]
QUESTION = np.eye(DIMENSION, dtype=np.float32)[0]
EYE = packed(np.eye(DIMENSION, dtype=np.float32))

rows = arrays(np.float32, (10, DIMENSION), elements=st.floats(-1, 1, width=16)).map(
    lambda matrix: packed(unit(matrix))
)
labels = st.lists(st.sampled_from(LABELS), min_size=10, max_size=10)
audiences = st.none() | st.frozensets(st.sampled_from([*LABELS, "slack:C9"]))
some = st.none() | st.frozensets(st.integers(1, 12))


def filled(vectors: NDArray[np.uint8], labels: list[str]) -> InMemoryIndex:
    vector_index = InMemoryIndex(vectors.shape[1] - 1)
    vector_index.add(np.arange(1, len(vectors) + 1), labels, vectors)
    return vector_index


@settings(max_examples=at_most(25))
@given(rows, labels, audiences, some, st.integers(1, 12))
def test_the_neighbours_are_those_of_a_comparison_with_every_row(
    vectors: NDArray[np.uint8],
    labels: list[str],
    audience: frozenset[str] | None,
    among: frozenset[int] | None,
    count: int,
) -> None:
    cosines = unpacked(vectors) @ QUESTION
    allowed = {
        id_: float(cosines[id_ - 1])
        for id_, label in enumerate(labels, start=1)
        if (audience is None or label in audience) and (among is None or id_ in among)
    }
    found = filled(vectors, labels).search(QUESTION, count, audience=audience, among=among)
    best = sorted(allowed.values(), reverse=True)[:count]
    assert list(found.values()) == pytest.approx(best, abs=1e-5)
    assert all(found[id_] == pytest.approx(allowed[id_], abs=1e-5) for id_ in found)


@settings(max_examples=at_most(25))
@given(rows, labels, st.frozensets(st.integers(1, 12)))
def test_what_was_removed_is_never_found_again(
    vectors: NDArray[np.uint8], labels: list[str], gone: frozenset[int]
) -> None:
    vector_index = filled(vectors, labels)
    vector_index.remove(gone)
    assert set(vector_index.search(QUESTION, 25)) == set(range(1, 11)) - gone
    assert len(vector_index) == len(set(range(1, 11)) - gone)


def test_equals_come_in_the_order_of_their_ids() -> None:
    vectors = InMemoryIndex(DIMENSION)
    vectors.add(np.array([3, 5]), ["a", "b"], packed(np.tile(QUESTION, (2, 1))))
    vectors.add(np.array([7]), ["b"], packed(QUESTION[None]))
    assert list(vectors.search(QUESTION, 3)) == [3, 5, 7]


def test_fewer_than_asked_for_are_fine() -> None:
    found = filled(EYE, ["everyone"] * DIMENSION).search(QUESTION, 99)
    assert len(found) == DIMENSION
    assert -1 not in found


def test_nothing_is_found_among_none_or_where_nothing_is() -> None:
    vectors = filled(EYE, ["everyone"] * DIMENSION)
    assert vectors.search(QUESTION, 5, among=[]) == {}
    assert vectors.search(QUESTION, 5, audience=frozenset()) == {}
    assert InMemoryIndex(DIMENSION).search(QUESTION, 5) == {}


def test_what_readers_may_not_see_pushes_nothing_out() -> None:
    vectors = packed(np.tile(QUESTION, (50, 1)))
    vector_index = filled(vectors, ["slack:C1"] * 50)
    vector_index.add(np.array([99]), ["everyone"], EYE[1:2])
    assert list(vector_index.search(QUESTION, 1, audience=frozenset({"everyone"}))) == [99]


@settings(max_examples=at_most(25))
@given(rows, labels, audiences, st.lists(st.frozensets(st.integers(1, 12)), max_size=3))
def test_chunks_that_were_filled_thinned_out_and_made_again_find_what_is_left(
    vectors: NDArray[np.uint8],
    labels: list[str],
    audience: frozenset[str] | None,
    removals: list[frozenset[int]],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (chunk, in_memory_index_module):
            patch.setattr(module, "ROWS", 3)
        vector_index = filled(vectors, labels)
        # Not in their order, as the vectors of a second model come.
        vector_index.add(np.array([32, 31]), ["everyone", "slack:C1"], vectors[:2])
        for gone in removals:
            vector_index.remove([*gone, 31])
        vector_index.add(np.array([20, 21]), ["everyone", "slack:C1"], vectors[:2])
    left = set(range(1, 11)).difference(*removals) | {20, 21, 32} | ({31} - {31 for _ in removals})
    last = ["everyone", "slack:C1"]
    label_of = dict(zip([*range(1, 11), 20, 21, 32, 31], [*labels, *last, *last], strict=True))
    seen = {id_ for id_ in left if audience is None or label_of[id_] in audience}
    assert set(vector_index.search(QUESTION, 25, audience=audience)) == seen
    assert (vector_index.count(audience), len(vector_index)) == (len(seen), len(left))


@settings(max_examples=at_most(25))
@given(rows, labels, st.frozensets(st.integers(1, 12)), st.permutations(range(1, 11)))
def test_rows_are_those_that_were_added_and_not_removed(
    vectors: NDArray[np.uint8], labels: list[str], gone: frozenset[int], order: list[int]
) -> None:
    for ids in (np.arange(1, 11), np.array(order)):  # looked up in order, and not
        vector_index = InMemoryIndex(DIMENSION)
        vector_index.add(ids, labels, vectors)
        vector_index.remove(gone)
        wanted = [11, 3, 10, 1]
        places, found = vector_index.rows_of(wanted)
        there = [at for at, id_ in enumerate(wanted) if id_ in set(ids.tolist()) - gone]
        assert places.tolist() == there
        own = [ids.tolist().index(wanted[at]) for at in there]
        assert np.array_equal(found, unpacked(vectors[own]))
    assert InMemoryIndex(DIMENSION).rows_of([1])[1].shape == (0, DIMENSION)
