from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.evaluating.evaluation import SLOWEST, KnownQuestion, Outcome, figures, outcome
from bot.questions.quoting.excerpts import choose
from bot.questions.quoting.post_references import nearest
from tests.fakes.index.hits import hit

OVEN = hit(("The oven is lit on Fridays.", 0.9), name="oven")
GOATS = hit(("Goats graze behind the school.", 0.5), name="goats")
NOWHERE = KnownQuestion("Who sells cars?")


def place(question: KnownQuestion) -> int | None:
    return outcome(question, [OVEN, GOATS], (), 0.5, 0.1).place


def is_first_right(gold: str) -> bool:
    excerpts = choose([OVEN, GOATS], 3)
    return outcome(KnownQuestion("?", gold=gold), [OVEN], excerpts, 0.5, 0.1).is_first_right


def asked(
    question: KnownQuestion,
    *,
    place: int | None = None,
    found: bool = True,
    confidence: float = 0.5,
) -> Outcome:
    return Outcome(question, place, found, is_first_right=False, confidence=confidence, seconds=0.1)


@pytest.mark.parametrize("post_id", ["notes:goats", "goats"])
def test_the_right_post_is_known_by_its_whole_id_or_its_own_part(post_id: str) -> None:
    assert place(KnownQuestion("?", post_id)) == 2


def test_without_an_id_the_right_post_is_one_that_has_the_words() -> None:
    assert place(KnownQuestion("?", gold="graze BEHIND")) == 2
    assert place(KnownQuestion("?", gold="raze behind")) is None


def test_what_counts_is_the_post_that_was_quoted_and_not_the_one_found_first() -> None:
    goats = KnownQuestion("?", "goats")
    quoted = outcome(goats, [OVEN, GOATS], choose([GOATS], 1), 0.9, 0.1)
    assert (quoted.place, quoted.has_failed) == (2, False)
    other = outcome(goats, [GOATS, OVEN], choose([OVEN], 1), 0.9, 0.1)
    assert (other.place, other.has_failed) == (1, True)


def test_a_question_that_nothing_answers_has_no_right_post() -> None:
    assert place(NOWHERE) is None
    assert not NOWHERE.is_answerable


@pytest.mark.parametrize(
    ("gold", "is_right"),
    [
        ("lit on fridays", True),
        ("Listen: the oven is lit on Fridays. Come early.", True),
        ("lit on Mondays", False),
        ("…", False),
        ("", False),
    ],
)
def test_the_first_excerpt_is_right_where_it_has_the_words_or_they_have_it(
    gold: str, is_right: bool
) -> None:
    assert is_first_right(gold) is is_right


def test_nothing_quoted_is_no_right_excerpt() -> None:
    question = KnownQuestion("?", gold="oven")
    assert not outcome(question, [OVEN], (), 0.1, 0.1).is_first_right


def test_what_is_quoted_as_unsure_is_right_and_no_refusal_though_it_is_no_answer() -> None:
    question, quote = KnownQuestion("?", gold="oven"), choose([OVEN], 1)
    found = figures([outcome(question, [OVEN], (), 0.4, 0.1, perhaps=quote)])
    assert (found.first_excerpt, found.first_quote) == (0, 1)
    assert (found.answered, found.refused, found.failed) == (0, 0, ())
    nothing = figures([outcome(NOWHERE, [OVEN], (), 0.4, 0.1, perhaps=quote)])
    assert (nothing.not_found_recall, nothing.failed) == (1, ())


def test_near_posts_are_counted_where_nothing_is_quoted() -> None:
    quote, near, known = choose([OVEN], 1), nearest([OVEN]), KnownQuestion("?", "oven")
    right = outcome(known, [OVEN, GOATS], (), 0.2, 0.1, near=near)
    wrong = outcome(known, [OVEN, GOATS], (), 0.2, 0.1, near=nearest([GOATS]))
    unsure = outcome(known, [OVEN, GOATS], (), 0.4, 0.1, perhaps=quote, near=near)
    found = figures([right, wrong, unsure])
    assert (found.offered_right, found.offered_in_vain) == (0.5, None)
    vain = [outcome(NOWHERE, [OVEN], (), 0.2, 0.1, near=each) for each in (near, (), (), ())]
    assert figures(vain).offered_in_vain == 0.25


def test_the_right_posts_are_counted_by_their_place() -> None:
    known = KnownQuestion("?", "oven")
    found = figures([asked(known, place=at) for at in (1, 2, 6, None)] + [asked(NOWHERE)])
    assert (found.questions, found.answerable) == (5, 4)
    assert found.recall == {1: 0.25, 5: 0.5, 10: 0.75}
    assert found.reciprocal_rank == pytest.approx((1 + 1 / 2 + 1 / 6) / 4)


def test_refusals_are_judged_by_what_nothing_answers() -> None:
    known = KnownQuestion("?", "oven")
    found = figures(
        [asked(known, found=True)] * 3
        + [asked(known, found=False)]
        + [asked(NOWHERE, found=False)] * 2
        + [asked(NOWHERE, found=True)] * 2
    )
    assert (found.answered, found.refused) == (0.75, 0.25)
    assert found.not_found_recall == 0.5
    assert found.not_found_precision == pytest.approx(2 / 3)


def test_a_confidence_that_is_true_has_no_calibration_error() -> None:
    known = KnownQuestion("?", "oven")
    three_in_four = [asked(known, confidence=0.75)] * 3 + [asked(NOWHERE, confidence=0.75)]
    assert figures(three_in_four).calibration == ((4, 0.75, 0.75),)
    assert figures(three_in_four).calibration_error == 0


def test_a_wrong_confidence_is_as_wrong_as_what_was_so_is_far() -> None:
    sure_and_wrong = [asked(NOWHERE, confidence=1.0)] * 3
    modest_and_right = [asked(KnownQuestion("?", "oven"), confidence=0.5)]
    assert figures(sure_and_wrong + modest_and_right).calibration_error == pytest.approx(3.5 / 4)


def test_without_questions_there_are_no_figures() -> None:
    found = figures([])
    assert found.recall == {1: None, 5: None, 10: None}
    assert found.not_found_precision is found.calibration_error is found.answered is None


def test_the_slowest_questions_come_slowest_first() -> None:
    many = [
        Outcome(NOWHERE, None, is_found=False, is_first_right=False, confidence=0, seconds=at / 10)
        for at in (3, 9, 1, 7, 5, 2, 8)
    ]
    assert [each.seconds for each in figures(many).slowest] == [0.9, 0.8, 0.7, 0.5, 0.3][:SLOWEST]


@given(
    st.lists(
        st.builds(
            Outcome,
            st.sampled_from([NOWHERE, KnownQuestion("?", "1"), KnownQuestion("?", gold="a")]),
            st.none() | st.integers(1, 10),
            st.booleans(),
            st.booleans(),
            st.floats(0, 1),
            st.floats(0, 9),
        )
    )
)
def test_every_share_lies_between_0_and_1(outcomes: list[Outcome]) -> None:
    found = figures(outcomes)
    shares = [
        *found.recall.values(), found.reciprocal_rank, found.first_excerpt, found.answered,
        found.first_quote, found.refused, found.not_found_precision,
        found.not_found_recall, found.calibration_error,
    ]  # fmt: skip
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert sum(each.questions for each in found.calibration) == len(outcomes)
