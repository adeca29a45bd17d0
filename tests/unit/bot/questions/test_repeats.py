from __future__ import annotations

import pytest

from bot.questions.repeats import are_states_of_one, repeats

FERRY = "The ferry is cancelled on Sunday because of the regatta"


@pytest.mark.parametrize("again", [f"RT: {FERRY}!", f"FYI: {FERRY} 😢", f"{FERRY}.", FERRY.upper()])
def test_the_same_words_passed_on_are_a_repeat(again: str) -> None:
    assert repeats(FERRY, again)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fee for a guest berth is 14 euros a night",
            "The fee for a guest berth is 19 euros a night",
        ),
        (FERRY, FERRY.replace("is", "is not")),
        ("Yes.", "No."),
    ],
)
def test_another_number_or_a_not_is_no_repeat(one: str, other: str) -> None:
    assert not repeats(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gate code is 4711.", "The gate code was changed to 3105."),
        ("La permanence est ouverte le mardi.", "La permanence est ouverte le jeudi."),
    ],
)
def test_two_states_of_one_thing(one: str, other: str) -> None:
    assert are_states_of_one(one, other)


def test_statements_of_other_things_are_no_states_of_one() -> None:
    assert not are_states_of_one("The gate code is 4711.", "The boat house opens at nine.")
    assert not are_states_of_one("Dogs are allowed.", "Dogs are not allowed.")
