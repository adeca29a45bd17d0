from __future__ import annotations

import pytest

from index.text.language import language_of, spoken_language_of


@pytest.mark.parametrize(
    "text",
    [
        "Pourquoi le levain est-il mou ?",
        "LES BÉNÉVOLES DE LA BIBLIOTHÈQUE",
        "On n'a pas eu le temps d'y aller avec vous.",
    ],
)
def test_french_is_told_by_its_function_words(text: str) -> None:
    assert language_of(text) == "fr"


@pytest.mark.parametrize("text", ["Why is the sourdough flat?", "Restored it with borg", "", "👍"])
def test_all_else_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_only_the_beginning_of_a_text_is_read() -> None:
    assert language_of("the end of it " * 50 + "le la les des " * 500) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿Dónde está la llave del horno?", "es"),
        ("donde esta la llave?", "es"),
        ("¿Quién enciende el horno de la aldea?", "es"),
        ("hola", "es"),
        ("où est la clé du four ?", "fr"),
        ("qui a la clé ?", "fr"),
        ("l’oven est-il allumé ?", "fr"),
        ("bonjour", "fr"),
        ("Wann wird der Ofen angeheizt?", "de"),
        ("wer hat den Schlüssel", "de"),
        ("Was kostet das Brot?", "de"),
        ("hallo", "de"),
        ("when was the oven lit?", "en"),
        ("who has the key?", "en"),
        ("hi", "en"),
        ("la", "en"),
        ("kiln", "en"),
        ("", "en"),
        ("?", "en"),
        ("was in Berlin passiert ist", "de"),
    ],
)
def test_who_asks_is_answered_in_their_language_or_in_english(text: str, language: str) -> None:
    assert spoken_language_of(text) == language
