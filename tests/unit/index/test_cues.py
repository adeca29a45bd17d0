from __future__ import annotations

import pytest

from index.cues import fits


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Why did the choir stop?", "It stopped because nobody came."),
        ("why is the ferry late", "The ferry is late due to fog."),
        ("What are the reasons for the strike?", "The reason is a dispute about breaks."),
        ("What was the cause of the leak?", "A conflict with the plumber left it open."),
        ("Pourquoi le marché a-t-il fermé ?", "Il a fermé parce que la place est en travaux."),
        ("pourquoi si tôt ?", "On part tôt à cause du brouillard."),
        ("Quelles sont les raisons du retard ?", "C’est en raison d’une panne."),
        ("POURQUOI ?", "Grâce à la pluie."),
    ],
)
def test_a_reason_is_what_a_question_for_a_reason_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When does the library open?", "It opens at 10:30."),
        ("when was the mill built", "The mill was built in 1874."),
        ("What day is the market?", "The market is on Saturday."),
        ("What are the opening hours?", "We open at 9 am."),
        ("Quand a lieu la fête ?", "La fête a lieu en août."),
        ("quand ouvre la piscine ?", "La piscine ouvre à 14h."),
        ("Quels sont les horaires ?", "Tous les mercredis."),
        ("Quand ?", "Le 3 février."),
    ],
)
def test_a_time_is_what_a_question_for_a_time_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many goats are there?", "There are 12 goats."),
        ("how much is a ticket", "A ticket is five crowns."),
        ("How long does it take?", "Half an hour."),
        ("Combien de ruches avez-vous ?", "Nous avons trois ruches."),
        ("Quelle part du budget ?", "La moitié du budget."),
        ("combien ?", "Il en reste 40 %."),
    ],
)
def test_an_amount_is_what_a_question_for_an_amount_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Why did the choir stop?", "The choir stopped on Friday."),
        ("When does the library open?", "It opens because we like books."),
        ("How many goats are there?", "There are a lot of goats."),
        ("Pourquoi le marché a-t-il fermé ?", "Le marché a fermé en 2019."),
        ("Quand a lieu la fête ?", "La fête a lieu près du lac."),
        ("Combien de ruches avez-vous ?", "Nous avons des ruches."),
        ("Pourquoi ?", ""),
    ],
)
def test_an_answer_of_another_kind_does_not_fit(question: str, sentence: str) -> None:
    assert not fits(question, sentence)


@pytest.mark.parametrize(
    "question", ["What grows behind the school?", "Que dit Ada du four ?", "", "whenever", "?"]
)
@pytest.mark.parametrize("sentence", ["Because of rain, on Friday, 12 times.", "Le 3 mai, car 2."])
def test_a_question_that_asks_for_nothing_of_the_kind_is_fit_by_nothing(
    question: str, sentence: str
) -> None:
    assert not fits(question, sentence)


def test_a_question_for_two_things_is_fit_by_either() -> None:
    question = "When and why did the mill close?"
    assert fits(question, "It closed in March.")
    assert fits(question, "It closed because the river was dry.")
    assert not fits(question, "It closed for good.")
