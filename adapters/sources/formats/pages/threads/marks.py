"""Tells what the elements of a thread's page are: a name, somebody's words, a quote of others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml.etree import XPath

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import lxml.html

from adapters.sources.bylines import author_in
from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.formats.pages.works import names_maker

MOST_COST: Final = 2_000_000
"""On a page that costs more, nobody's words are told apart: it takes up to half a second."""

MOST_MARKS: Final = 5_000
"""On a page that names authors more often, nobody's words are told apart, either."""

_AUTHORS: Final = frozenset(
    "username user-name user_name author author-name author_name authorname post-author postauthor"
    " comment-author commentauthor comment-user poster fn nickname nick creator message-name hnuser"
    " message-author posted-by display-name user-link username-coloured person-listing full-name"
    " cauthorpane_author comment__author comment-author-name bbp-author-name post__author"
    " display-name__html".split()
)
_BODIES: Final = frozenset(
    "cooked post-body post-text post-content post_body postbody post-message message-body"
    " message-content messagetext bbwrapper s-prose comment-copy comment-content comment-text"
    " comment-body commtext usertext-body entry-content content body text md".split()
)
_BODY_PROPERTIES: Final = frozenset({"text", "articlebody", "commenttext"})
_QUOTES: Final = frozenset(
    "quote quotebox bbcodeblock--quote gmail_quote quote-box blockquote-author quotecontent"
    " bbc_standard_quote bbcode_quote ipsquote twitter-tweet instagram-media tiktok-embed"
    " bluesky-embed mastodon-embed reddit-embed-bq".split()
)
_CITED: Final = ("cite", "div/cite")
_LINKED: Final = ("a", "p/a", "div/a", "div/p/a")
"""Where in a quote its first line says whose words it has."""
_APART: Final = frozenset(
    "post-controls controls actions signature avatar vote votes voting post-menu post-meta meta"
    " comment-date comment-meta post-actions message-footer message-signature reply-link score"
    " toolbar quoteheader quotefooter embedded-posts js-selecttoquoteend"
    " message-lastedit edited_post lastedited sitebit"
    " bbp-topic-revision-log bbp-reply-revision-log".split()
)
_AROUND: Final = frozenset("nav footer aside button time form".split())
_LINES: Final = frozenset(
    "a b cite dd div dt em h1 h2 h3 h4 h5 h6 i li p span strong td th".split()
)
"""Where a known name may stand alone."""
_CORNERS: Final = frozenset({"td", "th", "dt"})
"""Where it may stand above what else there is to know of an author."""
HEADS: Final = frozenset("header h1 h2 h3 h4 h5 h6 th dt cite address".split())
_HEAD: Final = re.compile(r"name|user|author|head|byline|meta|info|profile|poster|vcard|avatar")
_MARKED: Final = HEADS | _AROUND | {"blockquote"}
_POSTS: Final = frozenset({"comment", "comment-block", "post"})
"""What may hold others of its kind, and is looked through for each."""
_called: Final = XPath("descendant-or-self::*[@class or @itemprop]")
_LONGEST_NAME: Final = 60
_LONGEST_HEAD: Final = 100
_KNOWN: Final = _AUTHORS | _BODIES | _QUOTES | _APART | _POSTS
_unquoted: Final = XPath("descendant::*[@data-excludequote]")
"""What Invision Community keeps out of quotes of a post: who edited it, and why."""
_cost: Final = XPath("count(descendant-or-self::*) + count(ancestor::*) + string-length() div 100")
"""A hundred characters cost what an element does."""


def thread_cost(tree: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]) -> int:
    """Return how many elements are looked at to tell apart whose words are whose.

    What says what it is has all within read, and is looked for from there up to the root.
    Counting ends soon after `MOST_COST`.

    Args:
        tree: The page.
        called: Those of it that are called something.
    """
    marked = {each for each in called if _says_what(each)}
    marked.update(tree.iter(*_MARKED))
    cost = 0
    for each in marked:
        cost += int(_cost(each))
        if cost > MOST_COST:
            break
    return cost


def _says_what(element: lxml.html.HtmlElement) -> bool:
    if element.get("itemprop"):
        return True
    said = classes_of(element)
    return not _KNOWN.isdisjoint(said) or any(map(_HEAD.search, said))


def called_in(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the elements that are called something, in their order.

    They are few on most pages, and the library finds them much sooner than by asking each.
    """
    found: list[lxml.html.HtmlElement] = _called(tree)
    return found


def quotes_in(
    tree: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]
) -> list[lxml.html.HtmlElement]:
    """Return the elements that show somebody else's words, and say whose.

    Args:
        tree: The page.
        called: Those of it that are called something.
    """
    found = dict.fromkeys((*called, *tree.iter("aside", "blockquote")))
    return [each for each in found if _is_quote(each)]


def _is_quote(element: lxml.html.HtmlElement) -> bool:
    is_called_so = not _QUOTES.isdisjoint(classes_of(element))
    if element.tag not in {"aside", "blockquote"}:
        return is_called_so
    of_whom = element.get("data-username") or element.get("data-quote")
    if of_whom or is_called_so or any(element.find(path) is not None for path in _CITED):
        return True
    links = (element.find(path) for path in _LINKED)
    return any(each is not None and "postmention" in classes_of(each) for each in links)


def marks_in(
    tree: lxml.html.HtmlElement,
    called: Iterable[lxml.html.HtmlElement],
    names: Collection[str],
    without: Collection[lxml.html.HtmlElement],
) -> dict[lxml.html.HtmlElement, str]:
    """Return the outermost elements that name an author, with the name.

    The search ends soon after `MOST_MARKS`.

    Args:
        tree: The page.
        called: Those of it that are called something.
        names: The names of authors, as far as the page tells them to programs.
        without: What quotes others: it is passed over, as every element for a quote is.
    """
    marks: dict[lxml.html.HtmlElement, str] = {}
    known = frozenset(names)
    lengths = sorted({len(each) for each in known if len(each) <= _LONGEST_NAME}, reverse=True)
    taken = {inner for each in without for inner in each.iter("*")}
    for quote in tree.iter("blockquote"):
        if quote not in taken:
            taken.update(quote.iter("*"))
    for each in tree.iter("*") if names else called:
        if each in taken or not _may_name(each, known) or names_maker(each):
            continue
        name = _name_in(each, known, lengths)
        if name and len(name) <= _LONGEST_NAME:
            marks[each] = name
            taken.update(each.iter("*"))
        if len(marks) > MOST_MARKS:
            break
    return marks


def _may_name(element: lxml.html.HtmlElement, names: frozenset[str]) -> bool:
    if element.get("itemprop") in {"author", "creator"}:
        return True
    if _is_name(element):
        return True
    said = (element.text or "").strip()
    return said in names and element.tag in (_CORNERS if len(element) else _LINES)


def _is_name(element: lxml.html.HtmlElement) -> bool:
    return not _AUTHORS.isdisjoint(classes_of(element))


def _name_in(element: lxml.html.HtmlElement, names: frozenset[str], lengths: list[int]) -> str:
    if (element.text or "").strip() in names:
        return (element.text or "").strip()
    saying = called_in(element) if len(element) else ()  # alone, it says as much by its words
    told = [each for each in saying if each.get("itemprop") == "name"]
    told += [each for each in saying if "fn" in classes_of(each)]
    told += [each for each in saying if each is not element and _is_name(each)]
    said = " ".join((told[0].get("content") or told[0].text_content()).split()) if told else ""
    said = said or element.get("content") or _shown_name(element)
    known = (said[:length] for length in lengths if not _goes_on(said[length : length + 1]))
    return next((name for name in known if name in names), None) or author_in(said)


def _shown_name(element: lxml.html.HtmlElement) -> str:
    """Return the words of an element: of its heading or its one link alone, if it has that."""
    headings = [*element.iter("h3", "h4", "h5")]
    links = [each for each in element.iter("a") if each.text_content().strip()]
    told = next((each[0] for each in (headings, links) if len(each) == 1), element)
    return " ".join(told.text_content().split())


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def is_head(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is the line or the corner of a post that tells who wrote it."""
    if not is_called_head(element) and element.tag not in HEADS:
        return False
    return len(element.text_content()) <= _LONGEST_HEAD


def is_called_head(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is called what tells of a post, however long it is."""
    return _are_of_head(classes_of(element))


def look_of(element: lxml.html.HtmlElement) -> tuple[str, str]:
    """Return what tells whether two elements look the same."""
    return element.tag, element.get("class") or ""


def beside_words(
    holder: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]
) -> set[lxml.html.HtmlElement]:
    """Return what stands in a block and is no part of its words: buttons, votes, notes of edits.

    Args:
        holder: The block.
        called: What in it is called something.
    """
    apart = (each for each in called if is_apart(each))
    return {*holder.iter(*_AROUND), *apart, *_unquoted(holder)} - {holder}


def is_apart(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is called something that is no part of anybody's words."""
    return not _APART.isdisjoint(classes_of(element))


def bodies_in(
    called: Iterable[lxml.html.HtmlElement], without: Collection[lxml.html.HtmlElement]
) -> list[lxml.html.HtmlElement]:
    """Return the outermost elements that are called somebody's words.

    Args:
        called: What is called something.
        without: What is no part of any words, with all that is within.
    """
    bodies = dict.fromkeys(each for each in called if is_body(each))
    apart = bodies.keys() | {*without}
    return [
        each
        for each in bodies
        if each not in without and not any(up in apart for up in each.iterancestors())
    ]


def properties_in(called: Iterable[lxml.html.HtmlElement], names: Collection[str]) -> Iterator[str]:
    """Yield what elements say for programs, under these names."""
    for each in called:
        if (each.get("itemprop") or "").lower() in names:
            yield each.get("content") or each.get("datetime") or ""


def is_body(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is called somebody's words."""
    said = (element.get("itemprop") or "").lower()
    return said in _BODY_PROPERTIES or not _BODIES.isdisjoint(classes_of(element))


@lru_cache(maxsize=1024)
def _are_of_head(classes: tuple[str, ...]) -> bool:
    return any(_HEAD.search(each) for each in classes)
