"""Takes the words of others, named as theirs, off what somebody wrote."""

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

    What is only called a quote, and is no element for one, may be anything.

    Args:
        tree: What somebody wrote, or the page of it; it is changed.
        called: The elements of it that are called something.
    """
    quotes = {each for each in quotes_in(tree, called) if each.tag in _TAGS}
    outermost = [each for each in quotes if quotes.isdisjoint(each.iterancestors())]
    drop_elements(outermost, tree)
    return len(outermost)


def without_quotes(html: str) -> tuple[str, int]:
    """Return a part of a page without the quotes that say whose they are, and their number."""
    tree = parsed(html) if "quote" in html.lower() else None
    if tree is None or not (count := drop_quotes(tree, called_in(tree))):
        return html, 0
    return tostring(tree, encoding="unicode"), count
