"""A question that has nothing but the words that its readers have just read in a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.questions.echoes import may_say_back, says_back
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from bot.question_and_answer import Answer

KIMCHI = hit(("Kimchi stands in the blue barrel in winter.", 0.9), name="kimchi")
BARREL = hit(("The blue barrel is washed on Mondays, in summer.", 0.9), name="barrel")
READ = answered(asked("where is the kimchi?"), KIMCHI)


def answer_to(text: str, *hits: object) -> Answer:
    """Return the answer to a question where others read it."""
    return answered(asked(text), *(hits or (KIMCHI,)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["in the blue barrel?", "The blue barrel?", "in winter?"])
def test_who_says_back_what_was_read_asks_nothing(text: str) -> None:
    assert may_say_back(answer_to(text))
    assert says_back(answer_to(text), READ)


def test_two_telling_words_in_a_row_are_said_back_whatever_else_there_is() -> None:
    assert says_back(answer_to("in the blue barrel?", KIMCHI, BARREL), READ)


@pytest.mark.parametrize("text", ["in winter?", "in the red barrel?", "kimchi in summer?"])
def test_what_may_be_new_is_asked(text: str) -> None:
    assert not says_back(answer_to(text, BARREL), READ)


@pytest.mark.parametrize("text", ["is it in the blue barrel?", "and in the blue barrel?"])
def test_what_has_the_form_of_a_question_says_nothing_back(text: str) -> None:
    assert not may_say_back(answer_to(text))


def test_nobody_who_asks_alone_says_anything_back() -> None:
    answer = answer_to("in the blue barrel?")
    private = replace(answer, question=replace(answer.question, is_private=True))
    assert not may_say_back(private)
