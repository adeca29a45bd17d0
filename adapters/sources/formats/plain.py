"""Reads a plain text, or a page that was copied as one, as one post."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.boilerplate import copied_page, copied_talk
from adapters.sources.file_defaults import text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.copied_pages.statuses import Said
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
    """Yield the text as one post, without the blank space and the site's lines around it.

    Of a page where people talk, what others say below the post are comments on it.
    """
    if said := copied_talk(text):
        yield from _talk(text, said, labels)
        return
    # That a long text was copied may show only below where its format was told.
    text, heading, count = copied_page(text)
    labels.leave_out("page_furniture", count)
    row = {"id": labels.name, "text": text.strip(), "title": heading.title}
    labels.leave_out("dates", int(heading.age != ""))
    row |= {"author": heading.author, "posted_at": heading.date, "age": heading.age}
    yield to_post(row, labels, None)


def _talk(
    text: str, said: Sequence[tuple[str, Said]], labels: Labels
) -> Iterator[Post | PostFormatError]:
    filled = sum(map(bool, map(str.strip, text.split("\n"))))
    labels.leave_out("page_furniture", filled - sum(len(each.words) for _, each in said))
    marks: Counter[str] = Counter()
    opening = None if said[0][1].is_comment else labels.name
    for number, (words, each) in enumerate(said):
        labels.leave_out("dates", int(each.age != ""))
        row = {"text": words, "author": each.author, "posted_at": each.date, "age": each.age}
        row["title"] = each.title
        if not number and opening:
            yield to_post(row | {"id": labels.name}, labels, None)
            continue
        mark = text_mark(f"{each.author}\n{words}", 12)
        marks[mark] += 1
        own = f"{labels.name}#{mark}{f'-{marks[mark]}' if marks[mark] > 1 else ''}"
        yield to_post(row | {"id": own, "parent_id": opening}, labels, None)
