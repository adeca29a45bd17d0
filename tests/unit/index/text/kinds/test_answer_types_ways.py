"""Where it is asked how one comes to something, a sentence may tell the way."""

from __future__ import annotations

import pytest

from index.text.kinds.answer_types import answer_type_of


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How do I get a key?", "Pour avoir une clé, il faut être membre."),
        ("How to restore a backup?", "To restore one, stop the bot first."),
        ("how can we book the room", "You need to ask at the counter."),
        ("Comment obtenir une carte ?", "Il suffit de la demander."),
        ("Comment peut-on adhérer ?", "Vous devez remplir un formulaire."),
        ("¿Cómo se reserva la sala?", "Hay que pedirla en la entrada."),
        ("Wie bekomme ich einen Schlüssel?", "Man muss drei Monate Mitglied sein."),
    ],
)
def test_a_way_is_what_a_question_for_a_way_asks(question: str, sentence: str) -> None:
    asked = answer_type_of(question)
    assert asked.is_told_in(sentence)
    assert not asked.is_in(sentence)
    assert not asked.is_told_in("Members with a key come in at any time.")


@pytest.mark.parametrize(
    "question", ["Comment est chauffée la salle ?", "How are you?", "How is the room heated?"]
)
def test_how_something_is_asks_for_no_way(question: str) -> None:
    assert not answer_type_of(question).is_told_in("To heat it, you need wood.")


def test_what_has_the_kind_of_answer_is_told_too() -> None:
    assert answer_type_of("When does it open?").is_told_in("It opens at 10:30.")
