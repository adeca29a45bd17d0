"""Tells who made a book or another work that a page is about from who wrote on the page."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.formats.pages.linked_data import WORKS, is_article, kinds_of

if TYPE_CHECKING:
    import lxml.html

_CALLED: Final = re.compile(
    r"(?:(?:featured|single|wc|c|m)[-_]{1,2})?(?:books?|products?|movies?|films?|albums?|novels?"
    r"|paintings?|artworks?)(?:[-_]{1,2}(?:card|item|entry|tile|box|listing|block|info|details?"
    r"|wrap(?:per)?|container|summary|row|inner|content|meta))*"
)
"""How a page calls the part that is about a work."""
_SAYING: Final = re.compile(
    r"(?:.*[-_])?(?:reviews?|comments?|repl(?:y|ies)|answers?|questions?|posts?|messages?"
    r"|testimonials?|quotes?|critics?|opinions?)(?:[-_].*)?"
)
"""How it calls what somebody says of one."""
_SAID_BY: Final = re.compile(
    r"\b(?:review|test|rat|recommend|pick|chos|criti|bespr|rezens|empfohl|empfiehl|getestet|gelesen"
    r"|avis|chroniqu|conseill|choisi|reseñ|opin|recomend|elegid)",
    re.IGNORECASE,
)
"""How a line goes on that names who speaks of a work."""
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_LEVELS: Final = 6
_LINE: Final = 120
_LONGEST: Final = 2_000
"""So many characters are said of one work among others."""


def names_maker(mark: lxml.html.HtmlElement) -> bool:
    """Return whether a name on a page is that of who made the work that stands around it.

    Microdata says so; else the part is called a book or the like, has a heading, and no moment
    at which anybody wrote in it.
    """
    for up in islice(mark.iterancestors(), _LEVELS):
        kind = (up.get("itemtype") or "").rpartition("/")[2]
        if kind:
            if kind in WORKS:
                return True
            if kind not in {"Person", "Organization"}:
                return False
        if up.tag in {"body", "html", "main"}:
            return False
        names = classes_of(up)
        if any(map(_SAYING.fullmatch, names)):
            return False
        if any(map(_CALLED.fullmatch, names)) and next(up.iter(*_HEADINGS), None) is not None:
            return _is_about_work(up, mark)
    return False


def is_title_of_work(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is the heading of a part of a page that is about a work."""
    return element.tag in _HEADINGS and names_maker(element)


def is_maker_s_own(tree: lxml.html.HtmlElement, blocks: list[dict[str, object]], date: str) -> bool:
    """Return whether a page with the byline of who made a work is an article by them.

    Its heading is not the name of the work, and speaks of no review; where it holds that name, the
    byline has a date.
    """
    articles = [*islice(tree.iter("article"), 2)]
    head = next(articles[0].iter("h1", "h2"), None) if len(articles) == 1 else None
    title = "" if head is None else " ".join(head.text_content().split()).casefold()
    told = (each for each in blocks if kinds_of(each) & WORKS and not is_article(each))
    works = {" ".join(str(each.get("name") or "").split()).casefold() for each in told} - {""}
    if not title or title in works or _SAID_BY.search(title):
        return False
    return bool(date) or not any(each in title for each in works)


def _is_about_work(part: lxml.html.HtmlElement, mark: lxml.html.HtmlElement) -> bool:
    """Return whether a part says who made one work, and not who speaks of it, or when."""
    if next(part.iter("h1", "time", "textarea"), None) is not None:
        return False
    around = mark.getparent()
    line = mark.text_content()
    if around is not None and around is not part and len(around.text_content()) <= _LINE:
        line = around.text_content()
    if len(part.text_content()) > _LONGEST or _SAID_BY.search(line):
        return False
    alike = (each for each in part.iter(mark.tag) if each.get("class") == mark.get("class"))
    return all(each is mark or each.getparent() is around for each in alike)
