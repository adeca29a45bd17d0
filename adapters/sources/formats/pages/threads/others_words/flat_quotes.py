"""Marks in words that a page tells programs what it shows its readers as quotes.

Linked data has text alone, in which the words of others stand like the author's own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import parsed, tree_text
from adapters.sources.formats.pages.threads.marks import quotes_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import lxml.html

    from adapters.sources.formats.pages.linked_data import Said

_SHORTEST: Final = 20
"""Characters; what is shorter may stand in anybody's words."""
_MOST_QUOTES: Final = 2_000
_MOST_READ: Final = 100_000_000
"""So many characters of texts are looked through."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """A line of a quote without white space, and how often it stands outside of quotes."""

    words: str
    elsewhere: int


def with_quotes_marked(
    told: Sequence[Said],
    tree: lxml.html.HtmlElement,
    called: Iterable[lxml.html.HtmlElement],
) -> list[Said]:
    """Return what people said with lines behind ">" where the page shows a quote.

    Where its words also stand on the page outside of quotes, the first who says them is quoted.

    Args:
        told: In the order of the page.
        tree: The page.
        called: Those of its elements that are called something.
    """
    bare = [_Bare(each.text) for each in told]
    quotes = [*tree.iter("blockquote"), *quotes_in(tree, called)] if bare else []
    budget = _MOST_READ // (sum(len(each.words) for each in bare) + 1)
    for quote in islice(_shown(tree, quotes), budget):
        holding = [each for each in bare if quote.words in each.words]
        for each in holding[min(1, quote.elsewhere) :]:
            each.mark(quote.words)
    return [replace(each, text=text.text()) for each, text in zip(told, bare, strict=True)]


def text_with_quotes_marked(text: str, html: str) -> str:
    """Return a text with lines behind ">" where the same words are a quote as HTML.

    Args:
        text: What somebody wrote, as plain text.
        html: The same as HTML.
    """
    tree = parsed(html) if "<blockquote" in html.lower() else None
    if tree is None:
        return text
    bare = _Bare(text)
    quotes = islice(tree.iter("blockquote"), _MOST_QUOTES)
    lines = {_squeezed(line) for each in quotes for line in tree_text(each).split("\n")} - {""}
    budget = _MOST_READ // (len(bare.words) + 1)
    for line in islice(sorted(lines, key=len, reverse=True), budget):
        if line in bare.words:
            bare.mark(line)
    return bare.text()


def _shown(tree: lxml.html.HtmlElement, quotes: Iterable[lxml.html.HtmlElement]) -> list[_Quote]:
    """Return the lines of the quotes of a page, the longest first, each once."""
    texts = (tree_text(each) for each in islice(quotes, _MOST_QUOTES))
    lines = {_squeezed(line) for text in texts for line in text.split("\n")}
    found = sorted((each for each in lines if len(each) >= _SHORTEST), key=len, reverse=True)
    if not found:
        return []
    whole = tree_text(tree).split("\n")
    own = "".join(_squeezed(line) for line in whole if not line.startswith("> "))
    return [_Quote(each, own.count(each)) for each in found]


def _squeezed(line: str) -> str:
    return "".join(line.lstrip("> ").split())


class _Bare:
    """A text, with its words as they are found in it whatever blanks stand between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = "".join(text.split())
        self._quoted: list[tuple[int, int]] = []

    def mark(self, words: str) -> None:
        """Remember that these words of it are a quote, where that is not known."""
        start = self.words.find(words)
        end = start + len(words)
        is_new = all(end <= first or last <= start for first, last in self._quoted)
        if is_new and self.words[start - 1 : start] != ">":
            self._quoted.append((start, end))

    def text(self) -> str:
        """Return the text, its quotes as lines of their own that begin with ">"."""
        if not self._quoted:
            return self._text
        places = [at for at, sign in enumerate(self._text) if not sign.isspace()]
        pieces, last = [], 0
        for begin, end in sorted(self._quoted):
            start, stop = places[begin], places[end - 1] + 1
            lines = (line.strip() for line in self._text[start:stop].split("\n"))
            quoted = "\n".join(f"> {line}" if line else "" for line in lines)
            pieces += [self._text[last:start].strip(), quoted]
            last = stop
        return "\n\n".join(filter(None, [*pieces, self._text[last:].strip()]))
