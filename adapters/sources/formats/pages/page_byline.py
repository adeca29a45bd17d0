"""Finds the line of an article that says who wrote it, where the page tells that no program."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE, Byline, byline_in
from adapters.sources.formats.pages.html_text import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

_TAGS: Final = ("p", "div", "span", "address", "small", "h2", "h3", "h4", "h5", "h6", "header")
_CALLED: Final = re.compile(r"byline|author|submitted|posted-by")
"""How a page calls what names its author, whatever the name looks like."""
_BESIDE: Final = frozenset({"aside", "nav", "footer", "li", "blockquote"})
_OF_OTHERS: Final = re.compile(r"comment|repl(?:y|ies)|related|teaser|sidebar|recommend|quote")
"""How a page calls what stands beside its article."""
_LONGEST: Final = 200
_MOST: Final = 2_000
"""So many elements are looked at."""
_MOST_PARTS: Final = 8
_MOST_LINES: Final = 3
_PEOPLE: Final = re.compile(PEOPLE)


def byline_of(tree: lxml.html.HtmlElement) -> Byline:
    """Return who wrote the article of a page, and when, as it shows that; else nothing.

    The line stands in the one `<article>` of the page, or else in its one `<main>`.
    """
    found = [*_bylines(tree)]
    if len({each.author for each in found}) != 1:
        return Byline()
    return Byline(found[0].author, next((each.date for each in found if each.date), ""))


def _bylines(tree: lxml.html.HtmlElement) -> Iterator[Byline]:
    own = (each for each in tree.iter("article") if not _is_of_others(each))
    parts = [*islice(own, 2)] or [*islice(tree.iter("main"), 2)]
    if len(parts) != 1:
        return
    for each in islice(parts[0].iter(*_TAGS), _MOST):
        said = "" if len(each) > _MOST_PARTS else " ".join(each.text_content().split())
        if not said or len(said) > _LONGEST or _is_of_others(each):
            continue
        is_called = any(map(_CALLED.search, classes_of(each)))
        told = byline_in(said, is_named=is_called)
        if told is None and is_called and _PEOPLE.fullmatch(said):
            told = Byline(said)
        if told is not None and told.author:
            yield told


def _is_of_others(element: lxml.html.HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(
        each.tag in _BESIDE or any(map(_OF_OTHERS.search, classes_of(each))) for each in around
    )


def without_byline(text: str, byline: Byline) -> str:
    """Return a text without its first line that is this byline; a date alone is none."""
    if not byline.author:
        return text
    lines = text.split("\n")
    for at in [at for at, line in enumerate(lines) if line.strip()][:_MOST_LINES]:
        told = byline_in(lines[at])
        if told is not None and told.author == byline.author:
            return "\n".join([*lines[:at], *lines[at + 1 :]]).strip()
    return text
