from __future__ import annotations

from typing import Any

import pytest

from adapters.sources.exports.tweet_polls import has_preview, poll_text, with_poll

LABELS = {"choice1_label": {"string_value": "Oak"}, "choice2_label": {"string_value": "Larch"}}
COUNTS = {"choice1_count": {"string_value": "10"}, "choice2_count": {"string_value": "3"}}
FINAL = {"counts_are_final": {"boolean_value": True}}


def card(values: Any, name: str = "poll2choice_text_only") -> dict[str, Any]:
    return {"card": {"name": name, "binding_values": values}}


def listed(values: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, "value": value} for key, value in values.items()]


@pytest.mark.parametrize(
    "tweet",
    [
        card(LABELS),
        card(listed(LABELS)),
        card(LABELS, "poll4choice_image"),
        card(LABELS, "3691233323:poll2choice_text_only"),
        {"card": {"legacy": card(listed(LABELS))["card"]}},
        card(LABELS | COUNTS),
        {"entities": {"polls": [{"options": [{"text": "Oak"}, {"text": "Larch"}]}]}},
    ],
)
def test_the_choices_of_a_poll_are_lines(tweet: dict[str, Any]) -> None:
    assert with_poll("Which keel?", tweet) == "Which keel?\n• Oak\n• Larch"
    assert not has_preview(tweet)


def test_how_many_chose_is_said_once_it_is_final() -> None:
    assert poll_text(card(LABELS | COUNTS | FINAL)) == "• Oak: 10\n• Larch: 3"
    assert poll_text(card(LABELS | FINAL)) == "• Oak\n• Larch"


@pytest.mark.parametrize(
    "odd", [None, 5, "x", [], {}, [None], {"choice1_label": 5}, [{"key": 5, "value": "Oak"}]]
)
def test_an_odd_poll_costs_itself(odd: Any) -> None:
    odd_ones: list[dict[str, Any]] = [card(odd), {"card": odd}, {"entities": odd}]
    for tweet in (*odd_ones, {"entities": {"polls": odd}}):
        assert with_poll("Which keel?", tweet) == "Which keel?"


def test_another_card_shows_a_page() -> None:
    values = {"title": {"string_value": "Oak"}, "choice1_label": {"string_value": "Oak"}}

    assert has_preview(card(values, "summary_large_image"))
    assert poll_text(card(values, "summary_large_image")) == ""
    assert not has_preview({})
