"""Reads a copied topic of a forum that runs on Discourse: name, day and words of each post.

In English, French, German and Spanish.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.sites.discourse_heads import (
    COUNT,
    MAP,
    begin_of_words,
    heads_of_posts,
    is_of_page,
    is_when,
)
from adapters.sources.copied_pages.statuses import said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind
    from adapters.sources.copied_pages.statuses import Said

_MOST_COUNTED: Final = 3
_SURE: Final = re.compile(
    r"powered by discourse\b.*|topic list, column headers with buttons are sortable\.?"
    r"|(?:suggested|unread|new & unread) topics|sujets suggérés|vorgeschlagene themen"
    r"|temas sugeridos",
    re.IGNORECASE,
)
"""Only such a forum says so."""
_ENDS: Final = re.compile(
    rf"{_SURE.pattern}|related topics|sujets (?:similaires|liés)|(?:ähnliche|verwandte) themen"
    r"|temas (?:similares|relacionados)|want to read more\? .*",
    re.IGNORECASE,
)
_FOOT: Final[frozenset[Kind]] = frozenset({"navigation", "link", "sure", "mark"})
_LINKS: Final = frozenset({"guidelines", "faq"})
"""Links at the foot of a page, beside those that every site has."""
_FEWEST: Final = 2
_TITLE: Final = 255
_FEWEST_WORDS: Final = 3
_SENTENCE: Final = re.compile(r".{60,}\.")


def talk_of_topic(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return the posts of a topic, the first one with its title; nothing on other pages.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    if not any(map(_SURE.fullmatch, lines)) and not _has_map(lines):
        return []
    heads = heads_of_posts(lines)
    if len(heads) < _FEWEST:
        return []
    above = range(heads[0].time)
    if any(_SENTENCE.fullmatch(lines[at]) for at in above):
        return []  # what stands above is what the page is about
    last = heads[-1].time
    if not _has_map(lines) and not any(map(_SURE.fullmatch, lines[last:])):
        return []
    end = next((at for at in range(last, len(lines)) if _ENDS.fullmatch(lines[at])), None)
    stops = [*(each.begin for each in heads[1:]), len(lines) if end is None else end]
    nexts = [*(lines[each.begin] for each in heads[1:]), ""]
    found = []
    for head, stop, after in zip(heads, stops, nexts, strict=True):
        if words := _words(lines, begin_of_words(lines, head.time), stop, after):
            found.append(said_by(head.author, lines[head.time], words))
    titles = [lines[at] for at in range(heads[0].begin) if kinds[at] == "text"]
    if found:
        found[0].title = _title(titles)
    return found


def _has_map(lines: Sequence[str]) -> bool:
    """Return whether numbers stand together, each above what it counts."""
    counted = (
        COUNT.fullmatch(above) is not None and MAP.fullmatch(below) is not None
        for above, below in pairwise(lines)
    )
    return sum(counted) >= _MOST_COUNTED


def _words(lines: Sequence[str], begin: int, end: int, after: str) -> list[int]:
    """Return what stands between a head and the buttons and numbers below a post.

    Args:
        lines: The lines of the page.
        begin: Where the lines below a head begin.
        end: Where the next head stands.
        after: Whose that is, which may stand there twice; "" below the last post.
    """
    while end > begin + 1 and _is_below(lines[end - 1], after):
        end -= 1
    return [*range(begin, end)]


def _is_below(line: str, after: str) -> bool:
    if is_of_page(line) or COUNT.fullmatch(line) or is_when(line):
        return True
    return line == after if after else kind_of_line(line) in _FOOT or line.lower() in _LINKS


def _title(lines: Sequence[str]) -> str:
    """Return the longest line that may be a title; "" where none is."""
    found = [line for line in lines if len(line) <= _TITLE and len(line.split()) >= _FEWEST_WORDS]
    return max(found, key=len, default="")
