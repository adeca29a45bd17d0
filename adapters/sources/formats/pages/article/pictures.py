"""Finds what people wrote of the pictures on a page, which no post has."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from lxml.etree import iterwalk

from adapters.sources.formats.pages.html_text import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import lxml.html

AROUND: Final = frozenset({"nav", "header", "footer", "aside"})
"""What stands around the words of a page."""

_MAIN: Final = ("main", "article")
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_UNSPACED: Final = 8
"""So many signs make a description in writing that parts no words by blanks."""
_LONGEST: Final = 2_000
"""So many characters of a description are looked at."""
_MOST_READ: Final = 100_000_000
"""So many characters are looked through for descriptions."""
_SIGNS: Final = re.compile(r"avatar|gravatar|logo|emoji|smil(?:ey|ie)|icon\b", re.IGNORECASE)
"""What the software of a page calls the pictures that it shows with every post."""


def descriptions_in(tree: lxml.html.HtmlElement) -> list[str]:
    """Return the descriptions of pictures in the main part of a page: `alt`, of two words or more.

    What is called a logo, a sign or the picture of a person is none of a post's.
    """
    for tag in _MAIN:
        parts = outermost(tree, tag)
        if (first := next(parts, None)) is not None:
            return [said for part in chain((first,), parts) for said in _described(part)]
    return [*_described(tree)]


def descriptions_of(html: str) -> list[str]:
    """Return the descriptions of pictures in a part of a page."""
    tree = parsed(html) if "<img" in html.lower() and "alt" in html.lower() else None
    return [] if tree is None else [*_described(tree)]


def not_shown(descriptions: Sequence[str], text: str) -> int:
    """Return how many descriptions do not stand in a text; of very many, not all are looked for."""
    looked_for = [*islice(descriptions, _MOST_READ // (len(text) + 1))]
    return len(descriptions) - sum(each in text for each in looked_for)


def _described(part: lxml.html.HtmlElement) -> Iterator[str]:
    for each in outermost(part, "img"):
        around = (each, *islice(each.iterancestors(), 2))
        said = " ".join((each.get("alt") or "")[:_LONGEST].split())
        called = " ".join([said, *(up.get("class") or "" for up in around)])
        if _is_worded(said) and not _SIGNS.search(called):
            yield said


def _is_worded(said: str) -> bool:
    words = [each for each in said.split() if _WORD.search(each)]
    return len(words) > 1 or bool(words and not said.isascii() and len(said) >= _UNSPACED)


def outermost(tree: lxml.html.HtmlElement, tag: str) -> Iterator[lxml.html.HtmlElement]:
    """Yield the elements that are in no other, and in nothing that stands around a page.

    One within another has no more than that, and reading both would take twice as long.
    """
    walk = iterwalk(tree, events=("start",), tag=(tag, *AROUND))
    for _, element in walk:
        walk.skip_subtree()
        if element.tag == tag:
            yield element
