from __future__ import annotations

import pytest

from index.text.kinds.sentence_kinds import (
    asks,
    asks_readers,
    bare,
    is_negative,
    is_small_talk,
    names_nothing,
    tells_of_oneself,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Which paint do we use?",
        "Does anyone know which paint we use",
        "Hi, can someone help me with the oven",
        "Comment réserver la salle ?",
        "Quelqu'un sait où est la clé",
        "Je me demande si le four est allumé.",
        "¿Dónde está la llave?",
        "船厂的大门几点打开？",
        "Any idea why it is closed? 🤔",
        "tell me about the market",
        "so, can somebody explain the rota",
        "Please could someone describe the way to the mill",
        "Could you explain how the oven is lit",
        "I'd like to know who rings the bell",
        "Parle-moi du marché",
        "Alors, vous pouvez m'expliquer le tour de garde",
        "J'aimerais savoir qui sonne la cloche",
        "Cuéntame del mercado",
        "¿Me puedes explicar el turno",
        "Puede alguien decir dónde está el molino",
        "Erzähl mir vom Markt",
        "Könntet ihr uns den Dienstplan erklären",
        "Kann jemand bitte den Markt erklären",
    ],
)
def test_a_sentence_asks(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Somebody has the key.",
        "Quelqu'une a répondu.",
        "How it works is on the door.",
        "Tell the harbour office before Friday.",
        "Explain the rules to whoever is new.",
        "Show your card at the gate.",
        "Dis au gardien que tu viens.",
        "Sag dem Wärter, dass du kommst.",
        "Puedes dejar la llave en el molino.",
        "You can ask Ada.",
        "Vous pouvez laisser la clé au moulin.",
    ],
)
def test_a_sentence_states(sentence: str) -> None:
    assert not asks(sentence)


@pytest.mark.parametrize(
    "sentence", ["Thanks!", "+1", "👍", "Same here.", "Yes.", "No idea, sorry.", "Merci beaucoup !"]
)
def test_greetings_thanks_and_agreement_are_small_talk(sentence: str) -> None:
    assert is_small_talk(sentence)


def test_a_short_answer_is_no_small_talk() -> None:
    assert not is_small_talk("On Friday.")
    assert not is_small_talk("Le vendredi.")


@pytest.mark.parametrize(
    "sentence", ["It works now!", "It is closed today.", "C'est réparé.", "Ça marche, merci !"]
)
def test_a_line_about_what_is_not_named_names_nothing(sentence: str) -> None:
    assert names_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It opens at 7.",
        "He left for Lyon.",
        "The radar works.",
        "Il faut demander la clé au bureau.",
    ],
)
def test_a_line_that_names_something_may_answer(sentence: str) -> None:
    assert not names_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cheques aren’t accepted.",
        "The plan excludes mooring.",
        "No dogs.",
        "Les chiens ne sont pas admis.",
        "Entrée interdite.",
        "Tout est ouvert, sauf le lundi.",
        "Hunde sind nicht erlaubt.",
    ],
)
def test_a_sentence_denies(sentence: str) -> None:
    assert is_negative(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Not only cards, cash too.",
        "No later than 5 pm.",
        "N'hésitez pas à passer.",
        "Une personne doit venir.",
        "Why not on Friday",
    ],
)
def test_the_same_words_may_deny_nothing(sentence: str) -> None:
    assert not is_negative(sentence)


@pytest.mark.parametrize(
    "mark", ["RT: ", "RT @sem: ", "FYI: ", "🔁 RT: ", "Pour info : ", "Fwd: Re: "]
)
def test_a_mark_of_passing_on_is_taken_off(mark: str) -> None:
    assert bare(f"{mark}The oven is lit.") == "The oven is lit."


def test_a_word_that_only_begins_like_a_mark_stays() -> None:
    assert bare("Return: Friday.") == "Return: Friday."


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Which paint do you use?", True),
        ("Should I sand it before?", True),
        ("Comment faire pour la coque ?", True),
        ("Weiß jemand, wo der Schlüssel ist?", True),
        ("Did you know that copper is toxic?", False),
        ("The cause?", False),
        ("You use epoxy.", False),
    ],
)
def test_a_question_is_put_to_readers_or_for_effect(sentence: str, *, asked: bool) -> None:
    assert asks_readers(sentence) == asked


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Mine peeled off.", True),
        ("I've tried it.", True),
        ("J’ai essayé.", True),
        ("Epoxy is mine.", False),
    ],
)
def test_whoever_writes_tells_of_himself(sentence: str, *, own: bool) -> None:
    assert tells_of_oneself(sentence) == own
