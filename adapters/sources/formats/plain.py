"""Reads a plain text, or a page that was copied as one, as one post."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.page import copied_page, copied_talk, divided_comments
from adapters.sources.copied_pages.sites.wikipedia import wikipedia_article
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

    Of a page where people talk, and below an article, what others say are comments on it.
    """
    if article := wikipedia_article(text):
        labels.leave_out("page_furniture", article.left_out)
        row = {"id": labels.name, "text": article.text, "title": article.title}
        yield to_post(row, labels, None)
        return
    if said := copied_talk(text):
        yield from _talk(text, said, labels)
        return
    # That a long text was copied may show only below where its format was told.
    page, comments, beside = divided_comments(text)
    page, heading, count = copied_page(page, is_copied=bool(comments))
    labels.leave_out("page_furniture", count + beside)
    row = {"id": labels.name, "text": page.strip(), "title": heading.title}
    labels.leave_out("dates", int(heading.age != ""))
    row |= {"author": heading.author, "posted_at": heading.date, "age": heading.age}
    yield to_post(row, labels, None)
    yield from _comments(comments, labels, parent=labels.name)


def _talk(
    text: str, said: Sequence[tuple[str, Said]], labels: Labels
) -> Iterator[Post | PostFormatError]:
    filled = sum(map(bool, map(str.strip, text.split("\n"))))
    labels.leave_out("page_furniture", filled - sum(len(each.words) for _, each in said))
    words, first = said[0]
    if first.is_comment:
        yield from _comments(said, labels, parent=None)
        return
    labels.leave_out("dates", int(first.age != ""))
    yield to_post(_row(words, first) | {"id": labels.name}, labels, None)
    yield from _comments(said[1:], labels, parent=labels.name)


def _comments(
    said: Sequence[tuple[str, Said]], labels: Labels, *, parent: str | None
) -> Iterator[Post | PostFormatError]:
    marks: Counter[str] = Counter()
    for words, each in said:
        labels.leave_out("dates", int(each.age != ""))
        mark = text_mark(f"{each.author}\n{words}", 12)
        marks[mark] += 1
        own = f"{labels.name}#{mark}{f'-{marks[mark]}' if marks[mark] > 1 else ''}"
        yield to_post(_row(words, each) | {"id": own, "parent_id": parent}, labels, None)


def _row(words: str, said: Said) -> dict[str, object]:
    row: dict[str, object] = {"text": words, "author": said.author, "title": said.title}
    return row | {"posted_at": said.date, "age": said.age}
