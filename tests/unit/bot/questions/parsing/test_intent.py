"""What is a question to us where people also speak with each other."""

from __future__ import annotations

import json

import pytest

from bot.questions.parsing.intent import intent_of
from tests.fakes.documents import ROOT

ASKED = """
when is the oven lit?
when is the oven lit
And who replaced him?
why not?
and the nets?
anything else?
tell me more
Thanks! And where does it say so?
can you tell me who sells the kiln?
how do you light the oven in winter?
The oven: when is it lit?
où est le four
et lui ?
qu’est-ce que cela change ?
le four est-il allumé en hiver ?
y a-t-il un four ?
tu peux m’en dire plus ?
c’est encore vrai ?
ça coûte combien ?
ça marche comment ?
c’est où ?
à quoi ça sert ?
ça marche encore ?
il y travaille encore ?
il a dit pourquoi ?
at what time?
explique
je peux le faire aussi ?
¿cuándo se enciende el horno?
cuando se enciende el horno?
¿y quién lo reemplazó?
¿hay más hornos?
dime más
wann wird der Ofen angeheizt?
und wer ersetzt ihn?
gibt es noch andere Öfen?
ist der Ofen im Winter an
kannst du mir sagen, wer den Ofen anheizt?
""".strip().splitlines()

OPEN = """
tu fais quoi ?
lunch at 12?
the oven in winter?
oven schedule winter
where do we meet for lunch?
are you coming to lunch?
comida a las 12?
Mittagessen um 12?
kommst du zum Mittagessen?
""".strip().splitlines()

SAID = """
ça va ?
on y va quand ?
thanks!
ok
👍
thanks, that helps!
That is wrong.
I think it moved to Mondays.
I will ask Bob about it tomorrow
merci beaucoup !
gracias
danke dir!
really?
are you sure?
and you?
et toi ?
What a day!
when I was there it was closed, too
wie gesagt.
bis morgen!
""".strip().splitlines()

HELP = ["help", "Help me please", "?", "??", "hi", "Bonjour !", "hola", "Hallo!", "ayuda",
        "aide-moi", "guten Tag", "What can you do?"]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_a_question_is_known_by_its_form(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer"


@pytest.mark.parametrize("text", OPEN)
def test_where_the_form_leaves_it_open_the_posts_decide(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"


@pytest.mark.parametrize("text", SAID)
def test_what_people_say_asks_nothing(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"


@pytest.mark.parametrize("text", HELP)
def test_a_greeting_and_a_call_for_help_are_neither(text: str) -> None:
    assert intent_of(text, is_direct=False) == "help"
    assert intent_of(text, is_direct=True) == "help"


@pytest.mark.parametrize("text", [*ASKED, *OPEN, "That is wrong.", "oven"])
def test_what_is_said_to_us_alone_is_always_heard(text: str) -> None:
    assert intent_of(text, is_direct=True) == "answer"


@pytest.mark.parametrize("text", ["thanks!", "👍"])
def test_thanks_to_us_alone_are_answered_with_how_to_ask(text: str) -> None:
    assert intent_of(text, is_direct=True) == "help"


def test_who_tells_something_long_may_ask_in_the_end() -> None:
    told = "What a day. I was at the oven. Why so late? It was cold. Nobody came."
    assert intent_of(told, is_direct=False) == "nothing"
    assert intent_of(f"{told} Who lights it?", is_direct=False) == "answer"


def test_every_example_question_is_one() -> None:
    lines = (ROOT / "examples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    assert asked
    assert {each: intent_of(each, is_direct=False) for each in asked} == dict.fromkeys(
        asked, "answer"
    )
