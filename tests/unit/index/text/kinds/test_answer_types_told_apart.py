"""Kinds of answers that share their words with others."""

from __future__ import annotations

import pytest

from index.text.kinds.answer_types import answer_type_of


@pytest.mark.parametrize(
    "question",
    [
        "How old is the club?",
        "quel âge a le club ?",
        "¿Cuántos años tiene el club?",
        "Wie alt ist der Verein?",
    ],
)
def test_an_age_is_told_by_years_or_by_a_year(question: str) -> None:
    age = answer_type_of(question)
    for sentence in ("It is 90 years old.", "Le club existe depuis 1921.", "Er ist 90 Jahre alt."):
        assert age.is_in(sentence)
        assert not age.is_impossible_in(sentence)
    assert age.is_impossible_in("The fee is 145 euros, or 90 if you're under 25.")


def test_from_which_age_on_is_told_by_a_number() -> None:
    assert answer_type_of("How old must I be for the saw?").is_in("You must be 16.")


@pytest.mark.parametrize(
    "question",
    [
        "Can I row when it is cold?",
        "peut-on sortir en skiff quand l'eau est froide ?",
        "Est-ce que je peux venir quand je veux ?",
        "What happens when the alarm rings?",
        "Was passiert, wenn nicht, und wo, wann immer es regnet?",
    ],
)
def test_what_is_so_at_some_time_asks_for_no_time(question: str) -> None:
    assert not answer_type_of(question).is_in("No hot water until Thursday.")


@pytest.mark.parametrize(
    "question",
    [
        "Do you know when the office opens?",
        "Can you tell me when it opens?",
        "Until when is the quay closed?",
        "Savez-vous quand ça rouvre ?",
        "L'assemblée, c'est quand ?",
        "Ça rouvre quand ?",
        "C'est quand l'assemblée générale ?",
        "Quand est-ce que ça rouvre ?",
        "Weißt du, bis wann das gilt?",
    ],
)
def test_a_time_may_be_asked_for_in_the_middle(question: str) -> None:
    assert answer_type_of(question).is_in("On Thursday.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how much does it cost to store a boat", "Owners pay 200 a year for the space."),
        ("Combien coûte une place ?", "La place coûte 200 par an."),
        ("¿Cuánto cuesta un sitio?", "El sitio cuesta 200 al año."),
        ("Was kostet ein Platz?", "Ein Platz kostet 200 im Jahr."),
    ],
)
def test_a_price_may_have_no_sign_of_money(question: str, sentence: str) -> None:
    price = answer_type_of(question)
    assert price.is_in(sentence)
    assert not price.is_impossible_in(sentence)
