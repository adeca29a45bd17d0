from __future__ import annotations

import pytest

from index.text.language import language_of


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
