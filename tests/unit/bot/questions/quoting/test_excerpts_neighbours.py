"""Which sentences beside the best one are quoted along."""

from __future__ import annotations

from typing import Any

import pytest

from bot.questions.quoting.excerpts import LONG, choose, unsure
from bot.questions.quoting.thresholds import UNSURE
from tests.fakes.bot.quotable import GOATS, NETS, OVEN
from tests.fakes.index.hits import hit
from tests.unit.bot.questions.quoting.test_excerpts import texts


@pytest.mark.parametrize(
    ("before", "hanging"),
    [
        (
            "Le boulanger de la rue Haute se lève à trois heures tous les jours.",
            "Il a même essayé de dormir au fournil pendant la semaine de Pâques.",
        ),
        (
            "The ferryman knows every rock between the island and the old pier.",
            "He even crossed in the fog of last November with the doctor aboard.",
        ),
        (
            "La bibliothèque ferme en juillet pour refaire le toit et les fenêtres.",
            "C’est pour cela que les livres sont chez les voisins jusqu’en automne.",
        ),
        (
            "The orchard was sold to the parish for a single coin in the spring.",
            "However, the apples still belong to whoever picks them before noon.",
        ),
        (
            "La fanfare répète le mardi soir dans la salle derrière la mairie.",
            "Certains viennent de la vallée voisine malgré la neige et le verglas.",
        ),
    ],
)
def test_a_sentence_that_hangs_on_the_one_before_is_quoted_with_it(
    before: str, hanging: str
) -> None:
    assert texts(hit((GOATS, 0.1), (before, 0.2), (hanging, 0.9))) == [f"{before} {hanging}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy sent two barrels of olives to the school for its hundredth year.",
        "Ilse sent two barrels of olives to the school for its hundredth year.",
        "Sonate et valse : le concert commence à vingt heures au temple du bas.",
    ],
)
def test_a_word_that_only_begins_like_a_hanging_one_hangs_on_nothing(sentence: str) -> None:
    assert texts(hit((GOATS, 0.1), (sentence, 0.9))) == [sentence]


def test_the_first_sentence_hangs_on_nothing() -> None:
    hanging = "He even crossed in the fog of last November with the doctor aboard."
    assert texts(hit((hanging, 0.9), (GOATS, 0.1))) == [hanging]


def test_a_very_short_sentence_is_quoted_with_the_one_after() -> None:
    before = ("It rained.", 0.2)
    short = "Milk was dear!"
    assert texts(hit((OVEN, 0.1), before, (short, 0.9), (GOATS, 0.1))) == [f"{short} {GOATS}"]


def test_a_very_short_sentence_at_the_end_is_quoted_alone() -> None:
    assert texts(hit((GOATS, 0.1), ("Two goats.", 0.9))) == ["Two goats."]


@pytest.mark.parametrize("between", ["\n- ", "\n\n- ", " 👉 ", " 👉", "\n•", "\n\n## ", "\n\n\n"])
@pytest.mark.parametrize("best", [0, 1])
def test_what_is_not_the_very_next_sentence_is_never_quoted_along(between: str, best: int) -> None:
    sentences = ["Two goats.", "He even crossed in the fog of last November."]
    scored = [(text, 0.9 if at == best else 0.1) for at, text in enumerate(sentences)]
    assert texts(hit(*scored, between=between)) == [sentences[best]]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_sentences_with_only_white_space_between_them_are_quoted_as_they_stand(
    between: str,
) -> None:
    assert texts(hit(("Two goats.", 0.9), (OVEN, 0.1), between=between)) == [
        f"Two goats.{between}{OVEN}"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Opening hours", OVEN), ("It is wet", GOATS), ("It rained.", "What we do now is this:")],
)
@pytest.mark.parametrize("choose_", [choose, lambda hits, _: unsure(hits)])
def test_a_short_line_is_not_quoted_with_another_line_that_it_is_no_part_of(
    before: str, after: str, choose_: Any
) -> None:
    sure = 0.9 if choose_ is choose else UNSURE
    one = hit((before, 0.9), (after, 0.1), between="\n\n", confidence=sure)
    assert [each.text for each in choose_([one], 3)] == [before]


def test_a_list_item_is_not_quoted_with_the_paragraph_below_it() -> None:
    items = ("Rules:\n- Bring a saw.", 0.1), ("Rain came.", 0.9), (OVEN, 0.1)
    one = hit(*items, between=[" ", "\n"])
    assert texts(one) == ["Rain came."]


def test_a_neighbour_that_would_make_the_excerpt_too_long_is_not_quoted_along() -> None:
    long = f"The bell rings {'and rings ' * 40}at noon."
    hanging = "It was cast in the year the river froze, out of ploughs and pans and spoons."
    assert texts(hit((long, 0.1), (hanging, 0.9))) == [hanging]
    assert texts(hit(("At noon.", 0.9), (long, 0.1))) == ["At noon."]


def test_one_long_sentence_is_quoted_whole() -> None:
    long = f"The bell rings {'and rings ' * 40}at noon."
    assert len(long) > LONG
    assert texts(hit((long, 0.9), (GOATS, 0.1))) == [long]


@pytest.mark.parametrize(
    ("scores", "quoted"),
    [
        ([0.9, 0.7, 0.1], [f"{GOATS} {OVEN}"]),
        ([0.7, 0.9, 0.1], [f"{GOATS} {OVEN}"]),
        ([0.7, 0.9, 0.7], [f"{GOATS} {OVEN} {NETS}"]),
        ([0.9, 0.6, 0.7], [GOATS, NETS]),
        ([0.9, 0.6, 0.1], [GOATS]),
    ],
)
def test_sentences_side_by_side_that_would_each_be_quoted_are_quoted_as_one(
    scores: list[float], quoted: list[str]
) -> None:
    assert texts(hit(*zip([GOATS, OVEN, NETS], scores, strict=True))) == quoted


def test_of_two_neighbours_the_better_one_is_quoted_along_where_there_is_room_for_one() -> None:
    long = f"The bell rings {'and rings ' * 14}at noon."
    other = long.replace("bell", "horn")
    assert len(long) + len(GOATS) < LONG < len(long) * 2 + len(GOATS)
    assert texts(hit((long, 0.7), (GOATS, 0.9), (other, 0.8)), limit=1) == [f"{GOATS} {other}"]
    assert texts(hit((long, 0.8), (GOATS, 0.9), (other, 0.7)), limit=1) == [f"{long} {GOATS}"]


def test_a_quote_takes_in_no_neighbour_of_another_paragraph() -> None:
    assert texts(hit((GOATS, 0.9), (OVEN, 0.8), between="\n\n")) == [GOATS, OVEN]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_quote_does_not_end_with_the_question_that_opens_what_follows(gap: str) -> None:
    form = hit(
        ("What did you like?", 0.5),
        ("The long table.", 0.9),
        ("What was missing?", 0.8),
        ("Benches in the shade.", 0.4),
        between=["\n", gap, "\n"],
    )
    assert texts(form) == ["The long table."]


@pytest.mark.parametrize(
    "block", ["```\nkiln --restart now\n```", "| a | b |\n|---|---|\n| 1 | 2 |"]
)
def test_code_and_tables_are_joined_with_no_sentence_beside_them(block: str) -> None:
    whole = hit((GOATS, 0.9), (block, 0.85), (OVEN, 0.88), between="\n")

    assert texts(whole) == [GOATS, OVEN]
    assert texts(hit((GOATS, 0.1), (block, 0.9), (OVEN, 0.85), between="\n"))[0] == block


@pytest.mark.parametrize("score", [0.1, 0.85])
def test_a_closing_is_not_quoted_along(score: float) -> None:
    signed = hit((NETS, 0.2), ("Ask Mara.", 0.9), ("Yours,\nMara Quist", score), between="\n\n")
    assert texts(signed) == ["Ask Mara."]


def test_a_closing_that_tells_what_somebody_is_answers_who_it_is() -> None:
    closing = "Best regards,\nMara Quist\nTreasurer"
    assert texts(hit((NETS, 0.2), (closing, 0.9), between="\n\n")) == [closing]
