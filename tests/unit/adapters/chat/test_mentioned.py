"""Who names the bot speaks to it, or about it to others."""

from __future__ import annotations

import pytest

from adapters.chat.hearing import intent_for
from adapters.chat.mentioned import without_called, without_us

OURS = {"U0"}
ABOUT_US = """
I asked <@U0> yesterday and it knew nothing
<@U1> you can ask <@U0> about the wifi password
you can ask <@U0>
I think <@U0> is great
thanks to <@U0> we found it
<@U1> try <@U0> for that
have you tried <@U0>?
did you ask <@U0> about it?
the answer of <@U0> was wrong
j'ai demandé à <@U0> et il ne savait rien
tu peux demander à <@U0> où est la clé
pregúntale a <@U0> por la clave
frag doch mal <@U0> nach dem Schlüssel
hey <@U1>, <@U0> knows when the oven is lit
<@U1>, <@U0> knows where the key is
<@U0> knows everything about ovens
Hi <@U1>! <@U0> can tell you when the oven is lit
salut <@U1>, <@U0> sait quand le four est allumé
hola <@U1>, <@U0> sabe cuándo se enciende
<@U1>, <@U0> weiß, wann der Ofen an ist
""".strip().splitlines()

TO_US = """
<@U0> where is the key?
<@U0|pullquote> where is the key?
<@!U0> tell me what <@U1> said
hey <@U0> where is the key?
ok <@U0>, when is the oven lit?
where is the key, <@U0>?
where is the key <@U0>
<@U0> <@U1> where is the key?
<@U1> <@U0> where is the key?
what does <@U0> know about the key?
where, <@U0>, is the key?
Ada lost it again. <@U0> where is the second key?
please <@U0> the opening hours
question for <@U0>: where is the key?
bonjour <@U0> où est la clé ?
wifi password <@U0> please
hey <@U1>, <@U0> when is the oven lit?
<@U1>, <@U0> who knows when the oven is lit?
<@U0> weiß jemand, wann der Ofen an ist?
<@U0> sait-on quand le four est allumé ?
<@U0> sabe alguien cuándo es?
<@U0> dice games on Fridays?
<@U0> can you tell me when the oven is lit?
<@U0>, says who?
<@U0> answers about the oven
""".strip().splitlines()


def intent(text: str) -> str:
    words = text.replace("<@U0|pullquote>", " ").replace("<@!U0>", " ").replace("<@U0>", " ")
    return intent_for(text, words.replace("<@U1>", "Ben"), is_direct=True, ours=OURS)


@pytest.mark.parametrize("text", ABOUT_US)
def test_who_speaks_about_the_bot_asks_it_nothing(text: str) -> None:
    assert intent(text) == "nothing"


@pytest.mark.parametrize("text", TO_US)
def test_who_names_the_bot_otherwise_asks_it(text: str) -> None:
    assert intent(text) == "answer"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<@U1> <@U0> where is the key?", "<@U0> where is the key?"),
        ("<@U1>, <@!U2> <@U0|bot>: where is <@U1>?", "<@U0|bot>: where is <@U1>?"),
        ("<@U0> <@U1> said what?", "<@U0> <@U1> said what?"),
        ("what did <@U1> say <@U0>?", "what did <@U1> say <@U0>?"),
        ("<@U1> where is the key?", "<@U1> where is the key?"),
    ],
)
def test_who_is_called_before_us_is_no_part_of_what_is_asked(text: str, left: str) -> None:
    assert without_called(text, OURS) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("so <@U0>, when do we meet?", "so, when do we meet?"),
        ("<@U0>, when do we meet?", "when do we meet?"),
        ("<@U0>: when do we meet?", "when do we meet?"),
        ("<@U0> - when do we meet?", "when do we meet?"),
        ("<@U0> -5 degrees in the cellar?", "-5 degrees in the cellar?"),
        ("Hello. <@U0>, when do we meet?", "Hello. when do we meet?"),
        ("hey <@!U0>! when do we meet?", "hey! when do we meet?"),
        ("hey, <@U0>, when do we meet?", "hey, when do we meet?"),
        ("hey,<@U0>,when do we meet?", "hey,when do we meet?"),
        ("when, <@U0|bot>, do we meet?", "when, do we meet?"),
        ("when do we meet, <@U0>?", "when do we meet?"),
        ("when do we meet <@U0>?", "when do we meet?"),
        ("when do we meet, <@U0>", "when do we meet"),
        ("when do we meet – <@U0>", "when do we meet"),
        ("quand nous réunit-on, <@U0> ?", "quand nous réunit-on ?"),
        ("**<@U0>** when do we meet?", "when do we meet?"),
        ("so (<@U0>) when do we meet?", "so when do we meet?"),
        ("so <@U0> <@U0>, when do we meet?", "so, when do we meet?"),
        ("<@U1>, <@U0>, when do we meet?", "when do we meet?"),
        ("where is <@U0> .env kept?", "where is .env kept?"),
        ("and <@U0> :wave: when?", "and :wave: when?"),
        ("so<@U0>when?", "so when?"),
        ("<@U0> ?", "?"),
        ("<@U0>,", ""),
        ("when, <@U1>?", "when, <@U1>?"),
    ],
)
def test_what_is_said_without_our_name_reads_as_if_it_had_not_been_there(
    text: str, left: str
) -> None:
    assert without_us(text, OURS) == left
