"""What other programs write at the head of a note is read: names, dates, addresses, TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("matter", "author"),
    [
        ("authors:\n  - [[Ada Moss]]\n  - [[Bob Reed]]", "Ada Moss, Bob Reed"),
        ("authors:\n  - [[Ada Moss]]\n  - Bob Reed", "Ada Moss, Bob Reed"),
        ("author: [Ada Moss, null]", "Ada Moss"),
        ('author: [Ada Moss, ~, ""]', "Ada Moss"),
        ("author: null", None),
        ("author:\n  name: Ada Moss\n  url: https://a.example", "Ada Moss"),
        ("authors:\n  - given: Ada\n    family: Moss\n  - given: Bob", "Ada Moss, Bob"),
        ("author: Nulla Moss", "Nulla Moss"),
    ],
)
def test_a_name_is_read_however_it_is_written(
    matter: str, author: str | None, read_file: ReadFile
) -> None:
    assert read_file(f"---\n{matter}\n---\nText.", "a.md").only.author == author


@pytest.mark.parametrize(
    ("said", "day", "left_out"),
    [
        ("04/03/2025", "None", {"unclear_dates": 1}),
        ("23/03/2025", "2025-03-23", {}),
        ("March 4, 2025", "2025-03-04", {}),
        ("2025-03-04", "2025-03-04", {}),
    ],
)
def test_a_date_with_two_orders_costs_the_date_alone(
    said: str, day: str, left_out: dict[str, int], read_file: ReadFile
) -> None:
    found = read_file(f"---\ndate: {said}\n---\nText.", "a.md")

    assert (str(found.only.posted_at)[:10], found.left_out) == (day[:10], left_out)


def test_the_address_that_a_clipper_notes_is_the_link(read_file: ReadFile) -> None:
    clipped = read_file("---\nsource: https://a.example/kiln\n---\nText.", "a.md")
    book = read_file("---\nsource: A book\n---\nText.", "a.md")
    both = read_file("---\nurl: https://b.example\nsource: https://a.example\n---\nText.", "a.md")

    assert (clipped.only.url, clipped.left_out) == ("https://a.example/kiln", {})
    assert (book.only.url, book.left_out) == (None, {"fields:'source'": 1})
    assert (both.only.url, both.left_out) == ("https://b.example", {"fields:'source'": 1})


@pytest.mark.parametrize("end", ["...", "... ", "...\n---", "---", "-----"])
def test_yaml_ends_with_dots_or_dashes(end: str, read_file: ReadFile) -> None:
    post = read_file(f"---\nauthor: Ada Moss\n{end}\nText.\n\n---\n\nMore.", "a.md").only

    assert (post.author, post.text) == ("Ada Moss", "Text.\n\n---\n\nMore.")


def test_a_head_in_toml_is_read(read_file: ReadFile) -> None:
    head = 'title = "Kilns"\ndate = 2025-03-04T10:00:00Z\nauthors = ["Ada Moss", "Bob Reed"]'

    found = read_file(f"+++\n{head}\ndraft = false\n+++\nNever open it hot.", "a.md")

    post = found.only
    assert (post.title, post.author, post.text) == (
        "Kilns", "Ada Moss, Bob Reed", "Never open it hot.",
    )  # fmt: skip
    assert str(post.posted_at) == "2025-03-04 10:00:00+00:00"
    assert found.left_out == {"fields:'draft'": 1}


@pytest.mark.parametrize(
    "text",
    [
        "+++\nWe won = a lot\n+++\nText.",
        "+++\nx = 1\nText that never ends it.",
        "+++ Sale +++\nprice = 3",
        "+++\nNews of the week.\n+++\nText.",
    ],
)
def test_lines_of_pluses_that_hold_no_toml_stay(text: str, read_file: ReadFile) -> None:
    assert read_file(text, "a.md").only.text == text
