"""Parses a feed with feedparser, without what it would guess at or take too long over."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar
from xml import sax
from xml.sax import handler

from feedparser.api import LooseFeedParser, StrictFeedParser

from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.sax.xmlreader import AttributesNSImpl

MOST_ATTRIBUTES: Final = 500
"""So many an element may have: each is looked for among all of them."""
MOST_NAMESPACES: Final = 100
"""So many a feed may declare: each element is looked for among all of them."""
LONGEST_BASE: Final = 2_000
DEEPEST_BASE: Final = 50
"""How long an address that others are relative to may be, and how many folders it may name."""

_Parser = TypeVar("_Parser")
_DECLARATION: Final = "<?xml version='1.0' encoding='utf-8'?>"
_READ: Final = frozenset(
    "rss channel feed item entry image textinput textInput source title dc_title media_title"
    " description dc_description abstract summary subtitle tagline content"
    " content_encoded fullitem body xhtml_body info"
    " feedburner_browserfriendly rights dc_rights copyright link guid id media_group".split()
)
"""What of a feed is taken from the parser; other elements it treats as ones it does not know.

Who wrote an entry, when, and under which keywords, it finds out in a time that grows with the
square of what stands there. A description of media or a podcast's summary would stand in the
place of the entry's own words, which it would drop (feedparser 6.0.14).
"""


def is_base(address: str) -> bool:
    """Return whether other addresses may be relative to this one: each is joined with all of it."""
    return len(address) <= LONGEST_BASE and address.count("/") <= DEEPEST_BASE


def _unread(_: object) -> NoReturn:
    # This is how the parser learns that it does not know an element.
    raise AttributeError


def _reading_little(parser: type[_Parser]) -> type[_Parser]:
    """Hide from a parser its handlers of all that is not read."""
    for name in dir(parser):
        if name.startswith(("_start_", "_end_")) and name.split("_", 2)[2] not in _READ:
            setattr(parser, name, property(_unread))
    return parser


class _Bounds:
    """What both parsers of feedparser keep to."""

    baseuri: str
    namespaces_in_use: Mapping[str, str]
    resolve_relative_uris = False
    # What posts are made of is text alone, so no markup needs to be made harmless.
    sanitize_html = False

    def unknown_starttag(self, tag: str, attrs: list[tuple[str, str]]) -> None:
        kept = [
            (name, value)
            for name, value in attrs
            if name.lower() not in {"xml:base", "base"} or is_base(self.baseuri + value)
        ]
        super().unknown_starttag(tag, kept)  # type: ignore[misc]  # the parser has it

    def track_namespace(self, prefix: str | None, uri: str) -> None:
        super().track_namespace(prefix, uri)  # type: ignore[misc]  # the parser has it
        if len(self.namespaces_in_use) > MOST_NAMESPACES:
            raise WrongValue("too_many_namespaces", most=MOST_NAMESPACES)


@_reading_little
class _Strict(_Bounds, StrictFeedParser):  # type: ignore[misc]  # it has no types
    def startElementNS(  # noqa: N802 -- SAX names it
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        if len(attrs) > MOST_ATTRIBUTES:
            raise WrongValue("too_many_attributes", most=MOST_ATTRIBUTES)
        super().startElementNS(name, qname, attrs)


@_reading_little
class _Loose(_Bounds, LooseFeedParser):  # type: ignore[misc]  # it has no types
    pass


def parse(
    text: str,
) -> tuple[Mapping[str, Any], list[Mapping[str, Any]], Exception | None]:
    """Return what a feed says of itself, its entries, and why it is not well formed, if so.

    Args:
        text: The feed, from its outermost element on.

    Raises:
        WrongValue: It would take too long.
        ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError: As the
            parser may raise over a damaged feed.
    """
    data = f"{_DECLARATION}\n{text}".encode("utf-8", "replace")
    strict = _Strict("", None, "utf-8")
    reader = sax.make_parser()  # noqa: S317 -- no document type comes before the root
    reader.setFeature(handler.feature_namespaces, True)
    reader.setFeature(handler.feature_external_ges, False)
    reader.setContentHandler(strict)
    reader.setErrorHandler(strict)
    try:
        reader.parse(io.BytesIO(data))
    except sax.SAXException as error:
        loose = _Loose("", None, "utf-8", {})
        loose.feed(data.decode())
        return loose.feeddata, loose.entries, strict.exc or error
    return strict.feeddata, strict.entries, None
