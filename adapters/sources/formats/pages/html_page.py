"""Reads a page as a browser saves it: its article is a post."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

import readability
from lxml.etree import iterwalk

from adapters.sources.copied_pages.furniture import without_furniture
from adapters.sources.dates import parse_date
from adapters.sources.encodings import decoded
from adapters.sources.file_defaults import host_of, source_name
from adapters.sources.formats.pages.extraction_cost import MOST_COST, extraction_cost
from adapters.sources.formats.pages.html_text import html_text, is_cut_off, parsed, tree_text
from adapters.sources.formats.pages.linked_data import blocks_in, kinds_of, name_of
from adapters.sources.formats.pages.thread_page import ThreadPage
from adapters.sources.rows import to_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE
)
_HEAD: Final = 4_096
_SHORT: Final = 250
"""An article of fewer characters is none to the extractor, which then gives the whole page."""
_SHORT_PAGE: Final = 2_000
_SCRAP: Final = 80
"""So long is a menu or a line of a footer at most."""
_ENDS: Final = (".", "!", "?", "…", "”", "»", '"')

_BLANKS: Final = re.compile(r"\s{8,}")
"""Runs that the extractor looks through once for each of their signs, again and again."""

_MOST_BLANKS: Final = 5_000_000
"""The most squares of their lengths, together, that it is given: some 0.2 seconds."""

_AROUND: Final = frozenset({"nav", "header", "footer", "aside"})
_TITLES: Final = ("og:title", "twitter:title", "dc.title")
_AUTHORS: Final = ("author", "article:author", "dc.creator", "twitter:creator")
_DATES: Final = ("article:published_time", "datepublished", "date", "dc.date", "pubdate")
_SAVED_FROM: Final = re.compile(
    r"<!-- saved from url=\(\d+\)(\S+) -->|<!--\s{1,9}Page saved with SingleFile\s{1,9}url: (\S+)"
)


def page_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the article of a page, without what stands around it."""
    try:
        html = decoded(data, _announced(data), "page", labels.file)
    except PostFormatError as error:
        yield error
        return
    tree = parsed(html)
    if tree is None:
        yield PostFormatError(labels.file, "empty_page")
        return
    said = _Said(tree)
    title = said.first(_TITLES) or said.title()
    url = _place(said.address() or _saved_from(html), labels.address)
    host = host_of(labels.address)
    text, count = without_furniture(_without_heading(_text(html, tree), title), is_page=True)
    labels.leave_out("page_furniture", count)
    row: dict[str, object] = {
        "scope": "page" if url else "",
        "id": url or labels.name,
        "source": source_name(
            host or said.first(("og:site_name",)) or host_of(url) or labels.source
        ),
        "title": title,
        "text": text,
        "author": said.author(),
        "url": url,
        "posted_at": said.date(),
    }
    thread = ThreadPage(tree, said.linked, is_article=said.is_article())
    for each in thread.rows(row, labels):
        yield to_post(each, labels, None)
    if (untold := thread.untold) is not None:
        yield PostFormatError(labels.file, untold.kind, **untold.values)
    if is_cut_off(tree):
        yield PostFormatError(labels.file, "nested_page")


def _text(html: str, tree: lxml.html.HtmlElement) -> str:
    """Return what a page says, as far as it tells that from what stands around it."""
    text = _article(html, tree) if extraction_cost(tree) <= MOST_COST else _all_but_menus(tree)
    if len(text) < _SHORT:
        return _main_part(tree) or text or tree_text(tree)
    return _of_one_article(tree, text)


def _without_heading(text: str, title: str) -> str:
    """Return the text without a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() or text if first.strip() == title else text


def _place(named: str, address: str) -> str:
    """Return where a page is: as it says itself, or where it was read if it names another host."""
    hosts = {host_of(each).removeprefix("www.") for each in (named, address)}
    return address if address and len(hosts) > 1 else named


def _announced(data: bytes) -> str:
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def _article(html: str, tree: lxml.html.HtmlElement) -> str:
    """Return the text of the main part of a page, or "" where none is found."""
    if "<pre" not in html.lower():  # else they are a part of the text
        html = _BLANKS.sub(" ", html)
    elif sum(len(run) ** 2 for run in _BLANKS.findall(html)) > _MOST_BLANKS:
        return _all_but_menus(tree)
    # It writes into the log what it also raises.
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        return html_text(readability.Document(html).summary(html_partial=True))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""


def _all_but_menus(tree: lxml.html.HtmlElement) -> str:
    """Return the text of what a page names its one main part, or else of all of it."""
    found = [*islice(_outermost(tree, "main"), 2)]
    return tree_text(found[0] if len(found) == 1 else tree, without=_AROUND)


def _of_one_article(tree: lxml.html.HtmlElement, text: str) -> str:
    """Return what a short page names its one article, where only scraps were found around it.

    What ends as a sentence does, or is long, may be the author's: it stays, and all the rest too.
    """
    found = [*islice(_outermost(tree, "article"), 2)]
    if len(found) != 1 or len(text) > _SHORT_PAGE:
        return text
    own = tree_text(found[0], without=_AROUND)
    lines = {" ".join(line.split()) for line in own.splitlines()}
    around = [line for each in text.splitlines() if (line := " ".join(each.split())) not in lines]
    are_scraps = all(len(line) <= _SCRAP and not line.endswith(_ENDS) for line in around)
    is_within = "".join(own.split()) in "".join(text.split())
    return own if own and is_within and are_scraps else text


def _main_part(tree: lxml.html.HtmlElement) -> str:
    """Return the text of what a page itself names its main part, without what stands around it."""
    for tag in ("article", "main"):
        texts = [tree_text(each, without=_AROUND) for each in _outermost(tree, tag)]
        if found := max(texts, key=len, default=""):
            return found
    return tree_text(tree, without=_AROUND)


def _outermost(tree: lxml.html.HtmlElement, tag: str) -> Iterator[lxml.html.HtmlElement]:
    """Yield the elements that are in no other, and in nothing that stands around a page.

    One within another has no more than that, and reading both would take twice as long.
    """
    walk = iterwalk(tree, events=("start",), tag=(tag, *_AROUND))
    for _, element in walk:
        walk.skip_subtree()
        if element.tag == tag:
            yield element


def _saved_from(html: str) -> str:
    found = _SAVED_FROM.search(html[:_HEAD])
    address = (found[1] or found[2]) if found else ""
    return address if address.startswith("http") else ""


class _Said:
    """What a page says of itself, for those who quote it."""

    def __init__(self, tree: lxml.html.HtmlElement) -> None:
        self._tree = tree
        self._meta: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = (element.get("content") or "").strip()
            if name and content:
                self._meta.setdefault(name.lower(), content)
        self.linked = blocks_in(tree)
        spoken = (each for each in self.linked if {"author", "datePublished"} & each.keys())
        self._linked = next(spoken, {})

    def first(self, names: tuple[str, ...]) -> str:
        """Return the first of these that the page says."""
        return next((self._meta[name] for name in names if name in self._meta), "")

    def title(self) -> str:
        """Return what the window is called."""
        found = self._tree.find(".//title")
        return " ".join(found.text_content().split()) if found is not None else ""

    def address(self) -> str:
        """Return where the page says that it belongs."""
        links = [
            element.get("href") or ""
            for element in self._tree.iter("link")
            if (element.get("rel") or "").lower() == "canonical"
        ]
        found = [each for each in [*links, self.first(("og:url",))] if each.startswith("http")]
        return found[0] if found else ""

    def author(self) -> str:
        """Return the author's name; an address is none."""
        found = name_of(self._linked.get("author")) or self.first(_AUTHORS)
        return "" if found.startswith(("http://", "https://", "@")) else found

    def is_article(self) -> bool:
        """Return whether it calls itself an article, whose comments are not its author's."""
        kinds = {kind for each in self.linked for kind in kinds_of(each)}
        is_said = any("Article" in kind or "BlogPosting" in kind for kind in kinds)
        return is_said or self.first(("og:type",)) == "article"

    def date(self) -> str:
        """Return when it was published, if that is said in a way that cannot be mistaken."""
        times = [element.get("datetime") for element in self._tree.iter("time")]
        for each in [self._linked.get("datePublished"), self.first(_DATES), *times[:1]]:
            try:
                return parse_date(str(each or "").strip()).isoformat()
            except ValueError:
                continue
        return ""
