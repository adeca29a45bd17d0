"""Reads posts that a page marks for programs where their words stand: microdata."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from adapters.sources.bylines import author_in, date_beside
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.linked_data import ACCEPTED, THREADS
from adapters.sources.formats.pages.shown_dates import titled_date
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements
from adapters.sources.formats.pages.threads.marks import (
    beside_words,
    called_in,
    marks_in,
    quotes_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import lxml.html

_OPENERS: Final = THREADS - {"QAPage"}
_POSTS: Final = _OPENERS | {"Answer", "Comment", "UserComments"}
_AUTHORS: Final = ("author", "creator")
_TITLES: Final = ("headline", "name")
_TEXTS: Final = ("text", "articlebody", "commenttext")
_DATES: Final = ("datepublished", "datecreated", "commenttime")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class MarkedThread:
    """What a page marks as the posts of a thread.

    Attributes:
        title: What the opener's post is called; "" where it has no title.
        url: Where the opener's post stands; "" where that is not marked.
        blocks: The words of each person, the opener's first.
    """

    title: str
    url: str
    blocks: list[Block]


@dataclass(slots=True)
class _Scope:
    """A marked post: its element, those of its own properties, and what else was in it."""

    element: lxml.html.HtmlElement
    properties: dict[str, list[lxml.html.HtmlElement]] = field(default_factory=dict)
    quotes: int = 0
    holds_others: bool = False

    def first(self, names: Sequence[str]) -> lxml.html.HtmlElement | None:
        return next((each for name in names for each in self.properties.get(name, ())), None)

    def said(self, names: Sequence[str]) -> str:
        """Return what the first of these properties says for programs, or else shows."""
        found = self.first(names)
        return "" if found is None else _said(found)

    def author(self) -> str:
        """Return the author's name; "" where none is told."""
        found = self.first(_AUTHORS)
        if found is None:
            return ""
        named = (each for each in found.iter("*") if each.get("itemprop") == "name")
        name = author_in(_said(next(named, found)))
        return name if len(name) <= _LONGEST_NAME else ""

    def date(self) -> str:
        """Return when the post was written, as it is told; "" where it is not."""
        found = self.first(_AUTHORS)
        beside = "" if found is None else date_beside(found.text_content())
        shown = "" if self.holds_others else titled_date(self.element)
        return self.said(_DATES) or shown or beside

    def place(self, address: str) -> str:
        """Return where the post stands; "" where no whole address of it is told."""
        found = self.first(("url",))
        link = "" if found is None else found.get("href") or found.get("content") or ""
        try:
            whole = urljoin(address, link.strip()) if link else ""
        except ValueError:
            return ""
        return whole if whole.startswith(("http://", "https://")) else ""


def marked_thread(
    tree: lxml.html.HtmlElement, called: Collection[lxml.html.HtmlElement], address: str
) -> MarkedThread | None:
    """Return the posts of a thread that a page marks, each with the words that are its own.

    Args:
        tree: The page; it is changed where it is such a thread.
        called: Those of it that are called something.
        address: Where the page stands, for links that are relative to it; "" where not known.

    Returns:
        None where the page marks no thread of two posts with their words, or names somebody in a
        post of whom its marks say nothing: then others speak in it.
    """
    quotes = quotes_in(tree, called)
    scopes = _scopes(tree, quotes)
    if len(scopes) < 2:  # noqa: PLR2004 -- a thread is of two
        return None
    opener, *others = scopes.values()
    if _kind(opener.element) not in _OPENERS:
        return None
    titles = () if opener.first(_TEXTS) is not None else _TITLES
    if not all(each.said(_TEXTS) for each in others) or not opener.said((*_TEXTS, *titles)):
        return None
    if _names_others(marks_in(tree, called, (), quotes), scopes):
        return None
    title, url = opener.said(_TITLES), opener.place(address)
    drop_elements(quotes, tree)
    # What is within others is read, and dropped, first.
    blocks = [_block(each, scopes, address) for each in reversed(scopes.values())][::-1]
    first = blocks[0]
    if not first.text:
        first = replace(first, text=title)
    found = [first, *(each for each in blocks[1:] if each.text)]
    return MarkedThread(title, url, found)


def _scopes(
    tree: lxml.html.HtmlElement, quotes: Collection[lxml.html.HtmlElement]
) -> dict[lxml.html.HtmlElement, _Scope]:
    """Return the marked posts of a page, in their order, but for those that a post quotes."""
    found: dict[lxml.html.HtmlElement, _Scope] = {}
    around: dict[lxml.html.HtmlElement, lxml.html.HtmlElement | None] = {}
    apart = {*quotes}
    quoted: set[lxml.html.HtmlElement] = set()
    for each in tree.iter("*"):
        parent = each.getparent()
        scope = around.get(parent) if parent is not None else None
        if parent in quoted or each in apart:
            if each in apart and parent not in quoted and (post := _post_around(each, found)):
                post.quotes += 1
            quoted.add(each)
            continue
        if scope in found:
            for name in (each.get("itemprop") or "").lower().split():
                found[scope].properties.setdefault(name, []).append(each)
        is_scope = each.get("itemscope") is not None
        around[each] = each if is_scope else scope
        if is_scope and _kind(each) in _POSTS:
            if post := _post_around(each, found):
                post.holds_others = True
            found[each] = _Scope(each)
    return found


def _post_around(
    element: lxml.html.HtmlElement, scopes: Mapping[lxml.html.HtmlElement, _Scope]
) -> _Scope | None:
    return next((scopes[up] for up in element.iterancestors() if up in scopes), None)


def _names_others(
    marks: Mapping[lxml.html.HtmlElement, str], scopes: Mapping[lxml.html.HtmlElement, _Scope]
) -> bool:
    """Return whether anybody is named in a post who is not its author, as who writes is named."""
    authors = {each: scope.author() for each, scope in scopes.items()}
    posts = ((name, _post_around(each, scopes)) for each, name in marks.items())
    return any(post is not None and name != authors[post.element] for name, post in posts)


def _block(scope: _Scope, scopes: Collection[lxml.html.HtmlElement], address: str) -> Block:
    bodies = {each: None for name in _TEXTS for each in scope.properties.get(name, ())}
    outermost = [each for each in bodies if not any(up in bodies for up in each.iterancestors())]
    return Block(
        author=scope.author(),
        text="\n\n".join(filter(None, (_words(each, scopes) for each in outermost))),
        date=scope.date(),
        anchor=scope.place(address) or scope.element.get("id") or "",
        quotes=scope.quotes,
        is_accepted=ACCEPTED in (scope.element.get("itemprop") or ""),
    )


def _words(body: lxml.html.HtmlElement, scopes: Collection[lxml.html.HtmlElement]) -> str:
    if body.tag == "meta":
        return (body.get("content") or "").strip()
    called = called_in(body)
    others = {each for each in called if each in scopes}
    drop_elements((others | beside_words(body, called)) - {body}, body)
    return tree_text(body)


def _kind(element: lxml.html.HtmlElement) -> str:
    return (element.get("itemtype") or "").strip().rpartition("/")[2]


def _said(element: lxml.html.HtmlElement) -> str:
    said = element.get("content") or element.get("datetime") or element.text_content()
    return " ".join(said.split())
