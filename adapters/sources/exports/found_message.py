"""What an export's reader made of one message, and the posts that come of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.markup.others_words import posts_of
from adapters.sources.rows import to_post
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.markup.others_words import Said
    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
    from index.errors import PostFormatError


@dataclass(frozen=True, slots=True)
class Found:
    """A message of an export, read.

    Attributes:
        row: What it says of a post.
        said: What it says, as its readers see it.
    """

    row: Record
    said: Said


@dataclass(frozen=True, slots=True)
class Wordless:
    """A message of an export without a word.

    Attributes:
        said: What it holds of which there are no words.
    """

    said: Said


def posts_found(
    found: Found | Wordless | LeftOut, labels: Labels, titled_by: str | None = None
) -> Iterator[Post | PostFormatError]:
    """Yield what becomes of a message, and count what is left out.

    Args:
        found: The message, or why it is no post.
        labels: What is known of its file.
        titled_by: The account that gave its thread a title; None where that is not told.
    """
    if not isinstance(found, Found | Wordless):
        labels.leave_out(found)
        return
    for kind in found.said.left_out:
        labels.leave_out(kind)
    if isinstance(found, Wordless):
        labels.leave_out("wordless")
        return
    post = to_post(found.row, labels, None)
    if isinstance(post, Post):
        message = replace(post, titled_by=titled_by)
        yield from posts_of(message, "\n\n".join(found.said.own), found.said.enclosures)
    else:
        yield post
