"""What stands in the place of a link and is no address of the web costs the link, not the post."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

NONE = [
    "n/a", "see the wiki", "/posts/3", "javascript:alert(1)", "file:///etc/hostname",
    "mailto:ada@example.org", "ftp://example.org/a", "http://", "https://ada:pw@example.org/a",
    "https://example.org/a b", "urn:li:share:1", "//example.org/a", "https://[::1",
]  # fmt: skip


def as_jsonl(link: str) -> tuple[str, str]:
    return json.dumps({"text": "The mast is of ash.", "id": "1", "url": link}), "a.jsonl"


def as_json(link: str) -> tuple[str, str]:
    return json.dumps([{"text": "The mast is of ash.", "id": "1", "url": link}]), "a.json"


def as_csv(link: str) -> tuple[str, str]:
    return f'text,id,url\n"The mast is of ash.",1,"{link}"\n', "a.csv"


def as_survey(link: str) -> tuple[str, str]:
    rows = [
        f'"The {part} is of ash, and it was oiled in the spring of last year.",{address}'
        for part, address in [
            ("keel", "https://example.org/2"),
            ("mast", f'"{link}"'),
            ("boom", "https://example.org/3"),
        ]
    ]
    return "\n".join(["Comment,Link", *rows]), "survey.csv"


def as_front_matter(link: str) -> tuple[str, str]:
    return f"---\nurl: {json.dumps(link)}\n---\nThe mast is of ash.\n", "a.md"


@pytest.mark.parametrize("link", NONE)
@pytest.mark.parametrize("made", [as_jsonl, as_json, as_csv, as_survey, as_front_matter])
def test_what_is_no_address_costs_the_link_alone(
    made: object, link: str, read_file: ReadFile
) -> None:
    assert callable(made)
    found = read_file(*made(link))

    assert found.errors == []
    [mast] = [each for each in found.posts if "mast" in each.text]
    assert mast.url is None
    assert found.left_out["links"] == 1


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("https://höfe.example/ä", "https://höfe.example/ä"),
    ],
)
def test_an_address_is_kept(given: str, link: str, read_file: ReadFile) -> None:
    found = read_file(*as_jsonl(given))

    assert found.only.url == link
    assert found.left_out["links"] == 0
