"""Reads what linked data says that others think of what a page is about."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.linked_data import (
    MOST,
    OF_OTHERS,
    first_of,
    kinds_of,
    name_of,
    objects_in,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_REVIEWS: Final = ("review", "reviews")
_KINDS: Final = frozenset({"Review", "UserReview"})


def reviews_in(blocks: list[dict[str, object]], author: str) -> list[str]:
    """Return what people other than an author, and no organisations, say of what a page is about.

    Who tests a thing marks the own article as a review of it.
    """
    return [words_in(each) for each in others_reviews(blocks, author)]


def others_reviews(blocks: list[dict[str, object]], author: str) -> Iterator[dict[str, object]]:
    """Yield the reviews by people other than an author that a page tells programs."""
    held = (each for block in blocks for name in _REVIEWS for each in objects_in(block.get(name)))
    yield from (each for each in islice(held, MOST) if _is_of_another(each, author))
    if any(_is_reviewed(each) for each in blocks):
        alone = (each for each in blocks if kinds_of(each) & _KINDS)
        yield from (each for each in islice(alone, MOST) if _is_of_another(each, author))


def words_in(review: dict[str, object]) -> str:
    """Return the words of a review."""
    return words_of(first_of(review, "reviewBody", "text", "description"))


def _is_of_another(review: dict[str, object], author: str) -> bool:
    by = review.get("author")
    is_of_people = not any(kinds_of(who) & {"Organization"} for who in objects_in(by))
    return is_of_people and name_of(by).casefold() not in {"", author.casefold()}


def _is_reviewed(block: dict[str, object]) -> bool:
    """Return whether an object may be what reviews beside it are of."""
    is_of_others = bool(kinds_of(block) & (OF_OTHERS | _KINDS))
    return not is_of_others and any(each in block for each in ("headline", "author", "offers"))
