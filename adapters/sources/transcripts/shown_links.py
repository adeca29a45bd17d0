"""Puts the addresses of links behind their words, where a page only links them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import tree_text

if TYPE_CHECKING:
    import lxml.html

_BEGIN: Final = re.compile(r"^https?://", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def web_address(link: lxml.html.HtmlElement) -> str:
    """Return where a link leads on the web; "" where it leads elsewhere."""
    href = (link.get("href") or "").strip()
    return href if _WEB.fullmatch(href) else ""


def name_address(link: lxml.html.HtmlElement) -> None:
    """Put the address of a link behind its words, unless they say the same or name an account."""
    address, words = web_address(link), tree_text(link)
    told = _BEGIN.sub("", words).rstrip("/")
    if not address or not told or _BEGIN.sub("", address).rstrip("/") in {told, f"t.me/{told[1:]}"}:
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
