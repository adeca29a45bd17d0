"""Reads the words of a message on a page: its links keep their addresses, its quotes stay apart."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.transcripts.shown_links import name_address

if TYPE_CHECKING:
    import lxml.html

    from adapters.sources.file_defaults import Labels

_DISCORDS_QUOTE: Final = "chatlog__markdown-quote"


def discord_words(element: lxml.html.HtmlElement) -> str:
    """Return what a message on a page of DiscordChatExporter says; quoted lines begin with `>`."""
    own = _copied(element)
    for each in [*own.iter("div")]:
        if _DISCORDS_QUOTE in classes_of(each):
            each.tag = "blockquote"
    return tree_text(own)


def telegram_words(element: lxml.html.HtmlElement, labels: Labels) -> str:
    """Return what a message on a page of Telegram's says, without what it quotes."""
    own = _copied(element)
    quotes = [*own.iter("blockquote")]
    labels.leave_out("quotes", len(quotes))
    for quote in quotes:
        quote.tag = "p"  # its borders stay
        for each in [*quote]:
            quote.remove(each)
        quote.text = None
    return tree_text(own)


def _copied(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return a copy of an element, for others look at the page too, with its addresses shown."""
    own = deepcopy(element)
    own.tail = None
    for link in [*own.iter("a")]:
        name_address(link)
    return own
