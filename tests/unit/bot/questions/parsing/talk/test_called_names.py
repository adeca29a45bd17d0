"""Who calls a name, or only wonders, asks nothing of posts."""

from __future__ import annotations

import pytest

from bot.questions.parsing.intent import intent_of

CALLED = """
Ben, is it still on the second Tuesday?
Ben: how long is nettle tea brewed?
how long is it brewed Ben?
ada when is compost day?
Ben… how long is it brewed?
Ben... how long is it brewed?
Ada, c'est quand ?
so Ben, how long is it brewed?
ben, when is compost day?
ben: when is compost day?
Ben - how long is it brewed?
Ben! how long is it brewed?
Ben? how long is it brewed?
hey Ben how long is it brewed?
hey ben when is compost day?
when is it Ben?
when is it, ben?
how long is it brewed, Ben
how long is nettle tea brewed Ben?
how long is nettle tea brewed? Ben?
when does the compost delivery come Ben?
when does it come Ben?
c'est quand Ben ?
Jean-Luc, c'est quand ?
Ben and Ada, when is it?
is it still on, Ben, or not?
Ana, ¿cuándo es?
Ana: ¿cuándo es el compost?
ana cuándo es el compost?
Ben, wann ist es?
ben wann ist Komposttag?
Ada c'est quand le compost ?
thanks Ben, how long is it brewed?
Ben/Ada, how long is it brewed?
Ben / Ada: how long is it brewed?
Ben & Ada, how long is it brewed?
Ben/Ada/Luc, when is it?
ben/ada, when is compost day?
when is compost day, Ben/Ada?
Ben how about Tuesday?
Bread, is it free?
""".strip().splitlines()
"""Who is called by name, with or without a comma; in doubt, a capital is a name."""

ASTONISHED = """
ten days? really?
7 in the morning?!
7 in the morning?
remember the barrel?
where's the barrel gone
where is he?
wo ist er?
wo sind sie?
il est où ?
où est-il ?
for real? ten days?
¿dónde está él?
tell me about it
ten days, really?
really, ten days?
seriously? ten days?
wow, ten days?
only ten days?
dix jours ? vraiment ?
dix jours ?!
¿diez días? ¿en serio?
zehn Tage? echt?
zehn Tage?!
is it brewed for ten days? seriously?
is she in?
where did the barrel go?
où est passé le tonneau ?
¿dónde se ha metido el barril?
wo ist das Fass hin?
you remember the barrel?
do tell
the second Tuesday?
""".strip().splitlines()
"""What is said to an answer that is hardly believed, and what is missed."""


@pytest.mark.parametrize("text", CALLED)
def test_what_may_be_said_to_somebody_by_name_is_no_question_to_posts(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"
    assert intent_of(text, is_direct=True) == "answer"


NOBODY = """
Wann kommt der nächste Bus?
Wo ist das blaue Fass?
Wann ist die nächste Mitgliederversammlung?
Wo liegt der zweite Schlüssel?
Was ist das neue Passwort?
Ab wann gilt der Vertrag?
Ist das WLAN im Garten?
Der Backofen: wann wird er angezündet?
Das Fass, wo steht es?
TCP/IP: how is it set up?
bread/cake, is it free?
For how long is it brewed?
¿Desde cuándo se paga la cuota?
¿Por cuánto tiempo es válida?
Für wie lange gilt der Vertrag?
Ein Abo, was kostet das?
El Horno, ¿cuándo se enciende?
In Berlin, wo ist das Büro?
When is the Annual Meeting?
when is the next Compost Delivery?
when is Movie Night?
is it cheaper than Docker
can it run Doom?
is it possible to use Docker?
when was it renamed Acme
c'est où Tempelhof ?
¿cuánto cuesta la Licencia Pro?
¿cuándo es la Asamblea General?
where is the oven?
""".strip().splitlines()
"""What has a capital at the end or in front, and calls nobody: German nouns, names of things."""


@pytest.mark.parametrize("text", NOBODY)
def test_a_noun_or_the_name_of_a_thing_calls_nobody(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"


@pytest.mark.parametrize("text", ASTONISHED)
def test_astonishment_is_no_question_to_posts(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"
