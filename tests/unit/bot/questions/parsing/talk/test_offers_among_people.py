"""Who offers to bring something speaks to people; who asks what may or has to be, to posts."""

from __future__ import annotations

import pytest

from bot.questions.parsing.intent import intent_of

OFFERED = """
should I bring the barrel?
Should I bring it along?
should I also get some bread?
should I wait?
should I come over?
can I bring anything?
I'll bring the barrel?
need a hand?
need me to bring the barrel?
j'apporte le tonneau ?
j’amène du pain ?
je passe chercher le tonneau ?
je ramène le tonneau ?
dois-je apporter le tonneau ?
je dois apporter le tonneau ?
je t'apporte le tonneau ?
¿traigo el barril?
¿llevo algo de pan?
¿os llevo el barril?
¿voy?
¿debo traer el barril?
soll ich das Fass mitbringen?
Soll ich dir was mitbringen?
soll ich noch Brot holen?
soll ich kommen?
bring ich das Fass mit?
ich bring das Fass mit?
should I bring the cards?
should I bring some cups?
should I buy the tickets?
should I bring you the form?
should we bring the form?
should we meet at 12?
I'll bring the form?
need me to bring the form?
je t'apporte le formulaire ?
¿te traigo el formulario?
soll ich dir das Formular mitbringen?
soll ich die Karten mitbringen?
soll ich das Papier holen?
soll ich Kuchen mitbringen?
soll ich Bier kaufen?
soll ich Kuchen und Getränke mitbringen?
soll ich auch Kartoffelsalat machen?
¿traigo agua?
¿compro pan?
¿llevo vino y queso?
¿debo traer bebidas?
dois-je apporter du pain ?
je dois acheter de l'eau ?
should I bring cake?
should I buy beer or wine?
""".strip().splitlines()

ASKED = """
should I bring a towel?
should I bring my own knife?
should I return the key to the office?
should I get the key at the office?
should I wear gloves?
should I pay in advance?
should I bring the form?
should I bring the signed form along?
should I still bring the passport?
should I bring the ID card?
should I bring the ticket?
do I need to bring the form?
can I bring the form later?
may I bring the form?
what should I bring?
where should I bring the barrel?
can I bring a guest?
can I get the key on Sundays?
may I make bread there?
je prends quelle clé ?
je passe par où ?
j'apporte quoi ?
dois-je apporter une serviette ?
je dois apporter quoi ?
dois-je apporter le formulaire ?
est-ce que je dois apporter la carte d'identité ?
je peux apporter un plat ?
que dois-je apporter ?
¿puedo traer un invitado?
¿debo traer una toalla?
¿debo traer el formulario?
¿debería llevar el pasaporte?
¿qué llevo?
¿dónde recojo la llave?
¿cómo pido la llave?
soll ich ein Handtuch mitbringen?
soll ich den Antrag im Büro abgeben?
soll ich das Formular mitbringen?
soll ich den unterschriebenen Antrag mitbringen?
sollte ich den Ausweis mitbringen?
muss ich das Fass mitbringen?
was soll ich mitbringen?
wo hole ich den Schlüssel?
soll ich einen Ausweis mitbringen?
soll ich Handschuhe mitbringen?
soll ich Werkzeug mitbringen?
soll ich Karten kaufen?
soll ich online bestellen?
soll ich Wasser abstellen?
soll ich Essen im Büro bezahlen?
darf ich Kuchen mitbringen?
muss ich Kuchen mitbringen?
wo soll ich Brot kaufen?
¿traigo toalla?
¿pido cita?
¿compro entradas?
¿dónde compro pan?
¿puedo traer agua?
¿debo cerrar el agua?
puis-je apporter du vin ?
dois-je apporter des gants ?
should I bring gloves?
should I boil water?
where should I get water?
may I bring food?
kann ich den Ofen mitbenutzen?
""".strip().splitlines()


@pytest.mark.parametrize("text", OFFERED)
def test_an_offer_is_made_to_people(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"


@pytest.mark.parametrize("text", [*OFFERED, *ASKED])
def test_what_is_said_to_the_bot_alone_is_heard(text: str) -> None:
    assert intent_of(text, is_direct=True) == "answer"


@pytest.mark.parametrize("text", ASKED)
def test_what_may_or_has_to_be_is_asked_of_posts(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"
