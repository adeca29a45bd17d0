"""Takes the words of others, named as theirs, off what somebody wrote, and marks other quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml.etree import tostring

from adapters.sources.formats.pages.html_text import parsed
from adapters.sources.formats.pages.threads.blocks import drop_elements
from adapters.sources.formats.pages.threads.marks import called_in, quotes_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    import lxml.html

_TAGS: Final = frozenset({"aside", "blockquote"})


def drop_quotes(tree: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]) -> int:
    """Drop the quotes that say whose words they have, and return how many there were.

    Args:
        tree: What somebody wrote, or the page of it; it is changed.
        called: The elements of it that are called something.
    """
    quotes = {each for each in quotes_in(tree, called) if each.tag in _TAGS}
    outermost = [each for each in quotes if quotes.isdisjoint(each.iterancestors())]
    drop_elements(outermost, tree)
    return len(outermost)


def mark_quotes(tree: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]) -> bool:
    """Make what is only called a quote an element for one, and return whether anything is.

    Args:
        tree: What somebody wrote, or the page of it; it is changed.
        called: The elements of it that are called something.
    """
    quotes = [each for each in quotes_in(tree, called) if each.tag not in _TAGS]
    for each in quotes:
        each.tag = "blockquote"
    return bool(quotes)


def without_quotes(html: str) -> tuple[str, int]:
    """Return a part of a page without the quotes that say whose they are, and their number.

    Others are elements for a quote, whose lines begin with ">" when they are read.
    """
    tree = parsed(html) if "quote" in html.lower() else None
    if tree is None:
        return html, 0
    called = called_in(tree)
    count, is_marked = drop_quotes(tree, called), mark_quotes(tree, called)
    return (tostring(tree, encoding="unicode"), count) if count or is_marked else (html, 0)
