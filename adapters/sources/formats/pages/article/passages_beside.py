"""Finds what people wrote on a page that stands in none of its posts."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.boilerplate import without_boilerplate

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN: Final = 40
"""Lines of fewer characters are names, dates and buttons, unless they end as a sentence does."""
_MARKS: Final = r"[^\S\n]*(?:> )*+(?:(?:[-•*]|\d{1,3}[.)]) +)*+"
"""What stands before a quote or in a list, and is no part of what is said."""
_SAID: Final = re.compile(
    rf"^{_MARKS}(?=\S.{{{_SHOWN - 1}}}|\S+ \S+ .*[.!?…][^\S\n]*$)(.{{1,{_SHOWN}}})",
    re.MULTILINE,
)
NAME: Final = re.compile(r"(?=.{2,40}$)[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}")
"""What a line looks like that may be a name."""

_MOST_READ: Final = 100_000_000
"""So many characters are looked through for lines that stand within another."""


def passages_beside(whole: str, texts: Sequence[str]) -> list[str]:
    """Return the lines of a page that are in none of its posts, by how they begin.

    Args:
        whole: All that the page says but for its menus.
        texts: The words of its posts, and what else is accounted for.
    """
    said = {begin for text in texts for begin in _beginnings(text)}
    told = (begin for begin in _beginnings(whole) if begin not in said)
    missing = [*dict.fromkeys(told)]
    if not missing:
        return []
    own = {*_beginnings(without_boilerplate(whole, is_page=True)[0])}
    within = "\n".join(map(squeezed, texts))
    budget = _MOST_READ // (len(within) + 1)
    inside = {each for each in islice(missing, budget) if squeezed(each) in within}
    return [each for each in missing if each in own and each not in inside]


def without_comments_below(article: str, text: str) -> str:
    """Return the text of a page up to where others begin to speak below its article.

    There a short line, which may be a name, stands above words; what is cut off is counted as any
    passage that is in no post.

    Args:
        article: What the page names its article; nothing is cut off where that is "", or less
            than half of the text.
        text: What was read of the page.
    """
    lines = text.split("\n")
    own = {" ".join(line.split()) for line in article.splitlines()} - {""}
    last = max((at for at, line in enumerate(lines) if " ".join(line.split()) in own), default=-1)
    if last < 0 or len(article) * 2 < len(text):
        return text
    filled = [at for at in range(last + 1, len(lines)) if lines[at].strip()]
    for at, below in pairwise(filled):
        if NAME.fullmatch(lines[at].strip()) and _SAID.match(lines[below]):
            return "\n".join(lines[:at]).rstrip()
    return text


def _beginnings(text: str) -> list[str]:
    found: list[str] = _SAID.findall(text)
    return found


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
