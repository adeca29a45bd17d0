from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.confidence import FEW, NO_EVIDENCE, confidence


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 1_000_000))
def test_confidence_lies_between_0_and_1_and_never_falls_with_the_score(
    score: float, more: float, passages: int
) -> None:
    assert 0 <= confidence(score, passages) <= confidence(score + more, passages) <= 1


@given(st.floats(0, 1), st.integers(0, 100), st.integers(0, 100))
def test_confidence_never_rises_with_more_passages_that_could_be_alike_by_chance(
    score: float, passages: int, more: int
) -> None:
    assert confidence(score, passages + more) <= confidence(score, passages)


@pytest.mark.parametrize("more", [0, 1, 1_000_000])
def test_from_40_passages_on_their_number_makes_no_difference(more: int) -> None:
    assert confidence(0.3, FEW + more) == confidence(0.3, FEW)


def test_without_any_evidence_nothing_is_trusted_and_with_all_of_it_everything() -> None:
    assert confidence(0.0, 1000) < 0.05
    assert confidence(1.0, 1000) > 0.95
    assert confidence(0.0, 1) < 0.5


def test_what_states_nothing_is_never_likely_to_answer() -> None:
    assert confidence(1.0, 1000, has_type=True, is_evidence=False) == NO_EVIDENCE
    assert confidence(0.0, 1000, is_evidence=False) == confidence(0.0, 1000)
