from __future__ import annotations

import pytest

from index.text.kinds.answer_types import answer_type_of


def fits(question: str, sentence: str) -> bool:
    return answer_type_of(question).is_in(sentence)


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
        ("How long does the drill take?", "The drill takes 35 minutes."),
        ("Combien de temps dure la panne ?", "La panne a duré onze heures."),
        ("How many weeks did you wait?", "We waited three long weeks."),
        ("Combien d’années encore ?", "Encore deux ans."),
    ],
)
def test_a_duration_is_what_a_question_for_one_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)
    assert not fits(question, "There are 12 goats in room 7, since 1998.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How much does a loaf cost?", "£2 a loaf."),
        ("How much was she paid?", "She got two hundred euros."),
        ("Combien coûte l’adhésion ?", "L’adhésion est à 8 €."),
        ("combien faut-il payer", "C’est gratuit."),
    ],
)
def test_a_price_is_what_a_question_for_one_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)
    assert not fits(question, "There are 12 goats in room 7.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Can I bring my dog?", "No, the owner is allergic."),
        ("Is it free?", "In principle, yes."),
        ("Do bonuses count?", "It depends on the year."),
        ("Est-ce que le four est chaud ?", "Oui !"),
        ("Mon voisin peut-il fermer le chemin ?", "Non, jamais."),
        ("Chemins : faut-il mon accord ?", "Cela dépend de la commune."),
    ],
)
def test_yes_or_no_is_what_a_question_for_it_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)
    assert not fits(question, "The goats know the way, yes.")


@pytest.mark.parametrize("sentence", ["No bread here.", "Non-profit work matters.", "Nothing."])
def test_a_no_that_belongs_to_a_word_is_no_answer(sentence: str) -> None:
    assert not fits("Can I bring my dog?", sentence)


@pytest.mark.parametrize("sentence", ["My car on the road.", "It has been so since 1998."])
def test_a_car_and_a_date_are_no_reason(sentence: str) -> None:
    assert not fits("Why is it so?", sentence)


@pytest.mark.parametrize("question", ["How long?", "How much does it cost?", "How many?", "Who?"])
@pytest.mark.parametrize("piece", ["1 ", "1,1 ", "a ", "one ", "€", "millions ", "Ada "])
def test_a_very_long_sentence_is_read_without_going_back_and_forth(
    question: str, piece: str
) -> None:
    # Quadratic, this takes minutes, and the suite would not end.
    assert fits(question, piece * 200_000) == fits(question, piece * 20)


@pytest.mark.parametrize(
    "question", ["Pourquoi faut-il payer ?", "Quand ouvre-t-il ?", "What is it?"]
)
def test_yes_is_no_answer_to_any_other_question(question: str) -> None:
    assert not fits(question, "Oui, bien sûr.")
    assert not fits(question, "Yes, of course.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is a quern?", "A quern is a hand mill."),
        ("What does quern mean?", "The word means a hand mill."),
        ("Qu’est-ce qu’une meule ?", "La meule est la pierre qui tourne."),
        ("La meule, c’est quoi ?", "Une meule désigne deux pierres."),
    ],
)
def test_what_it_is_is_what_a_question_for_it_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)
    assert not fits(question, "Ours broke in the frost.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who lit the oven?", "It was lit by Ada and her brother."),
        ("With whom did Ada bake?", "Ada baked with Brem."),
        ("Who left?", "Somebody (Brem) left."),
        ("Qui est parti ?", "C’est le départ d’Ilya."),
        ("Qui a allumé le four ?", "Le four a été allumé par Noé."),
        ("Avec qui Ada cuit-elle ?", "Elle cuit avec son frère."),
    ],
)
def test_somebody_else_is_what_a_question_for_somebody_asks(question: str, sentence: str) -> None:
    assert fits(question, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The oven was lit at dawn.",
        "The oven was lit on a Monday in January.",
        "Bread is baked by Ada.",
        "The oven of the BBC.",
        "It rained. Nobody came.",
    ],
)
def test_whom_the_question_names_and_what_is_no_name_is_nobody_else(sentence: str) -> None:
    assert not fits("Who baked bread with Ada?", sentence)


@pytest.mark.parametrize("sentence", ["We open in May.", "On 3 May.", "From May 3 on."])
def test_may_is_a_month_beside_a_day_or_after_in(sentence: str) -> None:
    assert fits("When do you open?", sentence)
    assert not fits("When do you open?", "You may come at any time.")


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


@pytest.mark.parametrize(
    ("question", "text", "impossible"),
    [
        ("How much was Ada paid?", "Ada went to the harbour in May.", True),
        ("How much was Ada paid?", "Ada got 300 euros.", False),
        ("How old is Hilda?", "Hilda is the mayor.", True),
        ("Combien de temps dure la cuisson ?", "Le four est chaud dès 6 heures.", False),
        ("Combien de temps dure la cuisson ?", "Le four est chaud.", True),
        ("Who has the key?", "The key is big.", False),
        ("How long may it be kept?", "It is kept for a month.", False),
        ("Combien de temps a-t-on ?", "On a un mois pour répondre.", False),
        ("What does a loaf cost?", "There are 12 goats.", True),
        ("What is the salary of the mayor?", "The mayor is 62 years old.", True),
        ("Quelle est l’amende maximale ?", "La mairie compte 12 agents.", True),
        ("Combien gagne le maire ?", "Il gagne 2 000 euros.", False),
        ("What time does it close?", "It closes in the evening.", False),
        ("À quelle heure ferme la mairie ?", "Elle ferme à 17 h.", False),
        ("To which number do I send it?", "Send it to the mayor.", False),
        ("To which number do I send it?", "Forward it to 33700.", False),
        ("What is the phone number of the school?", "Call 01 53 73 22 22.", False),
        ("¿Cuánto dura la beca?", "Dura dos semanas.", False),
        ("¿Cuánto cuesta el pan?", "The bread is good.", True),
        ("Wie lange dauert der Kurs?", "It goes on for two weeks.", False),
        ("Was kostet das Brot?", "Es gibt 12 Brote.", True),
    ],
)
def test_a_quantity_is_not_told_by_a_text_without_any(
    question: str, text: str, *, impossible: bool
) -> None:
    assert answer_type_of(question).is_impossible_in(text) == impossible


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Y a-t-il un tarif pour les apprentis ?", "L'entrée coûte 4 € pour les apprentis."),
        ("Is there a discount for pensioners?", "Pensioners pay 12 euros a year."),
        ("Gibt es einen Rabatt für Kinder?", "Kinder zahlen 3 €."),
        ("From what age may children row?", "Children row from eight, with a vest."),
        ("À partir de quel âge monte-t-on à cheval ?", "Dès six ans, avec un casque."),
        ("Quelle taille ont les ruches ?", "Chaque ruche a 50 litres."),
        ("What water temperature do the fish need?", "They like it at 18 degrees."),
    ],
)
def test_a_price_or_a_measure_that_is_asked_for_by_its_name_is_a_number(
    question: str, sentence: str
) -> None:
    assert fits(question, sentence)
    assert not fits(question, "Ask the board, they know.")


def test_a_size_may_be_a_letter() -> None:
    assert not answer_type_of("What size are the shirts?").is_impossible_in("The shirts are M.")


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("¿Por qué se cerró?", "It closed because of rain.", "It closed in May."),
        ("Warum ist es zu?", "Es ist zu, weil es regnet.", "Es ist seit Mai zu."),
        ("¿Cuándo abre?", "It opens on Friday.", "It opens with a key."),
        ("Wann ist Markt?", "Markt ist am Samstag.", "Markt ist am Hafen."),
        ("¿Cuántos hay?", "There are 12 of them.", "There are many."),
        ("Wie viele Ziegen gibt es?", "Es gibt zwölf Ziegen.", "Es gibt viele Ziegen."),
        ("¿Quién tiene la llave?", "The key is with Ada.", "The key is big."),
        ("Wer hat den Schlüssel?", "The key is with Ada.", "The key is big."),
        ("¿Puedo entrar?", "Yes, you can.", "The door is blue."),
        ("Darf ich hinein?", "Nein, es ist zu.", "Die Tür ist blau."),
    ],
)
def test_spanish_and_german_questions_ask_for_the_same_kinds(
    question: str, sentence: str, other: str
) -> None:
    assert fits(question, sentence)
    assert not fits(question, other)


def test_a_spanish_when_that_joins_two_clauses_asks_for_no_time() -> None:
    assert not fits("¿Qué hago cuando falla?", "It fails on Fridays.")
