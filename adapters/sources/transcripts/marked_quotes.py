"""Marks what a message quotes as plain words mark it, each line behind ">"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of, tree_text
from index.text.quoted import as_quoted

if TYPE_CHECKING:
    import lxml.html

_QUOTE: Final = "chatlog__markdown-quote"


def words_of(element: lxml.html.HtmlElement) -> str:
    """Return what a message on a page says, with its quotes marked; the page is changed."""
    quotes = {each for each in element.iter() if _is_quote(each)}
    # What is within another is marked with it: each alone would read all within it again.
    for each in [each for each in quotes if quotes.isdisjoint(each.iterancestors())]:
        marked = as_quoted(tree_text(each))
        each.clear(keep_tail=True)
        each.tag, each.text = "pre", marked
    return tree_text(element)


def _is_quote(element: lxml.html.HtmlElement) -> bool:
    return element.tag == "blockquote" or _QUOTE in classes_of(element)
