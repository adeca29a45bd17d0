from __future__ import annotations

import pytest

from bot.questions.parsing.intent import intent_of
from bot.questions.parsing.talk.small_talk import is_small_talk, wants_help


@pytest.mark.parametrize(
    "text",
    ["Bonjour à tous", "Hola a todos", "Hallo zusammen", "Hi everyone", "Hello all",
     "Salut tout le monde", "Guten Morgen zusammen", "Buenos días a todas",
     "Bonjour à toutes et à tous !", "Hi team", "Hey guys!", "hallo ihr Lieben", "Hola a tod@s",
     "hola a todos y todas", "Bonjour l'équipe", "Guten Abend in die Runde",
     "Hallo alle zusammen", "Hi y'all", "good afternoon everyone", "Hello dear all",
     "Bonsoir les amis", "coucou les gens", "Buenas tardes, equipo", "Moin Leute",
     "bonjour tlm", "Bonjour mesdames et messieurs", "Hola, vecinos y vecinas", "hey both",
     "Good morning team", "Hallo zusammen, wie geht's?"],
)  # fmt: skip
def test_who_greets_everybody_greets(text: str) -> None:
    assert wants_help(text)


@pytest.mark.parametrize(
    "text",
    ["Thanks team", "Merci à toutes", "Gracias a todas", "Danke euch allen",
     "Gute Nacht zusammen", "Bis morgen zusammen", "à demain tout le monde", "bye folks",
     "bonne soirée tout le monde"],
)  # fmt: skip
def test_who_thanks_everybody_or_leaves_them_asks_nothing(text: str) -> None:
    assert is_small_talk(text)
    assert not wants_help(text)


@pytest.mark.parametrize(
    "text",
    ["Bonjour à tous, qui vend le four ?", "Hola a todos, ¿quién vende el horno?",
     "Hallo zusammen, wann ist der Ofen an?", "Hi everyone, is the oven lit?", "hello world",
     "hi team lead", "hola vecinos de la panadería", "good people", "hallo welt",
     "salut les amis du four", "hi folks at the oven", "Alle", "zusammen", "team", "the team",
     "tout le monde", "Hello all oven users", "thanks to the team of the oven",
     "morning people", "evening crew", "good family", "help team", "morning gang",
     "Guten Morgen Kurs", "merci les voisins du moulin", "all together", "bonjour tristesse"],
)  # fmt: skip
def test_what_is_asked_of_everybody_or_names_a_group_is_searched(text: str) -> None:
    assert intent_of(text, is_direct=True) == "answer"
