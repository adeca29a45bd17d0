"""Keeps the lists of an article that the search for its main part would take for a menu."""

from __future__ import annotations

import re
from typing import Final

from adapters.sources.copied_pages.line_kinds import kind_of_line

_LIST: Final = re.compile(r"(</?ul\b)", re.IGNORECASE)
_ITEM: Final = re.compile(r"<li\b", re.IGNORECASE)
_LINK: Final = re.compile(r"<a\s", re.IGNORECASE)
_LAID_OUT: Final = re.compile(
    r"<(?:form|input|button|nav|article|section|iframe|svg|img|table)\b", re.IGNORECASE
)
_CALLED: Final = re.compile(
    r"comment|contact|foot|related|promo|side|tags?\b|categor|tool|widget|share|social|menu|nav"
    r"|breadcrumb|pagination|meta|button|tab|sponsor|archive|author",
    re.IGNORECASE,
)
"""What a list that is no author's is called."""
_TAG: Final = re.compile(r"<[^>]{0,2000}>")
_LEADS: Final = re.compile(r":(?:\s|&nbsp;|</?[a-z][^>]{0,200}>){0,20}$", re.IGNORECASE)
_ALONE: Final = re.compile(
    r"<div\b[^>]{0,500}>(\s{0,99}<ol\b(?:(?!</?(?:ol|div)\b).){0,2000}</ol>\s{0,99})</div>",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT: Final = 400
"""So many characters before a list may lead to it."""
_DEEPEST: Final = 3
"""So many lists within each other are looked at."""


def with_lists_kept(html: str) -> str:
    """Return a page whose lists that people wrote are kept, however short they are.

    They are made lists with numbers, which readability leaves alone; their items look the same
    here. Of other lists most items are links, unless a line that ends with a colon leads to them.
    """
    for _ in range(_DEEPEST):
        pieces = _LIST.split(html)
        for at in range(1, len(pieces) - 2, 2):
            is_innermost = pieces[at].lower() == "<ul" and pieces[at + 2].lower() == "</ul"
            if is_innermost and _is_written(pieces[at + 1], pieces[at - 1]):
                pieces[at], pieces[at + 2] = "<ol", "</ol"
        if (kept := "".join(pieces)) == html:
            break
        html = _ALONE.sub(r"\1", kept)
    return html


def _is_written(inside: str, before: str) -> bool:
    attributes, _, items = inside.partition(">")
    count = len(_ITEM.findall(items))
    if not count or _CALLED.search(attributes) or _LAID_OUT.search(items):
        return False
    return len(_LINK.findall(items)) * 2 < count or _is_led_to(before[-_LOOKED_AT:])


def _is_led_to(before: str) -> bool:
    """Return whether a list stands below a line that ends with a colon, and that is no site's."""
    if not _LEADS.search(before):
        return False
    lines = [*filter(None, map(str.strip, _TAG.sub("\n", before).split("\n")))]
    return bool(lines) and kind_of_line(lines[-1]) == "text"
