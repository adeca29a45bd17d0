"""Reads a plain text file as one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.rows import to_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post


def plain_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the text as one post, without the blank space around it."""
    yield to_post({"id": labels.name, "text": text.strip()}, labels, None)
