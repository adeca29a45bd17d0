"""Tells what the elements of a thread's page are: a name, somebody's words, a quote of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml.etree import iterwalk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import lxml.html

MOST_COST: Final = 2_000_000
"""On a page that costs more, nobody's words are told apart: it takes up to half a second."""

_AUTHORS: Final = frozenset(
    "username user-name user_name author author-name author_name authorname post-author postauthor"
    " comment-author commentauthor comment-user poster fn nickname nick creator message-name hnuser"
    " message-author posted-by display-name user-link".split()
)
_BODIES: Final = frozenset(
    "cooked post-body post-text post-content post_body postbody post-message message-body"
    " message-content messagetext bbwrapper s-prose comment-copy comment-content comment-text"
    " comment-body commtext usertext-body entry-content content body text md".split()
)
_BODY_PROPERTIES: Final = frozenset({"text", "articlebody", "commenttext"})
_QUOTES: Final = frozenset(
    "quote quotebox bbcodeblock--quote gmail_quote quote-box blockquote-author quotecontent".split()
)
_APART: Final = frozenset(
    "post-controls controls actions signature avatar vote votes voting post-menu post-meta meta"
    " comment-meta post-actions message-footer message-signature reply-link score toolbar".split()
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
_MAY_QUOTE: Final = "descendant-or-self::*[@class or self::aside or self::blockquote]"
_SAYS_WHAT: Final = "descendant-or-self::*[@class or @itemprop]"
_LONGEST_NAME: Final = 60
_LONGEST_HEAD: Final = 100
_OF_TEXT: Final = 100
"""So many characters cost what an element does."""


def thread_cost(tree: lxml.html.HtmlElement) -> int:
    """Return how many elements are looked at to tell apart whose words are whose.

    What says what it is has all within read, and is looked for from there up to the root.
    Counting ends soon after `MOST_COST`.
    """
    cost = depth = 0
    marked = [0]
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            marked.pop()
            cost += marked[-1] * (len(element.tail or "") // _OF_TEXT)
            continue
        depth += 1
        is_marked = element.tag in _MARKED or bool(element.get("class") or element.get("itemprop"))
        around = marked[-1] + (is_marked and _says_what(element))
        cost += around * (1 + len(element.text or "") // _OF_TEXT)
        cost += depth * (around - marked[-1])
        marked.append(around)
        if cost > MOST_COST:
            break
    return cost


def _says_what(element: lxml.html.HtmlElement) -> bool:
    if element.tag in _MARKED or element.get("itemprop"):
        return True
    said = classes_of(element)
    return bool(said & (_AUTHORS | _BODIES | _QUOTES | _APART)) or any(map(_HEAD.search, said))


def quotes_in(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the elements that show somebody else's words, and say whose."""
    return [each for each in tree.xpath(_MAY_QUOTE) if _is_quote(each)]


def _is_quote(element: lxml.html.HtmlElement) -> bool:
    if element.tag not in {"aside", "blockquote"}:
        return bool(classes_of(element) & _QUOTES)
    of_whom = element.get("data-username") or element.get("data-quote")
    return bool(of_whom or classes_of(element) & _QUOTES or element.find("cite") is not None)


def marks_in(
    tree: lxml.html.HtmlElement,
    names: Collection[str],
    without: Collection[lxml.html.HtmlElement],
) -> dict[lxml.html.HtmlElement, str]:
    """Return the outermost elements that name an author, with the name.

    Args:
        tree: The page.
        names: The names of authors, as far as the page tells them to programs.
        without: What quotes others: it is passed over.
    """
    marks: dict[lxml.html.HtmlElement, str] = {}
    known = frozenset(names)
    lengths = sorted({len(each) for each in known if len(each) <= _LONGEST_NAME}, reverse=True)
    taken = {inner for each in without for inner in each.iter("*")}
    # Few elements of most pages say what they are, and these are soon found.
    for each in tree.iter("*") if names else tree.xpath(_SAYS_WHAT):
        if each in taken or not _may_name(each, known):
            continue
        name = _name_in(each, known, lengths)
        if name and len(name) <= _LONGEST_NAME:
            marks[each] = name
            taken.update(each.iter("*"))
    return marks


def _may_name(element: lxml.html.HtmlElement, names: frozenset[str]) -> bool:
    if element.get("itemprop") in {"author", "creator"} or classes_of(element) & _AUTHORS:
        return True
    said = (element.text or "").strip()
    return said in names and element.tag in (_CORNERS if len(element) else _LINES)


def _name_in(element: lxml.html.HtmlElement, names: frozenset[str], lengths: list[int]) -> str:
    if (element.text or "").strip() in names:
        return (element.text or "").strip()
    told = [each for each in element.iter("*") if each.get("itemprop") == "name"]
    told += [each for each in element.iter("*") if "fn" in classes_of(each)]
    said = " ".join((told[0].get("content") or told[0].text_content()).split()) if told else ""
    said = said or element.get("content") or " ".join(element.text_content().split())
    known = (said[:length] for length in lengths if not _goes_on(said[length : length + 1]))
    return next((name for name in known if name in names), said)


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def is_head(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is the line or the corner of a post that tells who wrote it."""
    is_called_so = any(_HEAD.search(each) for each in classes_of(element))
    if not is_called_so and element.tag not in HEADS:
        return False
    return len(element.text_content()) <= _LONGEST_HEAD


def beside_words(holder: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield what stands in a block and is no part of its words: buttons, votes, signatures."""
    for each in holder.iter("*"):
        if each is not holder and (each.tag in _AROUND or classes_of(each) & _APART):
            yield each


def bodies_in(holder: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the outermost elements that are called somebody's words."""
    bodies = dict.fromkeys(each for each in holder.iter("*") if _is_body(each))
    return [each for each in bodies if not any(up in bodies for up in each.iterancestors())]


def _is_body(element: lxml.html.HtmlElement) -> bool:
    said = (element.get("itemprop") or "").lower()
    return said in _BODY_PROPERTIES or bool(classes_of(element) & _BODIES)


def classes_of(element: lxml.html.HtmlElement) -> set[str]:
    """Return the classes of an element, in lower case."""
    return set((element.get("class") or "").lower().split())
