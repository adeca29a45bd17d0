"""Finds the reviews that a page marks for programs where their words stand: microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import author_in
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.threads.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

_KINDS: Final = frozenset({"Review", "UserReview"})
_BODIES: Final = ("reviewbody", "description", "text")
_MOST: Final = 1_000
"""So many reviews are read."""
_LONGEST_NAME: Final = 60


def marked_reviews(tree: lxml.html.HtmlElement, author: str) -> dict[lxml.html.HtmlElement, Block]:
    """Return the reviews that a page marks, but for those that may be its own article.

    That holds the heading of the page, or is by its author, or by an organisation or nobody where
    none names anybody.

    Args:
        tree: The page.
        author: Who wrote its article; "" where that is not known.
    """
    found: dict[lxml.html.HtmlElement, Block] = {}
    for each in tree.iter("*"):
        if _kind(each) not in _KINDS or len(found) >= _MOST:
            continue
        if next(each.iter("h1", "main"), None) is not None or any(
            up in found for up in each.iterancestors()
        ):
            continue
        block = _block(each)
        if block.text and (block.author.casefold() != author.casefold() or not author):
            found[each] = block
    return found if any(each.author for each in found.values()) else {}


def _block(review: lxml.html.HtmlElement) -> Block:
    own = [*_properties(review)]
    text = next(
        filter(None, (tree_text(each) for name in _BODIES for told, each in own if told == name)),
        "",
    )
    title = _first(own, "headline", "name")
    return Block(
        _author(own),
        f"{title}\n\n{text}" if title and title not in text and text else text,
        _first(own, "datepublished", "datecreated"),
        review.get("id") or "",
        0,
    )


def _properties(
    review: lxml.html.HtmlElement,
) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """Yield the properties of a review, and not those of what it names."""
    left = [*review]
    while left:
        each = left.pop(0)
        for name in (each.get("itemprop") or "").lower().split():
            yield name, each
        if each.get("itemscope") is None:
            left[:0] = [*each]


def _author(own: list[tuple[str, lxml.html.HtmlElement]]) -> str:
    """Return who wrote a review; "" for an organisation and where nobody is named."""
    found = next((each for name, each in own if name in {"author", "creator"}), None)
    if found is None or _kind(found) == "Organization":
        return ""
    named = next((each for each in found.iter("*") if each.get("itemprop") == "name"), found)
    name = author_in(_said(named))
    return name if len(name) <= _LONGEST_NAME else ""


def _first(own: list[tuple[str, lxml.html.HtmlElement]], *names: str) -> str:
    told = (_said(each) for name in names for property_, each in own if property_ == name)
    return next(filter(None, told), "")


def _said(element: lxml.html.HtmlElement) -> str:
    said = element.get("content") or element.get("datetime") or element.text_content()
    return " ".join(said.split())


def _kind(element: lxml.html.HtmlElement) -> str:
    return (element.get("itemtype") or "").strip().rpartition("/")[2]
