"""Finds the words of an article among all that stands on its page."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

import readability

from adapters.sources.formats.pages.article.data_tables import with_data_tables_kept
from adapters.sources.formats.pages.article.linked_headings import with_linked_headings
from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.article.pictures import AROUND, outermost
from adapters.sources.formats.pages.article.short_lists import with_lists_kept
from adapters.sources.formats.pages.html_text import classes_of, html_text, tree_text

if TYPE_CHECKING:
    import lxml.html

_SHORT: Final = 250
"""An article of fewer characters is none to the extractor, which then gives the whole page."""
SHORT_PAGE: Final = 2_000
_SCRAP: Final = 80
"""So long is a menu or a line of a footer at most."""
_ENDS: Final = (".", "!", "?", "…", "”", "»", '"')

_BODIES: Final = frozenset(
    "entry-content post-content article-content article-body article__body article__content"
    " e-content post-body post__content story-body gh-content wp-block-post-content".split()
)
"""So pages call what holds the words of their article."""

_BEGINNING: Final = 60
"""So many letters of an article tell whether a text has it."""

_MOST_ARTICLES: Final = 100
"""So many articles of a page are looked at."""

_BLANKS: Final = re.compile(r"\s{8,}")
"""Runs that the extractor looks through once for each of their signs, again and again."""

_MOST_BLANKS: Final = 5_000_000
"""The most squares of their lengths, together, that it is given: some 0.2 seconds."""


def article_text(html: str, tree: lxml.html.HtmlElement, *, is_costly: bool) -> str:
    """Return what a page says, as far as it tells that from what stands around it."""
    text = all_but_menus(tree) if is_costly else with_linked_headings(_article(html, tree), tree)
    if len(text) < _SHORT or _is_of_others(tree, text):
        return _main_part(tree) or text or tree_text(tree)
    return _of_one_article(tree, text)


def of_the_article(text: str, body: str, tree: lxml.html.HtmlElement, title: str) -> str:
    """Return what of a text the page says is of its article, where others may speak around it.

    Args:
        text: What was read of the page.
        body: What the page tells programs that the article says; "" for nothing.
        tree: The page.
        title: What the article is called: its element has a heading of these words.
    """
    if body and squeezed(body)[:_BEGINNING] not in squeezed(text):
        return body
    found = [*islice(outermost(tree, "article"), 2)]
    if len(found) != 1 or not _is_headed(found[0], title):
        return text
    own = tree_text(found[0])
    lines = {*map(squeezed, own.splitlines())} - {""}
    kept = [line for line in text.split("\n") if not line.strip() or squeezed(line) in lines]
    said = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return said if said and said != title else own


def _is_headed(article: lxml.html.HtmlElement, title: str) -> bool:
    headings = (squeezed(each.text_content()) for each in article.iter("h1", "h2"))
    return any(each and each in squeezed(title) for each in headings)


def _article(html: str, tree: lxml.html.HtmlElement) -> str:
    """Return the text of the main part of a page, or "" where none is found."""
    if "<pre" not in html.lower():  # else they are a part of the text
        html = _BLANKS.sub(" ", html)
    elif sum(len(run) ** 2 for run in _BLANKS.findall(html)) > _MOST_BLANKS:
        return all_but_menus(tree)
    # It writes into the log what it also raises.
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        page = readability.Document(with_lists_kept(with_data_tables_kept(html)))
        return html_text(page.summary(html_partial=True))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""


def is_body(element: lxml.html.HtmlElement) -> bool:
    """Return whether a page calls an element the words of its article."""
    said = (element.get("itemprop") or "").lower().split()
    return "articlebody" in said or not _BODIES.isdisjoint(classes_of(element))


def all_but_menus(tree: lxml.html.HtmlElement) -> str:
    """Return the text of what a page names its one main part, or else of all of it."""
    found = [*islice(outermost(tree, "main"), 2)]
    return tree_text(found[0] if len(found) == 1 else tree, without=AROUND)


def _of_one_article(tree: lxml.html.HtmlElement, text: str) -> str:
    """Return what a short page names its one article, or main part, where scraps stand around it.

    What ends as a sentence does, or is long, may be the author's: it stays, and all the rest too.
    """
    found = [*islice(outermost(tree, "article"), 2)] or [*islice(outermost(tree, "main"), 2)]
    if len(found) != 1 or len(text) > SHORT_PAGE:
        return text
    own = tree_text(found[0], without=AROUND)
    lines = {" ".join(line.split()) for line in own.splitlines()}
    around = [line for each in text.splitlines() if (line := " ".join(each.split())) not in lines]
    are_scraps = all(map(_is_scrap, around))
    is_within = "".join(own.split()) in "".join(text.split())
    return own if own and is_within and are_scraps else text


def _main_part(tree: lxml.html.HtmlElement) -> str:
    """Return the text of what a page itself names its main part, without what stands around it.

    Within it, what it calls the words of its article is enough where only scraps stand beside.
    """
    own = _own_words(tree)
    for tag in ("article", "main", "html"):
        parts = [tree] if tag == "html" else _own_of([*outermost(tree, tag)], tree)
        texts = [tree_text(each, without=AROUND) for each in parts]
        if found := max(texts, key=len, default=""):
            return own if own and _is_all_but_scraps(own, found) else found
    return ""


def _own_of(
    parts: list[lxml.html.HtmlElement], tree: lxml.html.HtmlElement
) -> list[lxml.html.HtmlElement]:
    """Return those of several parts that may be a page's own, and not the heads of others.

    Where one has the heading that the page is called by, those whose heading is a link are others.
    """
    window = tree.find(".//title")
    title = "" if window is None else window.text_content()
    if len(parts) < 2 or not any(_is_headed(each, title) for each in parts):  # noqa: PLR2004
        return parts
    return [each for each in parts if _is_headed(each, title) or not _is_led_by_link(each)]


def _is_of_others(tree: lxml.html.HtmlElement, text: str) -> bool:
    """Return whether a text has nothing of a page's own article, but the heads of others."""
    parts = [*islice(outermost(tree, "article"), _MOST_ARTICLES)]
    own = _own_of(parts, tree)
    if len(own) == len(parts):
        return False
    said = squeezed(text)
    headings = {squeezed(each.text_content()) for part in own for each in part.iter("h1", "h2")}
    lines = {squeezed(line) for part in own for line in tree_text(part, without=AROUND).split("\n")}
    words = lines - headings - {""}
    return bool(words) and not any(each in said for each in words)


def _is_led_by_link(part: lxml.html.HtmlElement) -> bool:
    heading = next(part.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    if heading is None:
        return False
    return any(
        next(each, None) is not None for each in (heading.iter("a"), heading.iterancestors("a"))
    )


def _own_words(tree: lxml.html.HtmlElement) -> str:
    """Return what a page calls the words of its article, if it does so once; "" else."""
    bodies = [each for each in tree.iter("div", "section") if is_body(each)]
    outer = [each for each in bodies if not any(up in bodies for up in each.iterancestors())]
    return tree_text(outer[0]) if len(outer) == 1 else ""


def _is_all_but_scraps(own: str, whole: str) -> bool:
    lines = {squeezed(line) for line in own.splitlines()}
    around = [line.strip() for line in whole.splitlines() if squeezed(line) not in lines]
    return squeezed(own) in squeezed(whole) and all(map(_is_scrap, around))


def _is_scrap(line: str) -> bool:
    return len(line) <= _SCRAP and not line.endswith(_ENDS)
