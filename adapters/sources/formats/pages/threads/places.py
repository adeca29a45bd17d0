"""Tells where on a page, or at which address of its own, each post of a thread stands."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import lxml.html

_PERMALINKS: Final = ("data-permalink", "permalink")
_ADDRESS: Final = re.compile(r"(?:https?://|/)\S{1,2000}")
_NUMBERED: Final = re.compile(r"\d")
"""What names one post has a number in it; what names all of them has none."""
_MOST_LEVELS: Final = 4
"""So far above the words of a post, the element is looked for that also holds the answers."""


def opened_by(
    marks: Iterable[lxml.html.HtmlElement],
) -> dict[lxml.html.HtmlElement, lxml.html.HtmlElement]:
    """Return for what holds names of authors the first of them: it is that one's post."""
    found: dict[lxml.html.HtmlElement, lxml.html.HtmlElement] = {}
    for mark in marks:
        for each in mark.iterancestors():
            found.setdefault(each, mark)
    return found


def place_of(
    holder: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement | None,
    opened: Mapping[lxml.html.HtmlElement, lxml.html.HtmlElement],
) -> str:
    """Return the address of a post, or else the name of its place on the page; "" for neither.

    Args:
        holder: What has the words of the post.
        mark: What names its author; None where nobody is named.
        opened: What begins with which name: a post may stand around those that answer it.
    """
    around = [*_around(holder, mark, opened)]
    within = [] if mark is None else [*_up_to(mark, holder)]
    told = (each.get(name) or "" for each in (*within, holder, *around) for name in _PERMALINKS)
    named = chain(
        [holder.get("id") or ""],
        (each.get("id") or "" for each in holder.iter("a")),
        filter(_NUMBERED.search, (each.get("id") or "" for each in (*within, *around))),
    )
    return next(chain(filter(_ADDRESS.fullmatch, told), filter(None, named)), "")


def _up_to(
    mark: lxml.html.HtmlElement, holder: lxml.html.HtmlElement
) -> Iterator[lxml.html.HtmlElement]:
    for each in mark.iterancestors():
        if each is holder:
            return
        yield each


def _around(
    holder: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement | None,
    opened: Mapping[lxml.html.HtmlElement, lxml.html.HtmlElement],
) -> Iterator[lxml.html.HtmlElement]:
    """Yield what holds a post and the answers to it, the nearest first."""
    if mark is not None:
        ups = islice(holder.iterancestors(), _MOST_LEVELS)
        yield from takewhile(lambda each: opened.get(each) is mark, ups)
