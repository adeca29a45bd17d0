"""Reads authors, links and dates out of a feed's own elements, for its parser guesses at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from lxml import etree

from adapters.sources.bylines import author_in
from adapters.sources.dates.worded import worded_date
from adapters.sources.formats.feeds.fields import set_apart_in, unknown_in, words_of
from adapters.sources.formats.feeds.parser import is_base
from adapters.sources.formats.feeds.replies import answered_by, local_name
from adapters.sources.formats.feeds.unpublished import withheld_as

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from adapters.sources.left_out_fields import LeftOut

    _Homes = dict[etree._Element | None, str]  # noqa: SLF001 -- the type of an element

_ATOM: Final = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_FEEDBURNER: Final = "http://rssnamespace.org/feedburner/ext/1.0"

_PUBLISHED: Final = ("pubDate", "published", "issued", "date", "created")
_UPDATED: Final = ("updated", "modified", "lastBuildDate")
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{2,10});")
_NOBODY: Final = ("noreply@", "no-reply@", "donotreply@")
"""How addresses begin that are nobody's."""
_TAG: Final = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|span|font|small|cite|div)\b[^<>@]*>", re.IGNORECASE
)
"""What some programs write around a name, as if a name were HTML."""
_BRACKET: Final = re.compile("[<(]")
_BETWEEN: Final = re.compile(r"(?<=[>)]) ?(?:[,;&]|\b(?:and|et|und|y)\b) ?")
"""What stands after somebody who is named with an address, and before somebody else."""
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the elements of an entry say of it.

    Attributes:
        name: Its id as it stands there; "" where it has none.
        authors: The names of who wrote it, one after the other.
        link: Where it stands.
        date: When it was published, in ISO 8601.
        is_dated: Whether it says when, in whatever words.
        left_out: Counts what else stands in it that somebody wrote.
        unknown: The names of what else has words in it, and is not known.
        withheld: What the whole entry is left out as, for it is not published for all.
        is_linked: Whether it says where it stands, be it no address of the web.
        answers: The id of what it comments on, "" where it names none; None for no comment.
    """

    name: str = ""
    authors: str = ""
    link: str = ""
    date: str = ""
    is_dated: bool = False
    left_out: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    withheld: LeftOut | None = None
    is_linked: bool = False
    answers: str | None = None

    def count(self, left_out: Counter[str], but_for: str | None = None) -> None:
        """Count what of the entry no post is made of.

        Args:
            left_out: Takes the counts.
            but_for: What one of its elements, of which the post is made, would be counted as.
        """
        others = [*self.left_out]
        if but_for in others:
            others.remove(but_for)
        left_out.update(others)
        left_out.update(["dates"] if self.is_dated and not self.date else [])
        left_out.update(["links"] if self.is_linked and not self.link else [])


def facts_of(text: str) -> list[Facts]:
    """Return what the elements of a feed's entries say, in their order.

    Args:
        text: The feed, from its outermost element on.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(_ENTITY.sub(_character, text).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return []
    if root is None:
        return []
    entries = [each for each in root.iter("{*}item", "{*}entry") if _is_entry(each)]
    channel = next(root.iter("{*}channel"), root)
    whose = _authors(channel) if root.tag in _ATOM_FEED else ""
    homes = {None: _link(channel, {None: ""})}
    return [_facts(each, whose, homes) for each in entries]


def _is_entry(element: etree._Element) -> bool:
    return next(element.iterancestors("{*}item", "{*}entry"), None) is None


def _facts(entry: etree._Element, whose: str, homes: _Homes) -> Facts:
    # An entry taken over from another feed says whose that is.
    source = next((each for each in entry if each.tag in _ATOM_SOURCE), None)
    of_source = _authors(source) if source is not None else ""
    texts = [(local_name(each), words_of(each)) for each in entry]
    answers = answered_by(entry)
    # A comment without a name is not by whom the blog is, nor is what names another's address.
    is_anothers = answers is not None or _names_address(entry)
    named = _authors(entry) or ("" if is_anothers else of_source or whose)
    dates = _named(texts, _PUBLISHED) or _named(texts, _UPDATED)
    moments = [moment for each in dates if (moment := worded_date(each))]
    return Facts(
        name=next(iter(_named(texts, ("guid", "id"))), ""),
        authors=named,
        link=_link(entry, homes),
        date=moments[0].isoformat() if moments else "",
        is_dated=bool(dates),
        left_out=set_apart_in(entry),
        unknown=unknown_in(entry),
        withheld=withheld_as(entry),
        is_linked=any(map(_is_own_link, entry.iterchildren("{*}link"))),
        answers=answers,
    )


def _authors(element: etree._Element) -> str:
    """Return who wrote an entry or a feed, one name after the other, each once.

    What is named as its creator counts first, and what was meant for a shop of podcasts last.
    """
    named: list[list[str]] = [[], [], []]
    for each in element:
        if local_name(each) == "creator":
            named[0].append(words_of(each))
        elif local_name(each) == "author":
            named[2 if each.tag == f"{{{_ITUNES}}}author" else 1].append(_person_in(each))
    found = [_TAG.sub("", each) for each in next(filter(any, named), [])]
    return ", ".join(dict.fromkeys(filter(None, map(author_in, found))))


def _names_address(entry: etree._Element) -> bool:
    """Return whether an entry has an author, of whom an address is told."""
    authors = (each for each in entry if local_name(each) == "author")
    return any(local_name(part) == "uri" and words_of(part) for each in authors for part in each)


def _person_in(element: etree._Element) -> str:
    parts = {local_name(each): words_of(each) for each in reversed(element)}
    address = parts.get("email", "")
    known = "" if address.startswith(_NOBODY) else address
    return parts.get("name") or known or _person("" if parts else words_of(element))


def _person(text: str) -> str:
    """Return the names beside addresses, as in `ada@example.org (Ada Quill)`, in a line."""
    if "@" not in text:
        return text
    return ", ".join(filter(None, map(_one_person, _BETWEEN.split(" ".join(text.split())))))


def _one_person(text: str) -> str:
    first, _, after = text.partition(" ")
    if _is_address(first) and after.startswith("(") and after.endswith(")") and len(after) > 2:  # noqa: PLR2004 -- the brackets
        return after[1:-1].strip()
    # An address has no blank, and before it stands a name.
    opening = _BRACKET.search(text, max(1, text.rfind(" ") + 1))
    if opening and text.endswith((">", ")")) and _is_address(text[opening.end() : -1]):
        return text[: opening.start()].strip()
    return text


def _is_address(word: str) -> bool:
    return "@" in word[1:-1]


def _is_own_link(link: etree._Element) -> bool:
    address = link.get("href") or words_of(link)
    return bool(address.strip()) and link.get("rel", "alternate") == "alternate"


def _link(element: etree._Element, homes: _Homes) -> str:
    return next((each for each in _links(element, homes) if each.startswith("http")), "")


def _links(element: etree._Element, homes: _Homes) -> Iterator[str]:
    """Yield where an entry or a feed stands, the likeliest first: never an id that is no link."""
    for each in element.iterchildren(f"{{{_FEEDBURNER}}}origLink"):
        yield words_of(each)
    for each in element.iterchildren("{*}link"):
        if each.get("href") and each.get("rel", "alternate") == "alternate":
            yield _joined(_home(each, homes), each.get("href", "").strip())
        elif not each.get("href") and words_of(each):
            yield _joined(_home(each, homes), words_of(each))
    for each in element.iterchildren("{*}guid"):
        if each.get("isPermaLink", "true").lower() == "true":
            yield words_of(each)


def _home(element: etree._Element, homes: _Homes) -> str:
    """Return what the links in an element are relative to, found once for all in one place."""
    own, parent = element.get(_BASE), element.getparent()
    if parent is not None and parent not in homes:
        homes[parent] = _home(parent, homes)
    return _joined(homes[parent], own) if own else homes[parent]


def _joined(home: str, link: str) -> str:
    try:
        return urljoin(home, link) if is_base(home) else link
    except ValueError:
        return ""


def _named(texts: Sequence[tuple[str, str]], names: tuple[str, ...]) -> list[str]:
    """Return what stands in the children of these names, in the order of the names."""
    return [text for name in names for found, text in texts if found == name and text]


_ATOM_FEED: Final = frozenset(f"{{{each}}}feed" for each in _ATOM)
_ATOM_SOURCE: Final = frozenset(f"{{{each}}}source" for each in _ATOM)


def _character(found: re.Match[str]) -> str:
    known = name2codepoint.get(found[1])
    return chr(known) if known else found[0]
