from __future__ import annotations

import json

import pytest

from bot.questions.parsing.small_talk import is_small_talk
from tests.fakes.documents import ROOT


@pytest.mark.parametrize(
    "text",
    ["Hello!", "hi there", "Thank you very much.", "ok, merci", "Bonjour à tous", "ça va ?",
     "How are you?", "Guten Morgen", "¡Muchas gracias!", "D'accord"],
)  # fmt: skip
def test_greetings_thanks_and_assent_ask_nothing(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text", ["", "👍", "oven", "how are loaves shaped?", "who says thanks?", "hello world program"]
)
def test_whatever_names_something_is_searched(text: str) -> None:
    assert not is_small_talk(text)


def test_no_example_question_is_taken_for_small_talk() -> None:
    lines = (ROOT / "examples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    assert asked
    assert [each for each in asked if is_small_talk(each)] == []
