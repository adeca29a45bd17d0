"""Reads a plain text, or a page that was copied as one, as one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.copied_pages.boilerplate import without_boilerplate
from adapters.sources.rows import to_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post


def plain_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the text as one post, without the blank space and the site's lines around it."""
    # That a long text was copied may show only below where its format was told.
    text, count = without_boilerplate(text)
    labels.leave_out("page_furniture", count)
    yield to_post({"id": labels.name, "text": text.strip()}, labels, None)
