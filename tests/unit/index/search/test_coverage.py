from __future__ import annotations

from typing import TYPE_CHECKING

from index.search.confidence import confidence
from index.search.coverage import USUAL, Coverage, coverages
from index.search.keywords import Matches
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.ports import Encoder

ASKED = Matches({}, {"salary": 2.0}, {"salary": {"salari": 1.0}}, {"salary": 3.0, "baker": 3.0})


def missing(matches: Matches, texts: Sequence[str], encoder: Encoder) -> list[float]:
    return [each.missing for each in coverages(matches, texts, encoder)]


def test_a_word_that_has_no_like_in_a_text_is_what_it_lacks(encoder: Encoder) -> None:
    both, one, none = missing(
        ASKED, ["The baker's salary is low.", "The baker sings.", "Goats graze."], encoder
    )
    assert both < 0.05 < one < none


def test_a_stem_of_the_posts_is_as_good_as_the_word(encoder: Encoder) -> None:
    (by_stem,) = missing(ASKED, ["Bakers: salaries."], encoder)
    assert by_stem < 0.1


def test_a_model_without_tokens_and_a_question_without_words_take_the_usual(
    encoder: Encoder,
) -> None:
    assert missing(ASKED, ["Goats.", "Nets."], HashingEncoder()) == [USUAL, USUAL]
    assert missing(Matches({}, {}, {}, {}), ["Goats."], encoder) == [USUAL]


def test_what_lacks_more_is_less_likely_and_the_type_asked_for_more() -> None:
    usual = confidence(0.3, 1_000)
    assert confidence(0.3, 1_000, missing=USUAL + 0.2) < usual
    assert confidence(0.3, 1_000, missing=USUAL - 0.1) > usual
    assert confidence(0.3, 1_000, has_type=True) > usual
    assert confidence(0.3, 1_000, is_impossible=True) < usual


def test_words_that_say_how_it_is_asked_are_not_missing(encoder: Encoder) -> None:
    how_much = ASKED._replace(asked={"much": 3.0, "salary": 3.0})
    alone = ASKED._replace(asked={"salary": 3.0})
    text = ["The baker's salary is low."]
    assert missing(how_much, text, encoder) == missing(alone, text, encoder)
    only = ASKED._replace(asked={"much": 3.0})
    assert missing(only, text, encoder) != [USUAL]


def test_a_word_with_a_distant_like_is_hardly_missing(encoder: Encoder) -> None:
    asked = ASKED._replace(asked={"bread": 3.0}, sought={})
    near, far = missing(asked, ["Flour is dear.", "Goats graze."], encoder)
    assert near < far / 2


def test_words_that_say_when_it_is_asked_are_not_missing_nor_met(encoder: Encoder) -> None:
    asked = ASKED._replace(
        asked={"weather": 3.0, "tomorrow": 3.0},
        sought={"weather": {"weather": 1.0}, "tomorrow": {"tomorrow": 1.0}},
    )
    alone = asked._replace(asked={"weather": 3.0})
    text = ["We meet tomorrow at ten."]
    assert coverages(asked, text, encoder) == coverages(alone, text, encoder)
    only = asked._replace(asked={"tomorrow": 3.0})
    assert coverages(only, text, encoder)[0].is_met


def test_a_word_is_met_by_its_stem_or_translation_alone(encoder: Encoder) -> None:
    met = coverages(ASKED, ["Salaries.", "Wages."], encoder)
    assert [each.is_met for each in met] == [True, False]
    assert coverages(ASKED, ["Goats."], HashingEncoder()) == [Coverage(USUAL, is_met=False)]


def test_few_passages_make_only_what_has_a_word_of_the_question_likelier() -> None:
    assert confidence(0.2, 4, is_met=False) == confidence(0.2, 1_000)
    assert confidence(0.2, 4) > confidence(0.2, 1_000)
