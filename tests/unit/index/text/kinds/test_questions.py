from __future__ import annotations

import pytest

from index.text.kinds.questions import LONGEST_QUESTION, is_question
from tests.fakes.index.posts import post

TROUBLE = "Mine peeled off after one season, and the tin promised three."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", f"{TROUBLE} Which paint holds in brackish water?"),
        ("", f"Which paint do you use in brackish water? {TROUBLE}"),
        ("", f"Hi all! Does anyone know a paint that holds? {TROUBLE} Thanks in advance!"),
        ("", f"{TROUBLE} How should I seal it? I have tried two kinds by now."),
        ("", "Quelle peinture utilisez-vous en eau saumâtre ? La mienne a pelé. Merci d'avance."),
        ("Which paint holds in brackish water?", TROUBLE),
        ("Which paint?", f"{TROUBLE} And what about the keel? It is steel."),
    ],
)
def test_a_post_asks(title: str, text: str) -> None:
    assert is_question(post(text, title=title))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", TROUBLE),
        ("", "Did you know? The paint peels off. The tin promises three seasons."),
        ("", "The cause? A toxic cocktail. The rest is here."),
        ("Which paint holds?", "Hard epoxy holds. Soft paint washes off."),
        ("", f"Do you need paint? It peels off. {'The tin stands there. ' * 60}"),
    ],
)
def test_a_post_that_answers_itself_does_not_ask(title: str, text: str) -> None:
    assert not is_question(post(text, title=title))


def test_a_long_post_asks_where_it_ends_by_asking() -> None:
    long = "The tin stands in the shed. " * 60
    assert len(long) > LONGEST_QUESTION
    assert is_question(post(f"{long}Which one do you use?"))
