"""Whose words a question asks for, in each language, and what it is about beside."""

from __future__ import annotations

import pytest

from bot.question_and_answer import Asker
from bot.questions.parsing.whose_words import whose
from index.text.words import words

PEOPLE = ("Lucia Prado", "Klaus", "Ines", "Verein der Gärtner", "Mark Will")
ME = Asker("slack", "T1/U9", "Ada")


def known(name: str) -> list[str]:
    """Return the people whose names have these beginnings of words."""
    return [
        each
        for each in PEOPLE
        if all(any(own.startswith(typed) for own in words(each)) for typed in words(name))
    ]


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("was hat Lucia über den Häcksler gesagt?", "den Häcksler ?"),
        ("was hat Lucia zum Häcksler gesagt?", "Häcksler ?"),
        ("was hat die Lucia uns zum Häcksler geschrieben?", "Häcksler ?"),
        ("was hat Lucia Prado gesagt zum Häcksler?", "Häcksler?"),
        ("was hat Lucia denn eigentlich vom Häcksler gemeint?", "Häcksler ?"),
        ("was denkt Lucia über den Häcksler?", "den Häcksler?"),
        ("was meint Lucia zum Häcksler?", "Häcksler?"),
        ("was hält Lucia vom Häcksler?", "Häcksler?"),
        ("hat Lucia etwas zum Häcksler gesagt?", "Häcksler ?"),
        ("hat Lucia zum Häcksler etwas gesagt?", "Häcksler ?"),
        ("hat Lucia schon was über den Häcksler geschrieben?", "den Häcksler ?"),
        ("laut Lucia, wann kommt der Häcksler?", ", wann kommt der Häcksler?"),
        ("was kostet der Häcksler laut Lucia?", "was kostet der Häcksler ?"),
        ("was ist Lucias Meinung zum Häcksler?", "Häcksler?"),
        ("¿qué ha dicho Lucia sobre la trituradora?", "¿ la trituradora?"),
        ("¿qué opina Lucia de la trituradora?", "¿ trituradora?"),
        ("¿qué piensa Lucia sobre la trituradora?", "¿ la trituradora?"),
        ("¿qué comentó Lucia acerca de la trituradora?", "¿ la trituradora?"),
        ("¿ha dicho Lucia algo sobre la trituradora?", "¿ la trituradora?"),
        ("¿Lucia dijo algo de la trituradora?", "¿ trituradora?"),
        ("según Lucia, ¿cuándo llega?", ", ¿cuándo llega?"),
        ("¿cuánto cuesta la trituradora según Lucia?", "¿cuánto cuesta la trituradora ?"),
        ("¿cuál es la opinión de Lucia sobre el compost?", "¿cuál es el compost?"),
        ("Lucia a dit quoi sur le broyeur ?", "le broyeur ?"),
        ("et Lucia a dit quoi du broyeur ?", "broyeur ?"),
        ("Lucia en pense quoi ?", "Lucia en pense quoi ?"),
        ("Lucia a-t-elle dit quelque chose sur le broyeur ?", "le broyeur ?"),
        ("est-ce que Lucia a dit quelque chose sur le broyeur ?", "le broyeur ?"),
        ("combien coûte le broyeur selon Lucia ?", "combien coûte le broyeur ?"),
        ("qu'a dit Lucia ?", "qu'a dit Lucia ?"),
        ("what's Lucia's opinion on the shredder?", "the shredder?"),
        ("what are Lucia's thoughts on the shredder?", "the shredder?"),
        ("do you know what Lucia said about the shredder?", "do you know the shredder?"),
        ("did Lucia ever say anything about the shredder?", "the shredder?"),
    ],
)
def test_the_words_of_somebody_are_asked_for(question: str, rest: str) -> None:
    read = whose(question, known)
    assert read.author == "Lucia Prado"
    assert " ".join(read.rest.split()) == rest


@pytest.mark.parametrize(
    "question",
    [
        "laut Satzung, wann ist die Versammlung?",
        "was kostet das laut Satzung?",
        "según las normas, ¿cuándo se cierra?",
        "¿cuánto cuesta según el reglamento?",
        "was sagt die Versicherung zum Häcksler?",
        "was halten die Leute vom Häcksler?",
        "was haben die Hunde zum Fressen?",
        "was hat der Vorstand zum Häcksler gesagt?",
        "was hat man über den Häcksler gesagt?",
        "wer hat etwas zum Häcksler gesagt?",
        "wer hat Lucia den Häcksler geliehen?",
        "was hat Lucia mitgebracht?",
        "hat Lucia den Häcksler?",
        "wie heißt Lucia mit Nachnamen?",
        "was ist Lucias Nummer?",
        "selon le règlement, qui décide ?",
        "le voisin a dit quoi sur le broyeur ?",
        "qui a dit quelque chose à Lucia ?",
        "c'est quoi le broyeur de Lucia ?",
        "Lucia a quoi comme broyeur ?",
        "¿qué dice el cartel sobre el agua?",
        "¿qué ha dicho la asamblea sobre el agua?",
        "¿qué tiene Lucia?",
        "¿quién le ha dicho a Lucia que venga?",
        "what's Lucia's number?",
        "what's the board's opinion on the fee?",
        "what does the sign say?",
        "who told Lucia about the shredder?",
        "what do people think about the shredder?",
        "what did they say about it?",
        "what did we say about the fee?",
        "qu'est-ce qu'on a dit sur le broyeur ?",
        "was haben wir zum Häcksler gesagt?",
        "¿qué dijimos sobre el agua?",
        "what do I say at the gate?",
        "what do I write on the label?",
        "what should I say about the fee?",
        "did I miss the meeting?",
        "have I posted the form?",
        "can I post about the fee?",
        "was sage ich am Tor?",
        "was habe ich zum Essen mitzubringen?",
        "habe ich etwas verpasst?",
        "qu'est-ce que je dis au portail ?",
        "¿qué digo en la puerta?",
    ],
)
def test_what_is_nobody_s_words_is_left_whole(question: str) -> None:
    read = whose(question, known, (), ME)
    assert (read.author, read.rest) == (None, question)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("what did I say about the fee?", "the fee?"),
        ("what have I written about the fee?", "the fee?"),
        ("did I say anything about the fee?", "the fee?"),
        ("qu'est-ce que j'ai dit sur le tarif ?", "le tarif ?"),
        ("qu’ai-je écrit sur le tarif ?", "le tarif ?"),
        ("j'ai dit quoi sur le tarif ?", "le tarif ?"),
        ("¿qué dije sobre la cuota?", "¿ la cuota?"),
        ("¿qué he escrito yo sobre la cuota?", "¿ la cuota?"),
        ("was habe ich über den Beitrag gesagt?", "den Beitrag ?"),
        ("was hab ich zum Beitrag geschrieben?", "Beitrag ?"),
        ("habe ich etwas zum Beitrag gesagt?", "Beitrag ?"),
    ],
)
def test_the_asker_s_own_words_are_asked_for_where_the_account_is_known(
    question: str, rest: str
) -> None:
    read = whose(question, known, (), ME)
    assert (read.author, read.account) == ("Ada", "slack:T1/U9")
    assert " ".join(read.rest.split()) == rest
    assert whose(question, known).author is None


@pytest.mark.parametrize(
    "question",
    [
        "what did Lucia and Klaus say about the fee?",
        "was haben Klaus und Tom zum Beitrag gesagt?",
        "¿qué dijeron Klaus y Tom sobre la cuota?",
        "qu'ont dit Klaus et Ines sur le tarif ?",
    ],
)
def test_the_words_of_several_narrow_nothing_and_are_not_the_subject(question: str) -> None:
    read = whose(question, known)
    assert read.author is None
    assert not {"klaus", "lucia", "ines", "tom"} & set(words(read.rest))
