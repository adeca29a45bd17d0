from __future__ import annotations

import pytest

from index.text.parts.sentences import sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Dupont est arrivé le 3 sept. 2024 à Paris.",
        "Le Dr. Martin reçoit le lundi avec Mme. Roche.",
        "J. K. Rowling a écrit avec C. Martin.",
        "Contactez M. J. Durand, tél. 01 02 03.",
        "Rendez-vous av. Foch, bd. Voltaire.",
        "M. le maire viendra.",
        "They live in St. Malo with Prof. Jones.",
        "Voir p. 12 et art. 5 du règlement.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    text = f"{sentence} Il est reparti."
    assert [text[start:end] for start, end in sentences(text)] == [sentence, "Il est reparti."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Prenez la vitamine C.", "Le reste est bon."),
        ("Yes, ask me.", "No, wait."),
        ("We left in Dec.", "Then it snowed."),
        ("Non.", "Le four est froid."),
    ],
)
def test_a_sentence_that_ends_in_such_a_word_ends(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert [text[start:end] for start, end in sentences(text)] == [first, second]
