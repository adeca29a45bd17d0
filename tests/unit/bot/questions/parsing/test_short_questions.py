"""Short questions, and those that go on from an answer, in four languages: none is passed over."""

from __future__ import annotations

import pytest

from bot.questions.parsing.intent import intent_of

ENGLISH = """
and on Sundays?
in winter?
for how long?
when is the Annual Meeting?
and in winter?
and the oven?
the oven in winter?
how come it is closed on Fridays?
what about Sundays?
how about the blue barrel?
which barrel?
whose barrel is it?
where exactly?
since when?
until when?
how much?
how much does it cost?
how often?
at what time?
on which days?
with whom?
who decides?
who decides that?
why is it closed?
is it free for members?
is it allowed?
are dogs allowed?
can I use the oven?
may I bring a guest?
can I bring my dog?
should I bring a towel?
should I wear gloves?
should I register first?
do I need a key?
do I have to pay?
what should I bring?
what does kimchi mean?
what is mulch?
what is in the blue barrel?
is it in the blue barrel?
and in the blue barrel?
or the green one?
and after that?
even in winter?
also for guests?
also on holidays?
only for members?
what if it rains?
what else?
anything else?
any exceptions?
who has the key?
where's the key kept?
what happens then?
what, exactly, is mulch?
how do I get in?
is the kimchi brewed for ten days?
does it take ten days?
what are the opening hours?
opening hours?
what year was it founded?
the wifi password?
wifi password for guests?
price for two people?
how long does it take?
how long is it brewed?
What happens at the Spring Fair?
Is Ada/Ben in charge of the keys?
Bread/cake: where is it sold?
what, when and where is the fair?
should I return the key to the office?
should I turn off the oven after use?
in case of fire?
without a reservation?
with a guest?
for children under 12?
""".strip().splitlines()

FRENCH = """
et le dimanche ?
en hiver ?
et en hiver ?
pendant combien de temps ?
combien de temps ?
quand a lieu l'Assemblée Générale ?
et le four ?
le four en hiver ?
lequel ?
lequel des tonneaux ?
où exactement ?
depuis quand ?
jusqu'à quand ?
combien ?
c'est combien ?
ça coûte combien ?
à quelle heure ?
quels jours ?
avec qui ?
qui décide ?
pourquoi c'est fermé ?
est-ce gratuit pour les membres ?
c'est permis ?
les chiens sont-ils admis ?
puis-je utiliser le four ?
je peux utiliser le four ?
je peux venir avec un invité ?
dois-je apporter une serviette ?
je dois porter des gants ?
faut-il une clé ?
faut-il s'inscrire ?
que faut-il apporter ?
que veut dire mulch ?
c'est quoi le mulch ?
qu'y a-t-il dans le tonneau bleu ?
et dans le tonneau bleu ?
ou le vert ?
et après ?
même en hiver ?
aussi pour les invités ?
seulement pour les membres ?
et s'il pleut ?
et si c'est complet ?
quoi d'autre ?
qui a la clé ?
où est rangée la clé ?
que se passe-t-il ensuite ?
comment on entre ?
combien de temps ça prend ?
horaires d'ouverture ?
le mot de passe du wifi ?
le prix pour deux personnes ?
en quelle année ?
sans réservation ?
pour les enfants ?
dois-je rendre la clé au bureau ?
on peut réserver ?
""".strip().splitlines()

SPANISH = """
¿y los domingos?
¿en invierno?
¿y en invierno?
¿por cuánto tiempo?
¿cuánto tiempo?
¿cuándo es la Asamblea General?
¿y el horno?
¿el horno en invierno?
¿cuál?
¿cuál barril?
¿dónde exactamente?
¿desde cuándo?
¿hasta cuándo?
¿cuánto?
¿cuánto cuesta?
¿a qué hora?
¿qué días?
¿con quién?
¿quién decide?
¿por qué está cerrado?
¿es gratis para los socios?
¿está permitido?
¿se admiten perros?
¿puedo usar el horno?
¿puedo llevar un invitado?
¿debo traer una toalla?
¿tengo que pagar?
¿necesito una llave?
¿hay que inscribirse?
¿qué hay que llevar?
¿qué significa mulch?
¿qué es el mulch?
¿qué hay en el barril azul?
¿y en el barril azul?
¿o el verde?
¿y después?
¿incluso en invierno?
¿también para invitados?
¿solo para socios?
¿y si llueve?
¿algo más?
¿qué más?
¿alguna excepción?
¿quién tiene la llave?
¿dónde está la llave?
¿qué pasa después?
¿cómo se entra?
¿cuánto se tarda?
¿horario de apertura?
¿la contraseña del wifi?
¿precio para dos personas?
¿en qué año?
¿sin reserva?
¿para niños?
¿debo devolver la llave en la oficina?
""".strip().splitlines()

GERMAN = """
und sonntags?
und am Sonntag?
im Winter?
und im Winter?
wie lange?
für wie lange?
wann ist die Jahresversammlung?
und der Ofen?
der Ofen im Winter?
welcher?
welches Fass?
wo genau?
seit wann?
bis wann?
wie viel?
wie viel kostet es?
um wie viel Uhr?
an welchen Tagen?
mit wem?
wer entscheidet?
warum ist zu?
ist es für Mitglieder kostenlos?
ist das erlaubt?
sind Hunde erlaubt?
darf ich den Ofen benutzen?
kann ich einen Gast mitbringen?
soll ich ein Handtuch mitbringen?
soll ich Handschuhe tragen?
muss ich mich anmelden?
brauche ich einen Schlüssel?
was muss ich mitbringen?
was bedeutet Mulch?
was ist Mulch?
was ist im blauen Fass?
und im blauen Fass?
oder das grüne?
und danach?
auch im Winter?
auch für Gäste?
nur für Mitglieder?
und wenn es regnet?
was, wenn es regnet?
was noch?
noch etwas?
gibt es Ausnahmen?
wer hat den Schlüssel?
wo liegt der Schlüssel?
was passiert dann?
wie kommt man rein?
wie lange dauert das?
Öffnungszeiten im Sommer?
das WLAN-Passwort?
Preis für zwei Personen?
in welchem Jahr?
ohne Reservierung?
für Kinder?
soll ich den Schlüssel im Büro abgeben?
""".strip().splitlines()


@pytest.mark.parametrize("text", [*ENGLISH, *FRENCH, *SPANISH, *GERMAN])
def test_a_short_question_is_one_wherever_it_is_asked(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"
    assert intent_of(text, is_direct=True) == "answer"
