"""Finds what linked data says of a page itself, where it also names others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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

_REVIEWS: Final = frozenset({"Review", "CriticReview"})
_OF_SITES: Final = frozenset(
    "BreadcrumbList ImageObject ItemPage NewsMediaOrganization Organization Person WebPage"
    " WebSite".split()
)
"""What tells of a site and its pages, and of nothing that is reviewed."""


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
    for test in _tests(titles, url, author):
        own = [each for each in heads if test(each)]
        if len(own) == 1 and "author" in own[0]:
            return [own[0], *(each for each in blocks if each is not own[0])], True
    return blocks, False


def with_own_review(
    blocks: list[dict[str, object]], titles: Collection[str], url: str, author: str
) -> list[dict[str, object]]:
    """Return the objects with the one review that a page is told as an article.

    Beside an article, a thread or what is sold, or where there are several, a review is another's.

    Args:
        blocks: The objects.
        titles: What the page is called.
        url: Where it says that it belongs; "" where it does not.
        author: Whom the byline of its article names; "" for nobody.
    """
    own = [each for each in blocks if kinds_of(each) & _REVIEWS]
    is_alone = all(each in own or kinds_of(each) <= _OF_SITES for each in blocks)
    if len(own) != 1 or not is_alone or "author" not in own[0]:
        return blocks
    if not any(test(own[0]) for test in _tests(titles, url, author)):
        return blocks
    told = own[0] | {"@type": "Article", "articleBody": first_of(own[0], "reviewBody")}
    return [told if each is own[0] else each for each in blocks]


def _tests(
    titles: Collection[str], url: str, author: str
) -> list[Callable[[dict[str, object]], bool]]:
    """Return what tells that an object is surely of the page, the surest first."""
    return [
        lambda each: bool(url) and address_of(each) == url,
        lambda each: html_text(first_of(each, "headline", "name")) in titles,
        lambda each: bool(author) and name_of(each.get("author")) == author,
    ]
