"""Whatever an answer holds, Slack takes it, and reads nothing into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from adapters.chat.cards import Button, Card
from adapters.chat.quotes import Credit, Gap, Pointer, Quote
from adapters.chat.wording import ENGLISH, FRENCH
from adapters.slack.rendering.blocks import (
    LONGEST_TEXT,
    button,
    laid_out,
    notice,
    quoted,
    stamp,
    told,
)
from tests.fakes.slack.api.blocks import check_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.slack.rendering.blocks import Outgoing


WHEN = datetime(2026, 1, 15, 12, tzinfo=UTC)
PARTS = ["<!channel> ", "<@U1> ", "*b* ", "&", "x" * 99 + " ", "好", "\n", "🌻", "`"]
TEXTS = some.text(max_size=50) | some.builds(
    lambda piece, times: piece * times, some.sampled_from(PARTS), some.integers(1, 6000)
)
URLS = some.none() | some.builds(
    lambda end, times: "https://example.org/" + end * times,
    some.sampled_from(["a", "&", "|", ">", " ", "好"]),
    some.integers(0, 4000),
)
CREDITS = some.builds(
    Credit,
    author=TEXTS,
    posted_at=some.none() | some.just(WHEN),
    age=some.just("") | TEXTS,
    source=TEXTS,
    kind=some.sampled_from(["post", "comment"]),
    url=URLS,
)
POINTERS = some.builds(Pointer, title=TEXTS, credit=CREDITS)
QUOTES = some.builds(
    Quote,
    number=some.integers(1, 9),
    text=TEXTS,
    credit=CREDITS,
    language=some.just("in French"),
    asked=some.none() | POINTERS,
)
GAPS = some.builds(
    Gap, number=some.integers(1, 9), reason=some.sampled_from([ENGLISH.gone, FRENCH.withdrawn])
)
BUTTONS = some.lists(
    some.builds(
        Button,
        action=some.sampled_from(["share", "only_me", "why", "good", "bad"]),
        label=some.just("Press me"),
    ),
    max_size=7,
    unique_by=lambda each: each.action,
)


def cards() -> some.SearchStrategy[Card]:
    return some.builds(
        Card,
        question_id=some.just("q1"),
        heading=some.lists(TEXTS, max_size=2).map(tuple),
        quotes=some.lists(QUOTES | GAPS, max_size=3).map(_numbered),
        notes=some.lists(TEXTS, max_size=3).map(tuple),
        pointers=some.lists(POINTERS, max_size=3).map(tuple),
        buttons=BUTTONS.map(tuple),
    )


def _numbered(quotes: list[Quote | Gap]) -> tuple[Quote | Gap, ...]:
    return tuple(replace(each, number=number) for number, each in enumerate(quotes, start=1))


def _all(blocks: object) -> Iterator[dict[str, Any]]:
    if isinstance(blocks, dict):
        yield blocks
        blocks = list(blocks.values())
    if isinstance(blocks, list | tuple):
        for each in blocks:
            yield from _all(each)


def assert_nothing_is_read_into(message: Outgoing) -> None:
    markup = [each["text"] for each in _all(message.blocks) if each.get("type") == "mrkdwn"]
    assert all(each.startswith("<!date^") and each.count("<") == 1 for each in markup)
    assert "<" not in message.text
    assert len(message.text) <= 40_000


@pytest.mark.slow
@settings(max_examples=400)
@given(cards())
def test_whatever_a_card_holds_slack_takes_it_and_reads_nothing_into_it(card: Card) -> None:
    message = laid_out(card, ENGLISH)
    if message.blocks:
        check_message(list(message.blocks))
    assert_nothing_is_read_into(message)


@given(some.lists(TEXTS, min_size=1, max_size=30))
def test_whatever_lines_hold_slack_takes_them(lines: list[str]) -> None:
    press = button("Press me", "press", "value", "danger")
    for message in (told([*lines, "x"], [press]), notice(*lines, "x", buttons=[press])):
        check_message(list(message.blocks))
        assert_nothing_is_read_into(message)
    check_message([quoted(lines[0] or "x")])


def test_the_longest_card_is_taken() -> None:
    long = "好" * 5000
    credit = Credit(long, WHEN, long, long, "comment", f"https://example.org/{'a' * 2900}")
    asked = Pointer(long, credit)
    quotes = tuple(Quote(number, long, credit, "in French", asked=asked) for number in range(1, 4))
    pointers = (asked,) * 3
    for card in (Card("q1", (long,), quotes, (long,)), Card("q1", (long,), (), (long,), pointers)):
        blocks = list(laid_out(card, ENGLISH).blocks)
        check_message(blocks)
        assert "好" in str(blocks)


def test_a_quote_stands_with_its_number_author_date_source_and_link() -> None:
    credit = Credit("Ada", WHEN, "", "notes", "post", "https://example.org/1")
    card = Card("q1", quotes=(Quote(2, "The oven is lit.", credit, "in French"),))
    message = laid_out(card, ENGLISH)
    assert message.text == "2. “The oven is lit.” — Ada, 2026-01-15, notes"
    (quote, context, actions) = message.blocks
    assert quote["elements"][0]["type"] == "rich_text_quote"
    assert [each["text"] for each in context["elements"]] == [
        "2 · Ada",
        f"<!date^{int(WHEN.timestamp())}^{{date_short_pretty}}|2026-01-15>",
        "notes · post · in French",
    ]
    assert actions["elements"][0]["url"] == "https://example.org/1"
    assert actions["elements"][0]["text"]["text"] == "Open post 2"


@pytest.mark.parametrize("number", [0, 1])
def test_one_link_to_its_post_stands_beside_a_quote(number: int) -> None:
    credit = Credit("Ada", WHEN, "", "notes", "post", "https://example.org/1")
    message = laid_out(Card("q1", quotes=(Quote(number, "It is lit.", credit),)), ENGLISH)
    assert str(message.blocks).count("https://example.org/1") == 1
    assert message.blocks[-1]["elements"][0]["url"] == "https://example.org/1"


def test_a_moment_in_a_line_is_shown_in_the_reader_s_own_time() -> None:
    message = told([f"last changed {stamp(WHEN)}."])
    assert message.text == "last changed 2026-01-15."
    elements = message.blocks[0]["elements"][0]["elements"]
    assert [each["type"] for each in elements] == ["text", "date", "text"]
    assert elements[1]["timestamp"] == int(WHEN.timestamp())


def test_ratings_are_slack_s_own_buttons_and_links_must_be_links() -> None:
    credit = Credit("Ada", None, "2 weeks", "notes", "post", "javascript:alert(1)")
    buttons = (Button("good", "👍"), Button("bad", "👎"), Button("page", "More", 2))
    card = Card("q1", quotes=(Quote(1, "Lit.", credit),), buttons=buttons)
    message = laid_out(card, ENGLISH)
    kinds = [each["type"] for each in message.blocks]
    assert kinds == ["rich_text", "context", "actions", "context_actions"]
    assert message.blocks[2]["elements"][0]["action_id"] == "page:2"
    (element,) = message.blocks[3]["elements"]
    assert element["positive_button"]["value"] == "good:q1"
    assert "javascript" not in str(message.blocks)
    assert len(notice("x" * 9000).text) <= LONGEST_TEXT


def test_the_question_that_a_quote_answers_stands_above_it_with_its_link() -> None:
    credit = Credit("Ada", WHEN, "", "notes", "post", "https://example.org/1")
    asked = Pointer("Where is *it* <!here>?", replace(credit, author="Bob"))
    card = Card("q1", quotes=(Quote(1, "Behind the school.", credit, asked=asked),))
    above = laid_out(card, ENGLISH).blocks[0]
    assert above["elements"][0]["elements"] == [
        {"type": "text", "text": "Asked by "},
        {"type": "text", "text": "Bob"},
        {"type": "text", "text": ", "},
        {
            "type": "date",
            "timestamp": int(WHEN.timestamp()),
            "format": "{date_short_pretty}",
            "fallback": "2026-01-15",
        },
        {"type": "text", "text": ": "},
        {"type": "link", "url": "https://example.org/1", "text": "Where is *it* <!here>?"},
    ]
