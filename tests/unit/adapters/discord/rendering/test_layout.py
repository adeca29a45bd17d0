"""Whatever an answer holds, Discord takes it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.chat.cards import Button, Card
from adapters.chat.quotes import Credit, Gap, Pointer, Quote
from adapters.chat.wording import ENGLISH, FRENCH
from adapters.discord.rendering.layout import (
    LONGEST_MESSAGE,
    LONGEST_NAME,
    card_view,
    lines_view,
    plain_button,
)
from adapters.discord.rendering.lengths import cut, size
from tests.fakes.discord.api.limits import check_message
from tests.fakes.discord.world.messages import COMPONENTS_V2, walk

if TYPE_CHECKING:
    from discord import ui
    from hypothesis.strategies import SearchStrategy

WHEN = datetime(2026, 1, 15, 12, tzinfo=UTC)

# Long texts of a few signs reach the limits; those that are escaped, and of many bytes, first.
TEXTS = some.text(max_size=50) | some.builds(
    lambda piece, times: piece * times,
    some.sampled_from(
        ["*", "好 ", "🌻", "a", "\\", "\n", "é", "_[](<@1>) ", "1. ", "x" * 99 + " "]
    ),
    some.integers(1, 6000),
)
URLS = some.none() | some.builds(
    lambda end, times: "https://example.org/" + end * times,
    some.sampled_from(["a", "(", "é", "*", "<@1>", "%20", "好"]),
    some.integers(0, 900),
)


def credits_of() -> SearchStrategy[Credit]:
    dates = some.none() | some.datetimes(timezones=some.just(UTC))
    return some.builds(Credit, TEXTS, dates, TEXTS, TEXTS, some.just("comment"), URLS)


QUOTES = some.builds(
    Quote,
    some.integers(1, 9),
    TEXTS,
    credits_of(),
    some.just("in English"),
    asked=some.none() | some.builds(Pointer, TEXTS, credits_of()),
)
GAPS = some.builds(Gap, some.integers(1, 9), some.sampled_from([ENGLISH.gone, FRENCH.withdrawn]))
BUTTONS = some.builds(
    Button, some.sampled_from(["page", "share", "why", "good", "bad"]), TEXTS, some.integers(1, 3)
)
CARDS = some.builds(
    Card,
    some.just("0" * 32),
    some.lists(TEXTS, max_size=1).map(tuple),
    some.lists(QUOTES | GAPS, max_size=3).map(tuple),
    some.lists(TEXTS, max_size=2).map(tuple),
    some.just(()),
    some.lists(BUTTONS, max_size=7, unique_by=lambda each: (each.action, each.page)).map(tuple),
)
NEAR = some.builds(
    Card,
    some.just("0" * 32),
    some.lists(TEXTS, max_size=1).map(tuple),
    notes=some.lists(TEXTS, max_size=2).map(tuple),
    pointers=some.lists(some.builds(Pointer, TEXTS, credits_of()), min_size=1, max_size=5).map(
        tuple
    ),
)


def take(view: ui.LayoutView) -> str:
    """Let Discord check a message, and return all its texts."""
    components = components_of(view)
    check_message({"components": components, "flags": COMPONENTS_V2})
    return "\n".join(each["content"] for each in walk(components) if "content" in each)


def components_of(view: ui.LayoutView) -> list[Any]:
    return list(view.to_components())  # type: ignore[no-untyped-call]


def credit(url: str | None = None, author: str = "Ada") -> Credit:
    return Credit(author, WHEN, "", "notes", "post", url)


@given(CARDS.filter(lambda card: bool(card.quotes or card.buttons)))
def test_discord_takes_every_answer(card: Card) -> None:
    assert len(take(card_view(card, ENGLISH))) <= LONGEST_MESSAGE


@given(NEAR)
def test_discord_takes_every_list_of_posts_and_no_link_of_it_is_cut(card: Card) -> None:
    text = take(card_view(card, FRENCH))
    for line in text.splitlines():
        if "](" in line.replace(r"\]", ""):
            assert ") (" in line


@given(some.lists(TEXTS.filter(str.strip), min_size=1, max_size=30))
def test_discord_takes_every_report(lines: list[str]) -> None:
    text = take(lines_view(lines, [plain_button("Cancel", "pullquote:cancel:1:x")]))
    assert 0 < len(text) <= LONGEST_MESSAGE


@given(TEXTS, some.integers(3, 4000))
def test_what_is_cut_fits_and_is_the_beginning(text: str, longest: int) -> None:
    short = cut(text, longest)
    assert size(short) <= longest
    assert short == text or text.startswith(short.removesuffix("…").rstrip())


def test_what_is_cut_ends_with_a_whole_word() -> None:
    assert cut("one two three four", 13) == "one two…"


def test_a_quote_stands_between_its_number_and_its_credit_beside_its_link() -> None:
    quote = Quote(2, "It is *lit*.\nOn Fridays.", credit("https://example.org/2"), "in English")
    (section,) = components_of(card_view(Card("q", quotes=(quote,)), FRENCH))
    assert section["components"][0]["content"] == (
        "**2**\n> It is \\*lit\\*.\n> On Fridays.\n"
        "-# **Ada** · <t:1768478400:D> (<t:1768478400:R>) · notes · post · in English"
    )
    assert section["accessory"]["url"] == "https://example.org/2"
    assert section["accessory"]["label"] == "Ouvrir le message 2"


def test_what_was_struck_out_keeps_its_number_and_says_why() -> None:
    card = Card("q", quotes=(Gap(2, ENGLISH.withdrawn),))
    (text,) = components_of(card_view(card, ENGLISH))
    assert text["content"] == "**2** · *removed by its author*"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/" + "a" * 540, True),
        ("https://example.org/" + "a" * 700, False),
        ("javascript:alert(1)", False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_an_address_that_no_button_takes_is_shown_if_it_fits(url: str, *, shown: bool) -> None:
    quote = Quote(1, "It is lit.", credit(url))
    (text,) = components_of(card_view(Card("q", quotes=(quote,)), ENGLISH))
    assert text["content"].endswith(f"\n-# <{url}>") is shown


def test_a_post_that_came_near_is_linked_by_its_title() -> None:
    pointer = Pointer("On [ovens]", credit("https://example.org/a_(b)"))
    text = take(card_view(Card("q", pointers=(pointer,)), ENGLISH))
    assert text.startswith(r"- [On \[ovens\]](https://example.org/a_%28b%29) (**Ada** · ")


def test_a_long_name_is_cut() -> None:
    quote = Quote(1, "It is lit.", credit(author="x" * 200))
    assert f"**{'x' * (LONGEST_NAME - 2)}…**" in take(
        card_view(Card("q", quotes=(quote,)), ENGLISH)
    )


def test_the_question_that_a_quote_answers_stands_above_it_in_a_line_with_its_link() -> None:
    asked = Pointer("Where is *it* @everyone?", credit("https://example.org/1", "Bob"))
    quote = Quote(1, "Behind the school.", credit("https://example.org/2"), asked=asked)
    text = take(card_view(Card("q", quotes=(quote,)), ENGLISH))
    above, number, *_ = text.splitlines()
    linked = r"[Where is \*it\* \@everyone?](https://example.org/1)"
    assert (above, number) == (f"-# Asked by Bob, <t:1768478400:D>: {linked}", "**1**")


def test_a_question_whose_link_is_too_long_is_named_without_it() -> None:
    long = "https://example.org/" + "(" * 400
    asked = Pointer("Where is it?", Credit("Bob", None, "", "notes", "post", long))
    quote = Quote(1, "Behind the school.", credit(), asked=asked)
    text = take(card_view(Card("q", quotes=(quote,)), ENGLISH))
    assert text.splitlines()[0] == "-# Asked by Bob: Where is it?"
