"""Finds what linked data says of a page itself, where it also names others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.formats.pages.linked_data import (
    LIVE,
    THREADS,
    address_of,
    first_of,
    is_article,
    kinds_of,
    name_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def own_first(
    blocks: list[dict[str, object]], titles: Collection[str], url: str, author: str
) -> tuple[list[dict[str, object]], bool]:
    """Return the objects with the one first that is surely of the page, and whether one is.

    Args:
        blocks: The objects, of which several may be articles, or open threads.
        titles: What the page is called.
        url: Where it says that it belongs; "" where it does not.
        author: Whom the byline of its article names; "" for nobody.
    """
    heads = [each for each in blocks if is_article(each) or kinds_of(each) & (THREADS | {LIVE})]
    tests: list[Callable[[dict[str, object]], bool]] = [
        lambda each: bool(url) and address_of(each) == url,
        lambda each: html_text(first_of(each, "headline", "name")) in titles,
        lambda each: bool(author) and name_of(each.get("author")) == author,
    ]
    for test in tests:
        own = [each for each in heads if test(each)]
        if len(own) == 1 and "author" in own[0]:
            return [own[0], *(each for each in blocks if each is not own[0])], True
    return blocks, False
