from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.fusion import compared, joined, share
from index.search.keywords import Matches
from index.search.relevance import PostSimilarity, TokenSimilarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.fusion import Joined


scores = st.dictionaries(st.integers(1, 30), st.floats(0.01, 20))
rarities = st.dictionaries(st.text("abc", min_size=1), st.floats(0.01, 20), min_size=1)
HALF = PostSimilarity(0.5, 0.5, 0.5)
cosines = st.dictionaries(st.integers(1, 30), st.floats(-1, 1))


def completed(cosines: dict[int, float], scores: dict[int, float]) -> dict[int, float]:
    """Return the cosines with one for whatever only the words found."""
    return dict.fromkeys(scores, 0.0) | cosines


@given(scores, rarities, cosines)
def test_everything_found_is_ranked_once(
    scores: dict[int, float], rarities: dict[str, float], cosines: dict[int, float]
) -> None:
    ranking = joined(Matches(scores, rarities, {}, {}), completed(cosines, scores))
    assert sorted(each.passage for each in ranking) == sorted({*scores, *cosines})


@given(scores, rarities, cosines)
def test_the_best_come_first_and_equals_in_the_order_of_their_ids(
    scores: dict[int, float], rarities: dict[str, float], cosines: dict[int, float]
) -> None:
    ranking = joined(Matches(scores, rarities, {}, {}), completed(cosines, scores))
    assert ranking == sorted(ranking, key=lambda each: (-each.score, each.passage))


@given(scores, rarities, cosines)
def test_every_score_lies_between_0_and_1(
    scores: dict[int, float], rarities: dict[str, float], cosines: dict[int, float]
) -> None:
    ranking = joined(Matches(scores, rarities, {}, {}), completed(cosines, scores))
    assert all(0 <= each.score <= 1 + 1e-9 for each in ranking)


@given(scores, rarities, cosines, st.floats(-1, 1), st.floats(0, 1))
def test_more_meaning_never_ranks_a_passage_lower(
    scores: dict[int, float],
    rarities: dict[str, float],
    cosines: dict[int, float],
    cosine: float,
    more: float,
) -> None:
    passage, matches = 15, Matches(scores, rarities, {}, {})
    before = completed(cosines, scores) | {passage: cosine}
    after = before | {passage: min(cosine + more, 1.0)}
    assert place(joined(matches, after), passage) <= place(joined(matches, before), passage)


@given(scores, rarities, cosines, st.floats(0, 20), st.floats(0, 20))
def test_more_of_the_words_never_ranks_a_passage_lower(
    scores: dict[int, float],
    rarities: dict[str, float],
    cosines: dict[int, float],
    score: float,
    more: float,
) -> None:
    passage = 15
    worse, better = scores | {passage: score}, scores | {passage: score + more}
    both = completed(cosines, worse)
    before, after = (
        joined(Matches(worse, rarities, {}, {}), both),
        joined(Matches(better, rarities, {}, {}), both),
    )
    assert place(after, passage) <= place(before, passage)


def place(ranking: Sequence[Joined], passage: int) -> int:
    return [each.passage for each in ranking].index(passage)


def test_a_passage_says_which_half_found_it() -> None:
    matches = Matches({1: 2.0, 2: 2.0}, {"word": 2.0}, {}, {})
    found = {
        each.passage: each.found_by for each in joined(matches, {1: 0.9, 2: 0.1, 3: 0.9, 4: 0.1})
    }
    assert found == {1: ("words", "meaning"), 2: ("words",), 3: ("meaning",), 4: ()}


def test_a_question_without_telling_words_is_ranked_by_meaning_alone() -> None:
    ranking = joined(Matches({}, {}, {}, {}), {1: 0.2, 2: 0.8})
    assert [each.passage for each in ranking] == [2, 1]


@given(scores, rarities, cosines, st.floats(0, 1), st.floats(0, 1))
def test_more_likeness_never_ranks_a_passage_lower(
    scores: dict[int, float],
    rarities: dict[str, float],
    cosines: dict[int, float],
    likeness: float,
    more: float,
) -> None:
    passage = 15
    ranking = joined(Matches(scores, rarities, {}, {}), completed(cosines, scores) | {passage: 0.5})
    about = {each.passage: HALF for each in ranking}
    low = {each.passage: TokenSimilarity(0.5, 0.5) for each in ranking} | {
        passage: TokenSimilarity(likeness, 0.5)
    }
    high = low | {passage: TokenSimilarity(min(likeness + more, 1.0), 0.5)}
    before, after = compared(ranking, low, about), compared(ranking, high, about)
    assert place(after, passage) <= place(before, passage)


@given(scores, rarities, cosines, st.tuples(st.floats(-1, 1), st.floats(-1, 1)), st.integers(0, 2))
def test_a_nearer_post_never_ranks_its_passage_lower(
    scores: dict[int, float],
    rarities: dict[str, float],
    cosines: dict[int, float],
    two: tuple[float, float],
    part: int,
) -> None:
    passage = 15
    ranking = joined(Matches(scores, rarities, {}, {}), completed(cosines, scores) | {passage: 0.5})
    about = {each.passage: HALF for each in ranking}
    far, near = (about | {passage: with_part(part, cosine)} for cosine in sorted(two))
    before, after = compared(ranking, None, far), compared(ranking, None, near)
    assert place(after, passage) <= place(before, passage)


def with_part(part: int, cosine: float) -> PostSimilarity:
    return PostSimilarity(*(cosine if at == part else each for at, each in enumerate(HALF)))


def test_a_likeness_takes_the_place_of_what_the_words_let_expect() -> None:
    ranking = joined(Matches({1: 2.0, 2: 1.0}, {"word": 9.0}, {}, {}), {1: 0.5, 2: 0.5})
    assert [each.passage for each in ranking] == [1, 2]
    assert 0 < ranking[1].token_similarity < ranking[0].token_similarity < 1
    alike = {1: TokenSimilarity(0.1, 0.1), 2: TokenSimilarity(0.9, 0.9)}
    again = compared(ranking, alike, {1: HALF, 2: HALF})
    assert [(each.passage, each.token_similarity) for each in again] == [(2, 0.9), (1, 0.1)]
    assert {each.passage: (each.words, each.cosine) for each in again} == {
        each.passage: (each.words, each.cosine) for each in ranking
    }


def test_without_likenesses_the_post_is_asked_all_the_same() -> None:
    ranking = joined(Matches({1: 2.0, 2: 1.0}, {"word": 9.0}, {}, {}), {1: 0.5, 2: 0.5})
    again = compared(
        ranking, None, {1: PostSimilarity(0.1, 0.1, 0.1), 2: PostSimilarity(0.9, 0.9, 0.9)}
    )
    assert [each.passage for each in again] == [2, 1]
    assert {each.passage: each.token_similarity for each in again} == {
        each.passage: each.token_similarity for each in ranking
    }


def test_a_score_of_one_takes_all_of_the_words_the_likeness_and_the_subject() -> None:
    ranking = joined(Matches({1: 4.0}, {"word": 4.0}, {}, {}), {1: 1.0})
    (whole,) = compared(ranking, {1: TokenSimilarity(1.0, 1.0)}, {1: PostSimilarity(1.0, 1.0, 1.0)})
    assert whole.score == pytest.approx(1)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_share_lies_between_0_and_1(score: float, reach: float) -> None:
    assert 0 <= share(score, reach) <= 1


def test_what_cannot_be_reached_has_no_share() -> None:
    assert share(3.0, 0.0) == 0.0
