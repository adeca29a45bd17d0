"""Tells what a page says of itself, for those who quote it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import Byline, date_beside
from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.formats.pages.linked_data import (
    blocks_in,
    body_in,
    is_article,
    makers_in,
    may_be_page,
    name_of,
)
from adapters.sources.formats.pages.mailing_list_page import listed_mail
from adapters.sources.formats.pages.own_article import own_first, with_own_review
from adapters.sources.formats.pages.page_byline import byline_of
from adapters.sources.formats.pages.shown_dates import is_of_review
from adapters.sources.formats.pages.works import is_maker_s_own
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    import lxml.html

_TITLES: Final = ("og:title", "twitter:title", "dc.title")
_AUTHORS: Final = ("author", "article:author", "dc.creator", "twitter:creator")
_DATES: Final = ("article:published_time", "datepublished", "date", "dc.date", "pubdate")
_PUBLISHED: Final = frozenset(
    {"published", "dt-published", "entry-date", "post-date", "wp-block-post-date"}
)
_ASIDE: Final = frozenset({"aside", "nav", "footer", "li"})
_BESIDE: Final = re.compile(r"comment|repl(?:y|ies)|related|teaser|sidebar|recommend")
"""How a page calls what stands beside its article, and is of another moment."""
_DEEPEST: Final = 40
_BYLINE: Final = 120
"""So long a line may be that says who wrote an article, and when."""
_LONGEST_DATE: Final = 60
_HAS_DAY: Final = re.compile(r"[^\W0_]")
_MOST_TIMES: Final = 1_000
"""So many moments on a page are looked at."""


class PageMetadata:
    """What a page says of itself.

    Args:
        tree: The page.

    Attributes:
        linked: Its linked data, with what is surely of the page itself first.
        has_own: Whether there is such.
        mail: The e-mail that it shows; empty where it shows none.
        byline: The line of its article that names its author, and the date there.
    """

    def __init__(self, tree: lxml.html.HtmlElement) -> None:
        self._tree = tree
        self._meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = (element.get("content") or "").strip()
            if name and content:
                self._meta.setdefault(name.lower(), []).append(content)
        self.mail = listed_mail(tree)
        self.byline = (
            Byline(self.mail.author, self.mail.date) if self.mail.author else byline_of(tree)
        )
        titles = {self.first((each,)) for each in _TITLES} | {self._window()}
        known = titles - {""}, self.address(), self.byline.author
        blocks = blocks_in(tree)
        is_maker = self.byline.author in makers_in(blocks) - {self.named()}
        if is_maker and not is_maker_s_own(tree, blocks, self.byline.date):
            self.byline = Byline(date=self.byline.date)
        self.linked, self.has_own = own_first(with_own_review(blocks, *known), *known)
        own = filter(may_be_page, self.linked)
        spoken = (each for each in own if {"author", "datePublished"} & each.keys())
        self._linked = next(spoken, {})

    def first(self, names: tuple[str, ...]) -> str:
        """Return the first of these that the page says."""
        return next((self._meta[name][0] for name in names if name in self._meta), "")

    def title(self) -> str:
        """Return what the page calls itself, or else what its window is called."""
        return self.first(_TITLES) or self._window()

    def _window(self) -> str:
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
        """Return the author's name, of several ones together; an address is none."""
        own = filter(may_be_page, self.linked)
        linked = (name_of(each.get("author")) for each in own)
        found = next(filter(None, chain(linked, (self.named(),))), "")
        is_of_site = found == self.first(("og:site_name",))
        return (self.byline.author if is_of_site else "") or found or self.byline.author

    def named(self) -> str:
        """Return whom the page itself names as its author, and not what is linked to it."""
        named = (name_of([*self._meta[name]]) for name in _AUTHORS if name in self._meta)
        return next(filter(None, named), "")

    def is_article(self) -> bool:
        """Return whether it calls itself an article, whose comments are not its author's."""
        return any(map(is_article, self.linked)) or self.first(("og:type",)) == "article"

    def body(self) -> str:
        """Return what it tells programs that its article says; "" where it does not."""
        return body_in(self.linked)

    def date(self) -> str:
        """Return when it was published, if that is said in a way that cannot be mistaken."""
        for each in (*self._dates_told(), self._date_beside()):
            if found := moment(each, None):
                return found.isoformat()
        return ""

    def age(self) -> str:
        """Return when it was published as it is written, beside its author or else for programs.

        Where a moment is told, it is "". A date that is all zeros is none.
        """
        if self.date():
            return ""
        told = (each[:_LONGEST_DATE] for each in self._dates_told() if _HAS_DAY.search(each))
        return self._date_beside() or next(told, "")

    def _dates_told(self) -> list[str]:
        """Return what it tells programs of when it was published, the surest first."""
        linked = self._linked.get("datePublished")
        named = (self._meta[name][0] for name in _DATES if name in self._meta)
        return ["" if linked is None else str(linked), *named, self._shown_date()]

    def _date_beside(self) -> str:
        beside = (date_beside(self.first((name,))) for name in _AUTHORS)
        return next(filter(None, beside), self.byline.date)

    def _shown_date(self) -> str:
        """Return the moment that its article says it is of, or the only one on the page.

        Beside an article others are listed with theirs, and it may tell when it was changed. Of
        what comments, reviews, asides and sentences tell, none is the page's.
        """
        shown = islice(self._tree.iter("time", "abbr"), _MOST_TIMES)
        times = [each for each in shown if _moment_of(each) and not is_of_review(each)]
        own = [each for each in times if any(up.tag == "article" for up in each.iterancestors())]
        published = [each for each in own or times if _says_published(each)]
        told = published or [each for each in own if not _is_of_else(each)] or times
        moments = dict.fromkeys(map(_moment_of, told))
        if any(map(_is_of_else, told)):
            return ""
        return next(iter(moments)) if len(moments) == 1 or (published and own) else ""


def _moment_of(time: lxml.html.HtmlElement) -> str:
    """Return the moment that a page tells programs; older ones do it in a title (hAtom)."""
    if time.tag == "abbr":
        return (time.get("title") or "") if "published" in classes_of(time) else ""
    return time.get("datetime") or ""


def _is_of_else(time: lxml.html.HtmlElement) -> bool:
    """Return whether a moment is that of a comment or another page, or is told in a sentence."""
    if _says_published(time):
        return False
    for each in islice(time.iterancestors(), _DEEPEST):
        if each.tag in _ASIDE or any(_BESIDE.search(name) for name in classes_of(each)):
            return True
    line = time.getparent()
    said = " ".join(line.text_content().split()) if line is not None and line.tag == "p" else ""
    return said.endswith((".", "!", "?")) or len(said) > _BYLINE


def _says_published(time: lxml.html.HtmlElement) -> bool:
    said = {*classes_of(time)}
    if "updated" in said and "published" not in said:
        return False
    around = time.getparent()
    if around is not None and _PUBLISHED & {*classes_of(around)}:  # WordPress's blocks
        return not any(up.tag in _ASIDE for up in around.iterancestors())
    return (
        bool(said & _PUBLISHED)
        or time.get("itemprop") == "datePublished"
        or "pubdate" in time.attrib
    )
