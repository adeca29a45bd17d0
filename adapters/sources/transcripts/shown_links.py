"""Puts the addresses of links behind their words, where a page only links them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import tree_text

if TYPE_CHECKING:
    import lxml.html

_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def web_address(link: lxml.html.HtmlElement) -> str:
    """Return where a link leads on the web; "" where it leads elsewhere."""
    href = (link.get("href") or "").strip()
    return href if _WEB.fullmatch(href) else ""


def name_address(link: lxml.html.HtmlElement) -> None:
    """Put the address of a link behind its words, which are not the address themselves."""
    address, words = web_address(link), tree_text(link)
    bare = address.partition("://")[2].rstrip("/")
    if not address or not words or words.partition("://")[2].rstrip("/") == bare or words == bare:
        return
    if len(link):
        link[-1].tail = f"{(link[-1].tail or '').rstrip()} ({address})"
    else:
        link.text = f"{(link.text or '').rstrip()} ({address})"


def show_address(link: lxml.html.HtmlElement) -> None:
    """Put the address of a link in the place of its words."""
    for each in [*link]:
        link.remove(each)
    link.text = web_address(link)
