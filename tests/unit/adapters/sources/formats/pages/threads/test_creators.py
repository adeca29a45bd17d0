"""Who is called the creator of a comment in linked data wrote it, where no author is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ({"creator": {"@type": "Person", "name": "Cy Lamb"}}, "Cy Lamb"),
        ({"creator": {"name": "Cy Lamb"}}, "Cy Lamb"),
        ({"creator": "Cy Lamb"}, "Cy Lamb"),
        ({"author": {"name": "Ada Berg"}, "creator": {"name": "Cy Lamb"}}, "Ada Berg"),
        ({"creator": {"url": "https://example.org/cy"}}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("kind", ["Comment", "Answer"])
def test_a_creator_is_the_author_of_a_comment(
    kind: str, told: dict[str, object], author: str | None, read_file: ReadFile
) -> None:
    address = "https://example.org/t/1"
    comment = {"@type": kind, "text": "Two thin coats hold best.", **told, "url": f"{address}#2"}
    thread = {
        "@type": "DiscussionForumPosting",
        "headline": "Kiln wash",
        "text": "How many coats of kiln wash hold?",
        "author": {"@type": "Person", "name": "Mara Quist"},
        "url": address,
        "comment": [comment],
    }
    page = (
        "<html><head><title>Kiln wash</title><script type='application/ld+json'>"
        f"{json.dumps(thread)}</script></head><body><p>Kiln wash</p></body></html>"
    )
    opener, below = read_file(page, "t.html").posts
    assert opener.author == "Mara Quist"
    assert (below.author, below.text) == (author, "Two thin coats hold best.")
