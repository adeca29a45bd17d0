"""Every field that people can write into, filled, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from adapters.markup.discord_message import Embed, Parts, Poll, Snapshot, said_by, shown

PAGE = Embed(
    "Its title", "Its text.", (("Price", "5 euros"),), "A paper", "https://page.example", "2026"
)
FILLED = Parts(
    "Ask <@1>.",
    (PAGE,),
    ("A heap of straw",),
    ("Wave",),
    ("Displayed.",),
    Poll("Which dock?", (("North", 3), ("South", None))),
    (Snapshot("Passed on.", (PAGE,), ("Bye",), ("A map",), unread=1),),
    unread=1,
)


def test_an_answer_that_is_a_sign_alone_is_no_line_of_a_poll() -> None:
    assert Poll("Which dock?", (("North", 3), ("", 2), (" ", None))).text == (
        "Which dock?\n• North: 3"
    )


def test_what_its_sender_wrote_is_theirs_wherever_it_stands() -> None:
    found = shown(said_by(FILLED), {"1": "Ada"}, {})
    assert found.own == (
        "Ask @Ada.", "Displayed.", "Which dock?\n• North: 3\n• South", "A heap of straw", ":Wave:",
    )  # fmt: skip
    assert found.left_out == ("file_contents", "file_contents")


def test_what_others_wrote_is_a_part_with_its_own_author_title_and_address() -> None:
    page, forwarded, inner = said_by(FILLED).enclosures
    assert (page.part, page.title, page.author, page.url) == (
        "page", "Its title", "A paper", "https://page.example",
    )  # fmt: skip
    assert page.text == "Its text.\n\nPrice: 5 euros\n\n2026"
    assert (forwarded.part, forwarded.text, forwarded.author) == (
        "forwarded", "Passed on.\n\nA map\n\n:Bye:", "",
    )  # fmt: skip
    assert inner == page


def test_an_app_s_embeds_are_its_own_words_but_for_the_pages_it_links_to() -> None:
    assert said_by(Parts("Alert", (PAGE,)), is_by_app=True).own == (
        "Alert", "Its title\n\nIts text.\n\nPrice: 5 euros\n\n2026",
    )  # fmt: skip
    linked = said_by(Parts("See https://page.example", (PAGE,)), is_by_app=True)
    assert [each.part for each in linked.enclosures] == ["page"]


def test_a_page_with_a_title_alone_says_its_title() -> None:
    [page] = said_by(Parts("x", (Embed("A title"),))).enclosures
    assert (page.text, page.title) == ("A title", "")


def test_what_was_passed_on_and_a_page_keep_the_day_they_were_written() -> None:
    then, later = datetime(2024, 5, 5, tzinfo=UTC), datetime(2025, 5, 5, tzinfo=UTC)
    dated = replace(PAGE, posted_at=later)
    parts = Parts("x", (dated, PAGE), snapshots=(Snapshot("y", (dated, PAGE), posted_at=then),))
    assert [(each.part, each.posted_at) for each in said_by(parts).enclosures] == [
        ("page", later), ("page", None), ("forwarded", then), ("page", later), ("page", then),
    ]  # fmt: skip
