"""Finds cards side by side on a page, each with a heading that is a link to another of the site."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urljoin, urlsplit

from adapters.sources.bylines import byline_in
from adapters.sources.file_defaults import host_of
from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.threads.marks import called_in, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import lxml.html

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_ANY_HEADING: Final = frozenset({"h1", *_HEADINGS})
_LINES: Final = ("p", "div", "span", "small", "address", "li")
_LONGEST_LINE: Final = 120
_SOMEBODY: Final = frozenset({"nofollow", "ugc", "author"})
FEW: Final = 2
"""So many are several."""
_MOST: Final = 500
_MOST_LEVELS: Final = 30


@dataclass(frozen=True, slots=True)
class Card:
    """A part of a page that leads to another one.

    Attributes:
        heading: Its heading.
        parts: What it is made of: one element, or several side by side.
    """

    heading: lxml.html.HtmlElement
    parts: tuple[lxml.html.HtmlElement, ...]

    @property
    def title(self) -> str:
        """What it is called, without white space."""
        return squeezed(self.heading.text_content())

    def words(self) -> str:
        """Return what it says."""
        return "\n".join(map(tree_text, self.parts))

    def names_author(self) -> bool:
        """Return whether it names who wrote the other page, and not in its heading."""
        own = {self.heading, *self.heading.iter("*"), *self.heading.iterancestors("a")}
        for part in self.parts:
            marks = marks_in(part, called_in(part), (), ())
            if any(each not in own and self.heading not in each.iter("*") for each in marks):
                return True
            lines = (each.text_content() for each in part.iter(*_LINES) if each not in own)
            shown = (byline_in(each) for each in lines if len(each) <= _LONGEST_LINE)
            if any(found is not None and found.author for found in shown):
                return True
        return False


def cards_side_by_side(
    tree: lxml.html.HtmlElement, own: lxml.html.HtmlElement, url: str
) -> list[list[Card]]:
    """Return the cards that stand side by side, at least two of them."""
    worded = (each for each in tree.iter(*_HEADINGS) if each.text_content().strip())
    headings = [*islice((each for each in worded if leads_away(each, url)), _MOST + 1)]
    if len(headings) > _MOST:
        return []  # a list of so many is what the page is about
    around = {*own.iterancestors()}
    held: dict[lxml.html.HtmlElement, int] = {}
    for each in headings:
        for up in islice(each.iterancestors(), _MOST_LEVELS):
            held[up] = held.get(up, 0) + 1
    groups: dict[lxml.html.HtmlElement, list[Card]] = {}
    for each in headings:
        card = each
        for up in each.iterancestors():
            if held.get(up, FEW) > 1 or up in around:
                break
            card = up
        parent = card.getparent()
        is_flat = card is each and parent not in around
        parts = (card, *_until_heading(card)) if is_flat else (card,)
        groups.setdefault(parent, []).append(Card(each, parts))
    return [each for each in groups.values() if len(each) >= FEW and _is_of_site(each, tree, url)]


def _until_heading(heading: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    return takewhile(lambda each: each.tag not in _ANY_HEADING, heading.itersiblings())


def _target(heading: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Return the link that a heading is, or that is all of it."""
    around = next(heading.iterancestors("a"), None)
    if around is not None:
        return around
    links = [*islice(heading.iter("a"), FEW)]
    is_all = links and squeezed(links[0].text_content()) == squeezed(heading.text_content())
    return links[0] if is_all else None


def leads_away(heading: lxml.html.HtmlElement, url: str) -> bool:
    """Return whether a heading is a link to another page of the site, and not to somebody.

    A comment's own page stands below that of what it comments on.
    """
    link = _target(heading)
    if link is None or _SOMEBODY & {*(link.get("rel") or "").lower().split()}:
        return False
    place = (link.get("href") or "").strip()
    to = split_address(place, url)
    if place[:1] in {"", "#", "?"} or to is None or to.scheme not in {"", "http", "https"}:
        return False
    own = split_address(url, "")
    if not url or own is None:
        return bool(to.path.strip("/"))
    path = f"{own.path.rstrip('/')}/"
    return _are_of_one_site(own, to) and not f"{to.path.rstrip('/')}/".startswith(path)


def split_address(place: str, url: str) -> SplitResult | None:
    """Return the parts of an address as it stands on a page at another; None where it is none."""
    with suppress(ValueError):
        return urlsplit(urljoin(url, place))
    return None


def _host_of(link: lxml.html.HtmlElement) -> str:
    return host_of(link.get("href") or "")


def _are_of_one_site(one: SplitResult, other: SplitResult) -> bool:
    first, second = (f".{(each.hostname or '').removeprefix('www.')}" for each in (one, other))
    return first.endswith(second) or second.endswith(first)


def _is_of_site(group: Sequence[Card], tree: lxml.html.HtmlElement, url: str) -> bool:
    """Return whether cards lead to the site of a page: to its one host, to which others lead too.

    Where the page stands is not always known.
    """
    links = [link for each in group if (link := _target(each.heading)) is not None]
    hosts = {*map(_host_of, links)}
    if url or hosts == {""}:
        return True
    others = (each for each in tree.iter("a", "link") if each not in links)
    return len(hosts) == 1 and not hosts.isdisjoint(map(_host_of, islice(others, _MOST)))
