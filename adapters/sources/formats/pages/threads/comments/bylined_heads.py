"""Reads who wrote a block of a page and when, where it begins or ends with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml.etree import iterwalk

from adapters.sources.bylines import PEOPLE, byline_in
from adapters.sources.dates.in_lines import age_in, date_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import lxml.html

_NAME: Final = re.compile(r"@?[^\W\d_][\w.'’-]{0,30}(?: [^\W\d][\w.'’-]{0,30}){0,3}")
_HANDLE: Final = re.compile(r"@\S+|[a-zß-öø-ÿ][^\sA-Z]*|\S*[\d_]\S*")
PERSON: Final = re.compile(PEOPLE)
_SOMEBODY: Final = re.compile(
    r"/(?:u|users?|members?|profiles?|people|authors?)/|[/.]@|/~|[?&](?:u|uid|user)=|profile|member",
    re.IGNORECASE,
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5"})
_BETWEEN: Final = re.compile(
    r"[\s·•|,:–—-]*(?:(?:said|says|wrote|writes|replied|commented|posted|schrieb|sagt|sagte|a écrit"
    r"|a dit|dit|escribió|dijo|comentó)\b)?[\s·•|,:–—-]*(?:on|at|am|le|el|vom)?[\s·•|,:–—-]*",
    re.IGNORECASE,
)
_MOST_LEVELS: Final = 3
_PIECES: Final = 6
"""So many pieces of text hold who wrote a block, and when."""
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Headed:
    """A block that begins with a name and a date.

    Attributes:
        author: The name.
        date: The date, for programs or as it is written.
        is_marked: Whether the date is one for programs.
        nodes: What holds the two, by the elements whose text or tail it is.
        is_foot: Whether the block ends with them.
    """

    author: str
    date: str
    is_marked: bool
    nodes: tuple[tuple[lxml.html.HtmlElement, str], ...]
    is_foot: bool = False


def is_surely_named(head: Headed) -> bool:
    """Return whether what stands above words is a name: of two words, an account's, or linked."""
    link = _link_around(*head.nodes[0])
    if link is not None:
        return _leads_to_somebody(link)
    return any(form.fullmatch(head.author) for form in (PERSON, _HANDLE))


def leads_to_somebody(head: Headed) -> bool:
    """Return whether the name above words leads to an account."""
    link = _link_around(*head.nodes[0])
    return link is not None and _SOMEBODY.search(link.get("href") or "") is not None


def _is_title(name: str, node: lxml.html.HtmlElement, place: str) -> bool:
    """Return whether what looks like a name is that of another page, to which it leads."""
    link = _link_around(node, place)
    if link is None or _leads_to_somebody(link):
        return False
    is_heading = any(up.tag in _HEADINGS for up in (link, *link.iterancestors(), *link.iter("*")))
    return is_heading or not (PERSON.fullmatch(name) or " " not in name)


def _link_around(node: lxml.html.HtmlElement, place: str) -> lxml.html.HtmlElement | None:
    around = (node, *node.iterancestors()) if place == "text" else node.iterancestors()
    return next((up for up in islice(around, _MOST_LEVELS) if up.tag == "a"), None)


def _leads_to_somebody(link: lxml.html.HtmlElement) -> bool:
    href, rel = link.get("href") or "", (link.get("rel") or "").lower().split()
    is_marked = not {"nofollow", "ugc", "author"}.isdisjoint(rel)
    return href[:1] in {"", "#"} or is_marked or _SOMEBODY.search(href) is not None


def is_only_head(element: lxml.html.HtmlElement) -> bool:
    """Return whether all that an element says is who wrote something, and when."""
    said = " ".join(element.text_content().split())
    if not said or len(said) > _LONGEST:
        return False
    found = byline_in(said, is_named=True)
    return found is not None and bool(found.author and found.date)


def _texts(element: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str, str]]:
    """Yield the texts in an element, each with the element whose text or tail it is."""
    for event, each in iterwalk(element, events=("start", "end")):
        if event == "end" and each is element:
            return
        place = "text" if event == "start" else "tail"
        said = getattr(each, place)
        if said and not said.isspace():
            yield each, place, " ".join(said[: _LONGEST * 2].split())


def head_of(element: lxml.html.HtmlElement) -> Headed | None:
    """Return who wrote a block and when, where it begins with that and has other words."""
    texts = [*islice(_texts(element), _PIECES)]
    if not texts or len(texts[0][2]) > _LONGEST:
        return None
    first = byline_in(texts[0][2], is_named=True)
    if first is not None and first.author and first.date:
        return _with_words(texts, 1, first.author, first.date)
    name = texts[0][2].strip(" ,:·•|–—-")
    if not _NAME.fullmatch(name) or _is_title(name, *texts[0][:2]):
        return None
    for at, (node, place, said) in enumerate(texts[1:], 1):
        marked = _moment_around(node if place == "text" else node.getparent(), element)
        date = _date_alone(said)
        if marked or date:
            return _with_words(texts, at + 1, name, marked or date, is_marked=bool(marked))
        if not _BETWEEN.fullmatch(said):
            return None
    return None


def foot_of(element: lxml.html.HtmlElement) -> Headed | None:
    """Return who wrote a block and when, where its last part is that and no other is before."""
    last = (
        element[-1] if len(element) > 1 or (len(element) and (element.text or "").strip()) else None
    )
    if last is None or (last.tail or "").strip() or not is_only_head(last):
        return None
    found = byline_in(last.text_content(), is_named=True)
    nodes = tuple((node, place) for node, place, _ in _texts(last))
    if found is None:
        return None
    return Headed(found.author, found.date, is_marked=False, nodes=nodes, is_foot=True)


def _moment_around(node: lxml.html.HtmlElement | None, until: lxml.html.HtmlElement) -> str:
    """Return the moment that the element around a text tells programs; "" for none."""
    while node is not None and node is not until:
        if node.tag == "time" and node.get("datetime"):
            return node.get("datetime") or ""
        node = node.getparent()
    return ""


def _date_alone(said: str) -> str:
    found = date_in(said) or age_in(said)
    if found is None:
        return ""
    rest = said[: found.start()], said[found.end() :]
    return found[0].strip() if all(map(_BETWEEN.fullmatch, rest)) else ""


def _with_words(
    texts: Sequence[tuple[lxml.html.HtmlElement, str, str]],
    used: int,
    author: str,
    date: str,
    *,
    is_marked: bool = False,
) -> Headed | None:
    if len(texts) <= used:
        return None
    nodes = tuple((node, place) for node, place, _ in texts[:used])
    return Headed(author, date, is_marked, nodes)
