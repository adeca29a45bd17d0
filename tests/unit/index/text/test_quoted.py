from __future__ import annotations

import pytest

from index.text.quoted import is_quoted, quoted_spans
from index.text.sentences import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("I agree.\n> The oven is lit.\n> On Friday.\nNo.", ["> The oven is lit.\n> On Friday.\n"]),
        (
            "Yes.\n\nOn Mon, 3 Feb 2025, Ann wrote:\n> hello",
            ["On Mon, 3 Feb 2025, Ann wrote:\n", "> hello"],
        ),
        (
            "Oui.\n\nLe lun. 3 févr. 2025, Ann a écrit :\n> allô",
            ["Le lun. 3 févr. 2025, Ann a écrit :\n", "> allô"],
        ),
        (
            "See below.\n-----Original Message-----\nThe old one.",
            ["-----Original Message-----\nThe old one."],
        ),
        ("Voici.\nDe : Ann\nEnvoyé : lundi\nLe four.", ["De : Ann\nEnvoyé : lundi\nLe four."]),
    ],
)
def test_the_words_of_others_are_told_from_the_posts_own(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    "text", ["a > b", "From: Ann\nDate: Monday\nThe mail itself.", "-> to the left", "5: 6 > 4"]
)
def test_nothing_else_is_quoted(text: str) -> None:
    assert quoted_spans(text) == []


def test_a_sentence_that_reaches_into_a_quote_is_quoted() -> None:
    assert is_quoted(Span(5, 12), [Span(10, 20)])
    assert not is_quoted(Span(5, 10), [Span(10, 20)])
