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
