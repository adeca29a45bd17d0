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
_NOTES: Final = re.compile(
    r"(?:^|[-_])(?:admonition|callout|note|tip|hint|info|warning|caution|danger|topic|starlight-aside"
    r"|footnote|doc-(?:footnote|tip|notice))(?:$|[-_])"
)
"""What a box is called that belongs to the words around it."""
_WORDS: Final = frozenset("p pre ul ol dl table blockquote figure h2 h3 h4 h5 h6 section".split())
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_ABOVE: Final = _WORDS | {"h1", "header", "hgroup"}
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


def said_in_asides(tree: lxml.html.HtmlElement) -> str:
    """Return what stands in the asides of a page: of those beside its article, all but links."""
    asides = [*islice(tree.iter("aside"), _MOST)]
    texts = [
        tree_text(each) if is_within_article(each) else _unlinked(each)
        for each in asides
        if not any(up.tag in AROUND for up in islice(each.iterancestors(), _DEEPEST))
    ]
    return "\n".join(texts)


def _unlinked(aside: lxml.html.HtmlElement) -> str:
    """Return what an aside says itself, and not by links to other pages."""
    lines = tree_text(aside, without=AROUND - {"aside"}).splitlines()
    links = {squeezed(each.text_content()) for each in aside.iter("a")}
    return "\n".join(each for each in lines if squeezed(each.lstrip("- ")) not in links)


def is_within_article(aside: lxml.html.HtmlElement) -> bool:
    """Return whether an aside stands in an article, and in nothing that is around or beside one."""
    return _article_of(aside) is not None


def _article_of(aside: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Return the article that an aside is set in; where a page names none, what has its words."""
    for up in islice(aside.iterancestors(), _DEEPEST):
        if up.tag == "article" or is_body(up):
            return up
        if up.tag == "main" or (up.get("role") or "").lower() == "main":
            return up if _is_among_words(aside) else None
        if up.tag == "body":
            break
        if up.tag in AROUND or _is_of_others(up):
            return None
    if not _is_among_words(aside):
        return None
    headed = (up for up in aside.iterancestors() if next(up.iter("h1"), None) is not None)
    return next(headed, None)


def _is_among_words(aside: lxml.html.HtmlElement) -> bool:
    """Return whether an aside stands between paragraphs, or is called a note and below one.

    What stands behind all words of a page may be a column of its site, and so may what has a
    heading of its own, or a link on a line of its own, and is called no note.
    """
    if not any(each.tag in _ABOVE for each in aside.itersiblings(preceding=True)):
        return False
    names = (*classes_of(aside), f"role-{(aside.get('role') or '').lower()}")
    is_note = any(map(_NOTES.search, names))
    if is_note:
        return True
    return any(each.tag in _WORDS for each in aside.itersiblings()) and not _may_be_of_site(aside)


def _may_be_of_site(aside: lxml.html.HtmlElement) -> bool:
    if next(aside.iter(*_HEADINGS), None) is not None:
        return True
    lines = {squeezed(line.lstrip("- ")) for line in tree_text(aside).splitlines()} - {""}
    return any(squeezed(each.text_content()) in lines for each in aside.iter("a"))


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
