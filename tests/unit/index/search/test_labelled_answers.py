from __future__ import annotations

from index.search.labelled_answers import OTHERS, labels_of, weights_of
from index.text.parts.sentences import Span, sentences

FORM = (
    "What did you like?\nThe soup. The long tables.\n\nWhat did you miss?\nCoffee in the morning."
)


def spans_of(text: str) -> list[Span]:
    return [*sentences(text, Span(0, len(text)))]


def share(label: str) -> float:
    return 1.0 if "like" in label else 0.2


def test_each_answer_to_a_form_stands_under_its_question() -> None:
    spans = spans_of(FORM)
    told = dict(
        zip((FORM[each.start : each.end] for each in spans), labels_of(FORM, spans), strict=True)
    )
    assert told["The soup."] == told["The long tables."] == "What did you like?"
    assert told["Coffee in the morning."] == "What did you miss?"
    assert told["What did you like?"] == ""


def test_a_text_without_questions_above_its_parts_has_none() -> None:
    text = "Menu\nThe soup.\n\nDrinks\nCoffee?"
    assert {*labels_of(text, spans_of(text))} == {""}


def test_answers_to_another_question_of_the_form_count_less() -> None:
    labels = ["What did you like?", "What did you miss?", ""]
    assert weights_of(labels, share) == [1.0, OTHERS, 1.0]


def test_of_one_question_or_of_two_that_are_as_near_none_counts_less() -> None:
    assert weights_of(["What did you like?", ""], share) == [1.0, 1.0]
    assert weights_of(["What did you miss?", "What was bad?"], share) == [1.0, 1.0]
