"""Reads a plain text, or a page that was copied as one, as one post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.boilerplate import copied_page
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

KNOWN: Final = Known(
    "copied pages",
    "",
    {
        "title": "title",
        "by": "author",
        "published": "posted_at",
        "words": "text",
        "site": "page_furniture",
        "other articles": "page_furniture",
    },
)
"""What stands in a page that was copied from another site."""


def plain_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the text as one post, without the blank space and the site's lines around it."""
    # That a long text was copied may show only below where its format was told.
    text, heading, count = copied_page(text)
    labels.leave_out("page_furniture", count)
    row = {"id": labels.name, "text": text.strip(), "title": heading.title}
    labels.leave_out("dates", int(heading.age != ""))
    row |= {"author": heading.author, "posted_at": heading.date, "age": heading.age}
    yield to_post(row, labels, None)
