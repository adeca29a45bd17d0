from __future__ import annotations

import pytest

from index.text.kinds.answer_types import answer_type_of


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What time does the pool shut?", "It closes at 9 o'clock in the evening."),
        ("What time does the pool shut?", "It closes at nine."),
        ("À quelle heure ferme la piscine ?", "Elle ferme à 20 heures."),
        ("Um wie viel Uhr schließt das Bad?", "Es schließt um 9."),
        ("What phone number do I call in an emergency?", "In an emergency, call 112."),
    ],
)
def test_a_time_or_a_number_to_call_is_known_however_it_is_written(
    question: str, sentence: str
) -> None:
    found = answer_type_of(question)
    assert found.is_in(sentence)
    assert not found.is_impossible_in(sentence)
