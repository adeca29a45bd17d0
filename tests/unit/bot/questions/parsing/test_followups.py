from __future__ import annotations

import pytest

from bot.questions.parsing.followups import context_for, leans

LEANING = """
why?
why not?
and why?
how?
how so?
when?
since when?
who?
and who replaced him?
Who replaced him?
what did she say about it?
where did they go?
what about the second one?
what about the others?
how about him?
is that still true?
and then?
So what happened next?
what happened after that?
did it work?
how much does it cost?
when was that?
who else?
anything else?
tell me more
more?
really?
Pourquoi ?
et pourquoi ?
et lui ?
Et elle ?
qui l’a remplacé ?
qui l'a remplacé ?
et qui l’a remplacé ?
comment ?
quand ça ?
et après ?
et le deuxième ?
c’est encore vrai ?
combien ça coûte ?
où est-il allé ?
qui d’autre ?
qu’en pense-t-elle ?
et les autres ?
quel est son rôle ?
y est-elle encore ?
qu’est-ce que cela change ?
que leur est-il arrivé ?
tu peux m’en dire plus ?
is there more?
is it true?
est-ce vrai ?
""".strip().splitlines()

STANDING = """
why did ilya sutskever leave?
Why did Ilya Sutskever leave?
and who replaced Ilya Sutskever?
when is the oven lit?
who lights the village oven?
and when is the village oven lit in winter?
how do I make a starter from rye flour?
what did the board say about safety?
is it true that the oven will be sold?
what is the four-day week?
there are slugs in the salad, what helps?
why was Sam Altman removed in 2023?
who wrote "the hive hums"?
how do I restore a backup to another machine?
does anybody know which goats give the best milk?
slugs
qui a remplacé Ilya Sutskever ?
et qui a remplacé Ilya Sutskever ?
pourquoi ilya sutskever est-il parti ?
quand le four du village est-il allumé ?
comment nourrir un levain de seigle ?
que faut-il faire contre les limaces ?
il y a des limaces dans la salade, que faire ?
combien coûte la carte de la bibliothèque ?
quels sont les horaires de l’atelier vélo ?
où trouver de la farine de seigle ?
est-ce que le four sera vendu ?
is there a bike workshop?
are there goats?
what grows well this week?
is it possible to borrow tools?
y a-t-il un atelier vélo ?
est-ce qu’il y a des chèvres ?
faut-il arroser les tomates ?
que planter en hiver ?
comment aller en ville ?
comment faire du pain ?
who is in the board?
tell me about slugs
what about Murati?
""".strip().splitlines()


# The same in both languages.
PAIRS = """
since when? | depuis quand ?
until when? | jusqu’à quand ?
how long? | combien de temps ?
how many? | combien y en a-t-il ?
at what time? | à quelle heure ?
and in 2024? | et en 2024 ?
what about 2024? | et pour 2024 ?
and in May? | et en mai ?
and on 3rd May? | et le 3 mai ?
and on Sundays? | et le dimanche ?
and last year? | et l’année dernière ?
and today? | et aujourd’hui ?
and for members? | et pour les membres ?
and the laser? | et le laser ?
the same for the lathe? | pareil pour le tour ?
which ones? | lesquels ?
what about him? | et lui ?
is it free? | c’est gratuit ?
is it open today? | est-ce ouvert aujourd’hui ?
is that allowed? | est-ce permis ?
where is it? | c’est où ?
can it be repaired? | peut-on le réparer ?
how is it repaired? | comment le réparer ?
can I do it too? | je peux le faire aussi ?
how do I get there? | comment y aller ?
who does it? | qui le fait ?
who takes care of it? | qui s’en occupe ?
are you sure? | tu es sûr ?
more details please | plus de détails s’il vous plaît
explain | explique
go on | continue
otherwise? | sinon ?
""".strip().splitlines()

STANDING_PAIRS = """
what is a mash tun? | c’est quoi le levain ?
what is the assembly? | c’est quand l’assemblée ?
how long does the kiln fire? | combien de temps le four chauffe ?
at what time does the workshop open? | à quelle heure ouvre l’atelier ?
what happened in 2024? | que s’est-il passé dans l’atelier en 2024 ?
and what did the assembly decide in 2024? | et qu’a décidé l’assemblée en 2024 ?
who sells the kiln? | qui vend le four ?
can the lathe be repaired? | peut-on réparer le tour ?
how is the room heated? | comment la chambre est chauffée ?
is it true that the oven is sold? | c’est vrai que le four est vendu ?
is it possible to rent the oven? | est-ce que la fonderie ouvre ?
and 300 members? | et 300 membres ?
""".strip().splitlines()


def both(pairs: list[str]) -> list[str]:
    return [each.strip() for pair in pairs for each in pair.split("|")]


@pytest.mark.parametrize("text", both(PAIRS))
def test_the_same_follow_up_leans_in_both_languages(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize("text", both(STANDING_PAIRS))
def test_the_same_question_stands_in_both_languages(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize("text", LEANING)
def test_a_question_that_names_nothing_leans_on_the_one_before(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize("text", STANDING)
def test_a_question_that_names_its_subject_stands_alone(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize("text", ["  why?  ", "WHY?", "why", "Why??", "WHY DID HE LEAVE?"])
def test_space_case_and_signs_do_not_count(text: str) -> None:
    assert leans(text)


def test_only_a_question_that_leans_is_read_after_the_one_before() -> None:
    assert context_for("why?", "Who left?") == "Who left?"
    assert context_for("why?", "") == ""
    assert context_for("when is the oven lit?", "Who left?") == ""
