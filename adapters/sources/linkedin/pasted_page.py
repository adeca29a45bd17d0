"""Reads a post and its comments as people copy them from LinkedIn's page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.linkedin.boilerplate import classify, without_reader_words
from adapters.sources.linkedin.comments import writings
from adapters.sources.linkedin.whole_page import without_site
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
    },
)
"""What stands in a copied page; an age is shown as it is written."""

MOST_LINES: Final = 100_000
"""The longest page: the lines are looked at one by one, and no page has so many."""


def linkedin_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the post, and each comment as a comment on it; the same comment only once."""
    if (count := text.count("\n") + 1) > MOST_LINES:
        yield PostFormatError(labels.file, "too_many_pasted_lines", count=count, most=MOST_LINES)
        return
    page, around = without_site(text)
    is_whole = around > 0
    labels.leave_out("page_furniture", around)
    said = without_reader_words(page).split("\n")
    known = {line: classify(line) for line in dict.fromkeys(said)}  # most come again and again
    lines = [known[line] for line in said]
    found = writings(lines, is_whole=is_whole)
    if not found:
        yield to_post({"id": labels.name, "text": ""}, labels, None)
        return
    labels.leave_out("profile_texts", _headlines(lines, found))
    labels.leave_out("page_furniture", _buttons(lines, found))
    yield to_post(_row(found[0], labels.name), labels, None)
    marks: Counter[str] = Counter()
    for comment in dict.fromkeys(found[1:]):
        mark = text_mark(comment.text, 12)
        marks[mark] += 1
        # Two people may write the same: the second is told apart by its number.
        number = f"-{marks[mark]}" if marks[mark] > 1 else ""
        row = _row(comment, f"{labels.name}#{mark}{number}")
        yield to_post(row | {"parent_id": labels.name}, labels, None)


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
