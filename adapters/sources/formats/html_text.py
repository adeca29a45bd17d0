"""Turns HTML into the text that its readers see."""

from __future__ import annotations

import re
from typing import Final

import lxml.etree
import lxml.html

_UNSEEN: Final = frozenset(
    "head script style template noscript iframe object svg math select button form title".split()
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
_LINES: Final = frozenset({"li", "tr", "br", "dt", "dd"})
_CELLS: Final = frozenset({"td", "th"})
# What stands for the white space that was meant, while the other is tidied.
_KEPT: Final = str.maketrans("\n ", "\ue000\ue001")
_RELEASED: Final = str.maketrans("\ue000\ue001", "\n ")
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0\u200b]+")
# The parser takes these in, as they are or as &#1;, and refuses to move a text that has them.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DEEP_SPACE: Final = re.compile(r"[ \t]*\n[ \t]*")


def html_text(html: str) -> str:
    """Returns what a reader sees of a page or a part of one, a paragraph after the other.

    Items of lists begin with a dash; the addresses of links and pictures are left out.
    """
    tree = parsed(html)
    return "" if tree is None else tree_text(tree)


def parsed(html: str) -> lxml.html.HtmlElement | None:
    """Returns the tree of a page, or None where it holds nothing; never raises."""
    # A document that declares its own encoding is refused as text.
    unnamed = re.sub(r"^\s*<\?xml[^>]*>", "", html)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
        tree = lxml.html.document_fromstring(unnamed.encode("utf-8", "replace"), parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    for element in tree.iter():
        element.text, element.tail = _plain(element.text), _plain(element.tail)
    return tree


def _plain(text: str | None) -> str | None:
    return text and _CONTROLS.sub(" ", text)


def tree_text(tree: lxml.html.HtmlElement) -> str:
    """Returns what a reader sees of a parsed page."""
    pieces: list[str] = []
    unseen = kept = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        is_start = event == "start"
        step = 1 if is_start else -1
        unseen += step * (tag in _UNSEEN)
        kept += step * (tag == "pre")
        pieces.append(_border(tag, is_start=is_start))
        after = element.text if is_start else element.tail
        if after and not unseen:
            pieces.append(after.translate(_KEPT) if kept else _SPACE.sub(" ", after))
    return _tidied("".join(pieces))


def _border(tag: str, *, is_start: bool) -> str:
    if tag in _CELLS:
        return " "
    if tag in _LINES:
        mark = "- " if tag == "li" else ""
        return f"\n{mark}" if is_start else ""
    return "\n\n" if tag in _BLOCKS else ""


def _tidied(text: str) -> str:
    lines = _DEEP_SPACE.sub("\n", re.sub(r" {2,}", " ", text))
    return re.sub(r"\n{3,}", "\n\n", lines).strip().translate(_RELEASED)
