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
