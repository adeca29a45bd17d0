"""Reads what linked data says that others think of what a page is about."""

from __future__ import annotations

from itertools import islice

from adapters.sources.formats.pages.linked_data import (
    MOST,
    first_of,
    kinds_of,
    name_of,
    objects_in,
    words_of,
)


def reviews_in(blocks: list[dict[str, object]], author: str) -> list[str]:
    """Return what people other than an author, and no organisations, say of what a page is about.

    Who tests a thing marks the own article as a review of it.
    """
    found = (each for block in blocks for each in objects_in(block.get("review")))
    others = (
        each
        for each in islice(found, MOST)
        if name_of(each.get("author")) not in {"", author}
        and not any(kinds_of(who) & {"Organization"} for who in objects_in(each.get("author")))
    )
    return [words_of(first_of(each, "reviewBody", "text", "description")) for each in others]
