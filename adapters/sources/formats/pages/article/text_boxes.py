"""Tells the boxes of text that an author sets beside their words from what a site puts there."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import passages_beside, squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.article.text import is_body
from adapters.sources.formats.pages.html_text import classes_of, tree_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

_OTHERS: Final = re.compile(
    r"author|about|\bbio|byline|profile|relat|recommend|teaser|promo|newsletter|sign-?up|subscri"
    r"|sidebar|widget|shar(?:e|ing)|social|follow|\bad-|\bads?\b|advert|sponsor|banner|cookie"
    r"|comment|repl(?:y|ies)|toc\b|contents|nav|menu|tags|meta|toolbar|quote|card|most-read|popular"
    r"|trending|donat|support|paywall|disclaimer|embed"
)
"""What a part is called that is no box of an author's words."""
_CITED: Final = ("cite", "blockquote")
_PRESSED: Final = ("button", "form", "iframe", "input", "textarea", "select")
_LINKED: Final = 3
"""Links have less than this part of a box."""
_DEEPEST: Final = 40
_MOST: Final = 500
"""So many boxes of a page are looked at."""
_LONGEST: Final = 10_000


def text_boxes(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the asides within an article that are its author's: text, and hardly a link.

    One that only repeats what stands beside it is none, nor is one that quotes others.
    """
    return [each for each in _within_articles(tree) if _is_box(each)]


def asides_of_articles(tree: lxml.html.HtmlElement) -> str:
    """Return what stands in the asides within the articles of a page."""
    return "\n".join(map(tree_text, _within_articles(tree)))


def is_within_article(aside: lxml.html.HtmlElement) -> bool:
    """Return whether an aside stands in an article, and in nothing that is around or beside one."""
    return _article_of(aside) is not None


def _article_of(aside: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    for up in islice(aside.iterancestors(), _DEEPEST):
        if up.tag == "article" or is_body(up):
            return up
        if up.tag in AROUND or _is_of_others(up):
            return None
    return None


def _within_articles(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    return (each for each in islice(tree.iter("aside"), _MOST) if is_within_article(each))


def _is_box(aside: lxml.html.HtmlElement) -> bool:
    if _is_of_others(aside) or next(aside.iter(*_PRESSED, *_CITED), None) is not None:
        return False
    said = tree_text(aside)
    if len(said) > _LONGEST or not passages_beside(said, []):
        return False
    linked = sum(len(squeezed(each.text_content())) for each in aside.iter("a"))
    return linked * _LINKED < len(squeezed(said)) and not _is_said_beside(aside)


def _is_said_beside(aside: lxml.html.HtmlElement) -> bool:
    """Return whether all that a box says stands in its article, too."""
    article = _article_of(aside)
    whole = "" if article is None else squeezed(article.text_content())
    lines = (squeezed(line).strip("\"'“”„«»…") for line in tree_text(aside).splitlines())
    return all(whole.count(each) > 1 for each in lines if each)


def _is_of_others(element: lxml.html.HtmlElement) -> bool:
    names = (*classes_of(element), (element.get("id") or "").lower())
    return any(map(_OTHERS.search, names)) or bool(element.get("data-username"))
