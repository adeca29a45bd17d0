"""What is a question to us where people also speak with each other."""

from __future__ import annotations

import json

import pytest

from bot.questions.parsing.intent import asks_for_more, intent_of
from tests.fakes.documents import ROOT

ASKED = """
when is the oven lit?
when is the oven lit
And who replaced him?
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
the oven in winter?
bread, is it free?
FAQ: where is it kept?
Really? Who lit the oven?
is it still in Berlin?
who replaced Luc?
was it founded by Ada?
what is it called?
since when is it lit?
members who are late pay what?
where is he from?
le four, c’est où ?
Otherwise, when is the oven lit?
Pullquote, when is the oven lit?
does anyone know when the oven is lit?
who brings the dough on Fridays?
may we use the oven?
peut-on réserver le four ?
¿se puede reservar el horno?
kann man den Ofen nutzen?
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
do we have a staging server?
do we still use backups?
what is our wifi password?
what's our wifi password
where is our staging server?
who is our dentist?
which database do we use?
when do we meet?
when do we meet on Mondays?
where do we keep the keys?
quel est notre mot de passe wifi ?
avons-nous un serveur de test ?
quand nous réunissons-nous ?
¿cuál es nuestra contraseña del wifi?
¿tenemos un servidor de pruebas?
¿cuándo nos reunimos?
wie ist unser WLAN-Passwort?
haben wir einen Testserver?
wann treffen wir uns?
""".strip().splitlines()

AMONG_PEOPLE = """
lunch at 12?
Shall we go to the oven on Friday?
are you coming on Friday?
Ada, do you bring the dough?
Ada, when is lunch?
when is lunch, Ada?
Hi Ada! When is lunch?
hey folks, when is lunch?
@Ben when is lunch?
can you bring the dough please?
really? on Fridays?
who wants to share a ride to the harbour?
who's in?
is anyone free at noon?
can someone open the door?
you mean the canteen?
coming to lunch?
pizza tonight?
coffee?
how come?
why not?
haha what?
nice, isn't it?
love that oven
oven schedule winter
where do we meet for lunch?
on mange à midi ?
tu fais quoi ?
tu viens à la cantine ?
Luc, tu apportes la pâte ?
quelqu’un peut ouvrir la porte ?
est-ce que quelqu'un a la clé du four ?
qui vient à la cantine ?
déjeuner à midi ?
à quelle heure on part ?
pourquoi pas ?
et alors ?
¿comemos a las 12?
comida a las 12?
¿vienes?
¿alguien puede abrir la puerta?
Ana, ¿traes la masa?
¿quién viene el viernes?
¿nos vemos en la cantina?
¿y tú?
¿por qué no?
wann gehen wir essen?
und du?
Mittagessen um 12?
kommst du zum Mittagessen?
kann jemand die Tür öffnen?
hat jemand den Schlüssel zum Ofen?
wer kommt mit zum Hafen?
Kommen Sie am Freitag?
Ben, bringst du den Teig mit?
na und?
do we have lunch today?
do we have time?
do we have this?
do we have a table?
do you have our keys?
where do you keep our keys?
what is our plan for tonight?
where is our coffee?
when do we eat?
when do we meet tomorrow?
when do we meet on Monday?
when do we meet, Ada?
when do we meet for a beer?
did we win?
are we late?
is it ours?
which is ours?
quand nous réunissons-nous demain ?
où est notre table ?
où nous voyons-nous ?
¿cuándo nos reunimos mañana?
¿dónde nos vemos?
¿tenemos hambre?
wann treffen wir uns morgen?
wo treffen wir uns zum Mittagessen?
haben wir Zeit?
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
        "aide-moi", "guten Tag", "What can you do?", "socorro", "¡Socorro!"]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_a_question_is_known_by_its_form(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"


@pytest.mark.parametrize("text", AMONG_PEOPLE)
def test_what_people_ask_each_other_is_asked_of_them(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"


@pytest.mark.parametrize("text", SAID)
def test_what_people_say_asks_nothing(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"


@pytest.mark.parametrize("text", HELP)
def test_a_greeting_and_a_call_for_help_are_neither(text: str) -> None:
    assert intent_of(text, is_direct=False) == "help"
    assert intent_of(text, is_direct=True) == "help"


@pytest.mark.parametrize("text", [*ASKED, *AMONG_PEOPLE, "That is wrong.", "oven"])
def test_what_is_said_to_us_alone_is_always_heard(text: str) -> None:
    assert intent_of(text, is_direct=True) == "answer"


@pytest.mark.parametrize("text", ["thanks!", "👍"])
def test_thanks_to_us_alone_get_nothing(text: str) -> None:
    assert intent_of(text, is_direct=True) == "nothing"


def test_who_tells_something_long_may_ask_in_the_end() -> None:
    told = "What a day. I was at the oven. Why so late? It was cold. Nobody came."
    assert intent_of(told, is_direct=False) == "nothing"
    assert intent_of(f"{told} Who lights it?", is_direct=False) == "answer_if_found"


def test_every_example_question_is_one() -> None:
    lines = (ROOT / "examples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    assert asked
    assert {each: intent_of(each, is_direct=False) for each in asked} == dict.fromkeys(
        asked, "answer_if_found"
    )


@pytest.mark.parametrize(
    "text", ["anything else?", "tell me more", "et encore ?", "dime más", "sonst noch etwas?"]
)
def test_who_asks_for_more_is_known(text: str) -> None:
    assert asks_for_more(text)
    assert not asks_for_more("and who lit the oven?")
