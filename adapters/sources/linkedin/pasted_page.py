"""Reads a post and its comments as people copy them from LinkedIn's page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.linkedin.boilerplate import classify, without_reader_words
from adapters.sources.linkedin.comments import writings
from adapters.sources.linkedin.whole_page import FeedPost, posts_of_feed, without_site
from adapters.sources.rows import to_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.linkedin.boilerplate import Line
    from adapters.sources.linkedin.comments import Writing
    from index.posts import Post


KNOWN: Final = Known(
    "LinkedIn text",
    "",
    {
        "words": "text",
        "comment": "text",
        "name": "author",
        "age": "posted_at",
        "headline": "profile_texts",
        "menu": "page_furniture",
        "alt": "page_furniture",
        "other post": "page_furniture",
        "advert": "adverts",
    },
)
"""What stands in a copied page; an age is shown as it is written."""

MOST_LINES: Final = 100_000
"""The longest page: the lines are looked at one by one, and no page has so many."""


def linkedin_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield each post, and each comment as a comment on it; the same comment only once."""
    if (count := text.count("\n") + 1) > MOST_LINES:
        yield PostFormatError(labels.file, "too_many_pasted_lines", count=count, most=MOST_LINES)
        return
    feed, marks = posts_of_feed(text), Counter[str]()
    for page, around, is_advert in feed or [FeedPost(*without_site(text))]:
        labels.leave_out("page_furniture", around)
        if is_advert:
            labels.leave_out("adverts", 1)
            continue
        yield from _of_page(page, labels, marks, is_whole=around > 0, is_of_feed=bool(feed))
    if feed and not marks:
        yield to_post({"id": labels.name, "text": ""}, labels, None)


def _of_page(
    page: str, labels: Labels, marks: Counter[str], *, is_whole: bool, is_of_feed: bool
) -> Iterator[Post | PostFormatError]:
    """Yield a post and its comments; of a feed, those after its first post have ids of their own.

    Args:
        page: The lines of the post.
        labels: What its file gives to its posts.
        marks: Counts what was met of the feed, by how its words are told from others.
        is_whole: Whether the page was copied whole.
        is_of_feed: Whether the page is one of several posts.
    """
    said = without_reader_words(page).split("\n")
    known = {line: classify(line) for line in dict.fromkeys(said)}  # most come again and again
    lines = [known[line] for line in said]
    found = writings(lines, is_whole=is_whole)
    if not found:
        if not is_of_feed:
            yield to_post({"id": labels.name, "text": ""}, labels, None)
        return
    labels.leave_out("profile_texts", _headlines(lines, found))
    labels.leave_out("page_furniture", _buttons(lines, found))
    own = _place(found[0], labels, marks) if marks else labels.name
    marks[""] += 1  # the first post is called like its file
    yield to_post(_row(found[0], own), labels, None)
    for comment in dict.fromkeys(found[1:]):
        row = _row(comment, _place(comment, labels, marks))
        yield to_post(row | {"parent_id": own}, labels, None)


def _place(writing: Writing, labels: Labels, marks: Counter[str]) -> str:
    """Return what a writing is called: by its words, and by its number where others say the same.

    Two people may write the same.
    """
    mark = text_mark(writing.text, 12)
    marks[mark] += 1
    return f"{labels.name}#{mark}{f'-{marks[mark]}' if marks[mark] > 1 else ''}"


def _headlines(lines: Sequence[Line], found: Sequence[Writing]) -> int:
    """Return how many lines of text are neither in what people wrote nor their names."""
    told = {line for each in found for line in each.text.split("\n")}
    told.update(each.author or "" for each in found)
    return sum(line.kind == "text" and line.text not in told for line in lines)


def _buttons(lines: Sequence[Line], found: Sequence[Writing]) -> int:
    """Return how many lines are buttons, and numbers that are in nobody's words."""
    told = {line for each in found for line in each.text.split("\n")}
    counts = sum(line.kind == "number" and line.text not in told for line in lines)
    return counts + sum(line.kind in {"button", "reply", "bar"} for line in lines)


def _row(writing: Writing, name: str) -> dict[str, object]:
    return {"id": name, "text": writing.text, "author": writing.author, "age": writing.age}
