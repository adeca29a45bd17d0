from __future__ import annotations

import pytest

from bot.questions.quoting.excerpts import choose
from bot.questions.quoting.repeats import are_states_of_one, repeats, unsaid
from tests.fakes.index.hits import hit

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


@pytest.mark.parametrize("followup", ["Et le vendredi ?", "¿Y los viernes?", "And on Fridays?"])
def test_what_names_the_day_that_is_asked_for_comes_again_in_any_language(followup: str) -> None:
    said = choose([hit(("The ferry sails on Fridays and Sundays.", 0.9))], 1)
    assert unsaid(said, said, followup) == said


def test_statements_of_other_things_are_no_states_of_one() -> None:
    assert not are_states_of_one("The gate code is 4711.", "The boat house opens at nine.")
    assert not are_states_of_one("Dogs are allowed.", "Dogs are not allowed.")


@pytest.mark.parametrize(
    ("followup", "stays"),
    [
        ("What else?", False),
        ("And why?", True),
        ("And by whom?", False),
        ("And how deep is it?", False),
        ("And on which day?", False),
        ("And when exactly?", True),
        ("And why is it cancelled?", True),
        ("Et pourquoi annulé ?", True),
        ("Et encore ?", False),
        ("Et le vendredi ?", False),
        ("¿Y los viernes?", False),
        ("Und am Freitag?", False),
        ("Et en mars ?", False),
    ],
)
def test_what_was_quoted_before_comes_again_where_it_has_what_is_asked_for(
    followup: str, *, stays: bool
) -> None:
    said = choose([hit((f"{FERRY}.", 0.9))], 1)
    new = choose([hit(("The pier is closed.", 0.9), name="2")], 1)
    assert unsaid([*said, *new], said, followup) == ((*said, *new) if stays else new)
