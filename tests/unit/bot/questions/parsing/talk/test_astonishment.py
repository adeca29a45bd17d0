"""Who says back what is hardly believed asks nothing; who asks after it, does."""

from __future__ import annotations

import pytest

from bot.questions.parsing.intent import intent_of, is_fragment

ASTONISHED = """
what, in the blue barrel?
wait what, in the blue barrel?
brewed for ten days? crazy!
kept in the barrel? that's insane
in the blue barrel? Wow!
Really? In the blue barrel?
crazy, brewed for days?
quoi, dans le tonneau bleu ?
dans le tonneau bleu ? c'est fou !
fermenté dix jours ? incroyable !
¿qué, en el barril azul?
¿en el barril azul? ¡qué locura!
¿en serio? ¿en el barril azul?
was, im blauen Fass?
wie bitte, im blauen Fass?
im blauen Fass? Wahnsinn!
echt? im blauen Fass?
""".strip().splitlines()

ASKED = """
in the blue barrel?
what, exactly, is mulch?
what, when and where is the fair?
what if it rains?
really, who lit the oven?
Really? And in winter?
what? where is the barrel?
wow, how long does it take?
quoi d'autre ?
quoi, où est le four ?
et s'il pleut ?
¿qué hay en el barril?
¿y si llueve?
was, wenn es regnet?
was ist im blauen Fass?
echt, wer heizt den Ofen an?
le four en hiver ?
""".strip().splitlines()


@pytest.mark.parametrize("text", ASTONISHED)
def test_what_is_hardly_believed_is_no_question(text: str) -> None:
    assert intent_of(text, is_direct=False) == "nothing"
    assert intent_of(text, is_direct=True) == "answer"


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_after_it_is_one(text: str) -> None:
    assert intent_of(text, is_direct=False) == "answer_if_found"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("in the blue barrel?", True),
        ("the oven in winter?", True),
        ("wait, in the blue barrel?", True),
        ("and in the blue barrel?", False),
        ("is it in the blue barrel?", False),
        ("in which barrel?", False),
        ("tell me more", False),
    ],
)
def test_a_fragment_has_no_form_of_a_question(text: str, is_one: bool) -> None:
    assert is_fragment(text) == is_one
