from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.relevance import PostSimilarity, Relevance, TokenSimilarity, clipped

shares = st.lists(st.floats(-1, 1), min_size=6, max_size=6)


def evidence(words: float, *rest: float) -> Relevance:
    return Relevance(words, TokenSimilarity(*rest[:2]), PostSimilarity(*rest[2:]))


@given(shares)
def test_a_score_lies_between_0_and_1(each: list[float]) -> None:
    assert 0 <= evidence(*each).score <= 1 + 1e-9


@given(shares, st.integers(0, 5), st.floats(0, 1))
def test_more_of_anything_never_lowers_the_score(
    each: list[float], place: int, more: float
) -> None:
    better = [*each[:place], each[place] + more, *each[place + 1 :]]
    assert evidence(*better).score >= evidence(*each).score - 1e-9


def test_a_score_of_one_takes_all_of_it() -> None:
    assert evidence(1, 1, 1, 1, 1, 1).score == pytest.approx(1)
    for place in range(6):
        assert 0 < evidence(*(float(at == place) for at in range(6))).score < 0.5


@pytest.mark.parametrize(("cosine", "share"), [(-0.5, 0.0), (0.0, 0.0), (0.4, 0.4), (1.1, 1.0)])
def test_a_share_is_a_cosine_between_0_and_1(cosine: float, share: float) -> None:
    assert clipped(cosine) == share
