from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.questions.pinned import LONGEST, _with_first, is_same_question
from tests.fakes.bot.answers import answered
from tests.fakes.bot.questions import question
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.question_and_answer import Answer

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How do I reset the wifi?", "wifi reset: how?"),
        ("Where is the key of the boat house?", "where are the keys of the boat house"),
        ("Quand le four est-il allumé ?", "Le four, quand est-il allumé ?"),
    ],
)
def test_questions_of_the_same_words_are_the_same(one: str, other: str) -> None:
    assert is_same_question(one, other)
    assert is_same_question(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How do I reset the wifi?", "How do I reset my password?"),
        ("Is the oven lit?", "Is the oven not lit?"),
        ("How do I update the boat app to 1.4.2?", "How do I update the boat app to 1.4.3?"),
        ("What is it?", "What is that?"),
    ],
)
def test_questions_that_ask_something_else_are_not(one: str, other: str) -> None:
    assert not is_same_question(one, other)


def with_first(text: str, most: int = 9) -> Answer:
    found = answered(
        question("Goats?", NOON, limit=most), hit(("Goats graze behind the school.", 0.9))
    )
    return _with_first(found, post(text, "p"))


def test_the_pinned_post_stands_first_and_the_rest_after_it() -> None:
    answer = with_first("The boat house is green.")
    assert [each.post_id for each in answer.excerpts] == ["notes:p", "notes:1"]
    assert [each.citation.number for each in answer.excerpts] == [1, 2]
    assert [each.is_pinned for each in answer.excerpts] == [True, False]
    assert len(with_first("The boat house is green.", 1).excerpts) == 1


def test_of_a_long_post_whole_sentences_are_quoted_and_of_one_sentence_its_beginning() -> None:
    long = "The boat house is green. " * 60
    [first, _] = with_first(long).excerpts
    assert first.text == long[: first.end]
    assert first.text.endswith("green.")
    assert len(first.text) <= LONGEST
    [first, _] = with_first("green " * 200).excerpts
    assert LONGEST - 1 <= len(first.text) <= LONGEST
