from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FRONT = """---
title: "Bees: a year"
author: Ada Quill
date: 2024-05-01
url: https://example.org/bees
tags: [bees, 2024]
---
"""


def test_front_matter_says_who_when_and_where(read_file: ReadFile) -> None:
    post = read_file(FRONT + "\n**They** swarm.\n\n- in May\n\n", "bees.md").only

    assert (post.id, post.title, post.author) == ("bees:bees.md", "Bees: a year", "Ada Quill")
    assert post.url == "https://example.org/bees"
    assert post.posted_at == datetime(2024, 5, 1, tzinfo=UTC)
    assert post.text == "**They** swarm.\n\n- in May"


def test_front_matter_is_recognised_whatever_the_ending(read_file: ReadFile) -> None:
    post = read_file(FRONT.replace("\n", "\r\n") + "They\r\nswarm.", "bees.txt").only

    assert (post.title, post.text) == ("Bees: a year", "They\nswarm.")


def test_front_matter_may_name_an_audience(read_file: ReadFile) -> None:
    post = read_file("---\naudience: slack:C1\n---\nQuiet.", "a.md").only

    assert post.audience == "slack:C1"


def test_an_empty_audience_in_front_matter_is_not_everyone(read_file: ReadFile) -> None:
    error = read_file("---\naudience:\n---\nQuiet.", "a.md").error

    assert error.problem == "audience: it is empty: name an audience, or leave the key out"


def test_values_of_front_matter_stay_the_words_they_are(read_file: ReadFile) -> None:
    post = read_file("---\ntitle: 2024\nauthor: no\n---\nText.", "a.md").only

    assert (post.title, post.author) == ("2024", "no")


def test_the_first_heading_is_the_title_and_not_repeated(read_file: ReadFile) -> None:
    post = read_file("\n# Bees #\n\nThey swarm.\n\n# Wasps\n\nThey do not.", "bees.md").only

    assert post.title == "Bees"
    assert post.text == "They swarm.\n\n# Wasps\n\nThey do not."


def test_a_heading_further_down_is_the_title_and_stays(read_file: ReadFile) -> None:
    post = read_file("Hello.\n\n# Bees\n\nThey swarm.", "bees.md").only

    assert (post.title, post.text) == ("Bees", "Hello.\n\n# Bees\n\nThey swarm.")


def test_a_heading_that_says_more_than_the_title_stays(read_file: ReadFile) -> None:
    post = read_file(FRONT + "# Part one\n\nThey swarm.", "bees.md").only

    assert (post.title, post.text) == ("Bees: a year", "# Part one\n\nThey swarm.")


def test_a_heading_with_nothing_below_is_the_text(read_file: ReadFile) -> None:
    post = read_file("# Bees are fine", "bees.md").only

    assert (post.title, post.text) == ("Bees are fine", "# Bees are fine")


def test_a_comment_in_code_is_no_heading(read_file: ReadFile) -> None:
    post = read_file("Run:\n\n```sh\n# not a title\nls\n```\n\n# Title", "a.md").only

    assert post.title == "Title"


def test_a_text_without_a_heading_has_no_title(read_file: ReadFile) -> None:
    post = read_file("#tag is no heading", "a.md").only

    assert (post.title, post.text) == ("", "#tag is no heading")


def test_a_rule_at_the_top_is_no_front_matter(read_file: ReadFile) -> None:
    assert read_file("---\nOnce upon a time\n---\n", "a.md").only.text.startswith("---")


@pytest.mark.parametrize(
    ("matter", "line", "problem"),
    [
        ("title: [a\nauthor: b", 3, "the front matter is not valid YAML (expected ',' or ']'"),
        ("title: a: b", 2, "is not valid YAML (mapping values are not allowed here): put"),
        ("title: a\x07", None, "is not valid YAML (a character that is not allowed): put"),
        ('title: "\\UFFFFFFFF"', 1, "the front matter is not valid YAML: write simple lines"),
        ("tags: &all [a]\nmore: *all", 3, "has an alias (`*name`): write what it stands for"),
        pytest.param(
            "a: " + "[" * 5000,
            1,
            "the front matter is not valid YAML: write simple lines",
            marks=pytest.mark.slow,
        ),
        ("date: yesterday", None, "posted_at: 'yesterday' is not a date: write it as 2024-09-26"),
        ("date: 2024-13-01", None, "posted_at: '2024-13-01' is not a date"),
        ("author: [[a, b], c]", None, "author: [['a', 'b'], 'c'] is a list: write it as a text in"),
        ('title: "\\uD800"', None, "title: \\ud800 is half a character"),
    ],
)
def test_wrong_front_matter_is_told_by_its_line(
    read_file: ReadFile, matter: str, line: int | None, problem: str
) -> None:
    error = read_file(f"---\n{matter}\n---\nText.", "a.md").error

    assert problem in error.problem
    assert error.line == line


def test_front_matter_that_is_not_closed_is_told(read_file: ReadFile) -> None:
    error = read_file("---\ntitle: a\n\nText.", "a.md").error

    assert (error.line, "is not closed" in error.problem) == (1, True)


def test_front_matter_without_fields_is_told(read_file: ReadFile) -> None:
    error = read_file("---\ntitle:Bees\n---\nText.", "a.md").error

    assert error.problem == "the front matter has no fields: write lines like `author: Name`"


def test_front_matter_without_a_text_is_refused(read_file: ReadFile) -> None:
    assert "the text is empty" in read_file(FRONT, "a.md").error.problem


def test_front_matter_that_repeats_itself_by_a_name_is_refused(read_file: ReadFile) -> None:
    found = read_file("---\ntitle: &t Bees\nauthor: *t\n---\nThey swarm.\n", "a.md")
    assert "front matter has an alias" in found.error.problem


def test_a_text_in_front_matter_is_no_part_of_the_post_and_is_named(read_file: ReadFile) -> None:
    found = read_file("---\ntext: Beneath the hive.\ntitle: Bees\n---\nThey swarm.", "a.md")
    assert found.only.text == "They swarm."
    assert found.left_out == {"fields:'text'": 1}


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ('"[[Ines Vogt]]"', "Ines Vogt"),
        ('"[[people/ines|Ines Vogt]]"', "Ines Vogt"),
        ('"[[Ines Vogt]] & [[Jonas]]"', "Ines Vogt & Jonas"),
        ('"Ines [potter]"', "Ines [potter]"),
    ],
)
def test_an_author_that_is_a_link_to_a_note_is_the_name(
    said: str, author: str, read_file: ReadFile
) -> None:
    assert read_file(f"---\nauthor: {said}\n---\nText.", "a.md").only.author == author


@pytest.mark.parametrize(
    ("matter", "author"),
    [
        ("authors: [Ada Moss, Bob Reed]", "Ada Moss, Bob Reed"),
        ("author: [Ada Moss, Bob Reed]", "Ada Moss, Bob Reed"),
        ("author:\n  - Ada Moss\n  - Bob Reed", "Ada Moss, Bob Reed"),
        ("authors:\n  - name: Ada Moss\n    url: https://a.example\n  - Bob", "Ada Moss, Bob"),
        ('authors: ["[[Ada Moss]]", "[[people/bob|Bob]]"]', "Ada Moss, Bob"),
        ("author: [[Ada Moss]]", "Ada Moss"),
        ("author: [Ada Moss]", "Ada Moss"),
        ("author: [Ada Moss, Ada Moss]", "Ada Moss"),
        ("authors: Ada Moss and Bob Reed", "Ada Moss and Bob Reed"),
        ("author:\nauthors: [Ada Moss]", "Ada Moss"),
        ("author: []", None),
    ],
)
def test_several_authors_are_named_one_after_the_other(
    matter: str, author: str | None, read_file: ReadFile
) -> None:
    read = read_file(f"---\n{matter}\n---\nText.", "a.md")

    assert read.only.author == author
    assert not read.left_out


def test_authors_beside_an_author_are_a_field_that_is_left_out(read_file: ReadFile) -> None:
    read = read_file("---\nauthor: Ada\nauthors: [Bob]\n---\nText.", "a.md")

    assert read.only.author == "Ada"
    assert read.left_out == {"fields:'authors'": 1}


@pytest.mark.parametrize(
    ("matter", "day"),
    [
        ("created: 2025-03-04", "2025-03-04"),
        ("created: March 4, 2025 2:33 PM", "2025-03-04"),
        ("created: 2025-03-01\npublished: 2025-03-04", "2025-03-04"),
        ("created: 2025-03-01\ndate: 2025-03-04", "2025-03-04"),
        ("updated: 2025-03-04", "None"),
    ],
)
def test_when_a_note_was_created_is_its_date(matter: str, day: str, read_file: ReadFile) -> None:
    assert str(read_file(f"---\n{matter}\n---\nText.", "a.md").only.posted_at)[:10] == day


def test_a_day_of_creation_that_cannot_be_told_is_counted(read_file: ReadFile) -> None:
    found = read_file("---\ncreated: last spring\n---\nText.", "a.md")

    assert (found.only.posted_at, found.left_out) == (None, {"dates": 1})


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("One. %%hidden%% Two.", "One.  Two.", {"hidden_text": 1}),
        ("One.\n%%\nhidden\nwords\n%%\nTwo.", "One.\n\nTwo.", {"hidden_text": 1}),
        ("One. <!-- to do --> Two.", "One.  Two.", {"hidden_text": 1}),
        ("One.\n\n![the laser](laser.jpg)\n\nTwo.", "One.\n\n\n\nTwo.", {"alt_texts": 1}),
        ('One.\n![a](b.png "c") ![[d.png]]\nTwo.', "One.\n\nTwo.", {"alt_texts": 1}),
        ("[![build](b.svg)](https://a.b)\n\nOne.", "One.", {"alt_texts": 1}),
        (
            "<details><summary>Key code</summary>\n\nOn the board.\n\n</details>",
            "Key code\n\nOn the board.",
            {},
        ),
    ],
)
def test_what_no_reader_sees_as_words_is_left_out(
    text: str, kept: str, left_out: dict[str, int], read_file: ReadFile
) -> None:
    found = read_file(text, "a.md")

    assert (found.only.text, found.left_out) == (kept, left_out)


@pytest.mark.parametrize(
    "text",
    [
        "Between 5%% and 10%% of the clay.",
        "It grew by 5%%.",
        "Write `%%hidden%%` for a comment.",
        "```\n%% a comment of LaTeX %%\n<!-- one of HTML -->\n```\nSo it goes.",
        "Press the ![red](red.png) button.",
        "![the laser](laser.jpg)",
        "An arrow <!-- that never ends.",
        "See [the laser](laser.jpg).",
        "Use `<details>` to fold.",
        "%%only this%%",
        "100%%%% sure",
    ],
)
def test_what_only_looks_like_it_stays(text: str, read_file: ReadFile) -> None:
    found = read_file(text, "a.md")

    assert (found.only.text, found.left_out) == (text, {})
