from __future__ import annotations

import pytest

from index.search.sentence_weights import wanted


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("Which paint do we use?", "Yellow paint.", "Does anyone know which paint we use?"),
        ("What is not accepted?", "Cheques are not accepted.", "Cards are accepted."),
        ("What is accepted?", "Cards are accepted.", "Cheques are not accepted."),
        ("Qui ne peut pas entrer ?", "Les chiens n'entrent pas.", "Les chats entrent."),
        ("Which plan does not include it?", "Buoy excludes it.", "Anchor includes it."),
        ("Does the radar work?", "The radar works.", "It works now!"),
        ("Is there a key?", "There is a key.", "Thanks!"),
        ("What is new in 1.4.2?", "1.4.2 has an oven.", "1.4.12 has a boat."),
    ],
)
def test_what_answers_as_it_was_asked_counts_more(question: str, better: str, worse: str) -> None:
    asked = wanted(question)
    assert asked.weight(better, is_led=False) == 1.0
    assert asked.weight(worse, is_led=False) < 1.0


def test_a_pronoun_may_point_at_what_stands_before() -> None:
    assert wanted("Does the radar work?").weight("It works now!", is_led=True) == 1.0


def test_a_reason_may_be_put_either_way() -> None:
    asked = wanted("Why did nobody come?")
    assert asked.weight("The ferry was late.", is_led=False) == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Version 1.4.2 fixes the login crash.",
        "1.4.12 corrige la panne de connexion.",
        "In 2.0.0 ist der Absturz behoben.",
        "La 1.4.3 trae el modo oscuro.",
    ],
)
def test_what_is_said_of_another_version_does_not_answer(sentence: str) -> None:
    asked = wanted("What does 1.4.1 fix?")
    assert asked.is_of_another(sentence, sentence)
    assert not asked.is_of_another(sentence, f"Notes on 1.4.1 {sentence}")
    assert not wanted("What does the update fix?").is_of_another(sentence, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Version 1.4.1 fixes the login crash.",
        "1.4.1 and 1.4.2 fix the login crash.",
        "Dark mode works since 1.3.0.",
        "It runs on 1.3.0 or later.",
        "All before 1.5.0 crash at login.",
        "Le mode sombre marche depuis 1.3.0.",
        "Il faut 1.3.0 ou une version ultérieure.",
        "Dunkel geht es ab 1.3.0.",
        "Das geht mit 1.3.0 und neueren.",
        "El modo oscuro existe desde 1.3.0.",
        "Needs >= 1.3.0.",
        "The login crash is fixed.",
        "The crash of 2.5 people a day is fixed.",
    ],
)
def test_what_holds_for_the_version_or_names_none_may_answer(sentence: str) -> None:
    assert not wanted("What does 1.4.1 fix?").is_of_another(sentence, sentence)
