"""Finds the whole of words that linked data has shortened, where the page shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.threads.marks import is_body

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import lxml.html

    from adapters.sources.formats.pages.linked_data import Said

_CUT: Final = re.compile(r"\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*$")
"""How a text ends that goes on elsewhere; an author may end so, too."""
_TAGS: Final = ("article", "blockquote", "dd", "div", "li", "p", "section", "span", "td")
_INLINE: Final = frozenset("a b br code em i img s span strong u".split())
"""What stands within a line; another part beside it may be a button, or another's words."""
_FEWEST: Final = 40
"""So many letters of a text tell where on a page it stands."""
_READ: Final = 1_000
_MOST: Final = 20_000
_MOST_PIECES: Final = 50
_MOST_LEVELS: Final = 4
_MOST_ALIKE: Final = 20
"""Of more texts, or places, that begin alike it is not told which is which."""


def with_whole_texts(told: Sequence[Said], tree: lxml.html.HtmlElement) -> tuple[list[Said], int]:
    """Return what linked data tells with whole texts, and how many stay shortened.

    A text is whole in the one place of the page where such words begin and go on. Where they do
    so in several ways, it is not told which is meant.

    Args:
        told: What linked data tells of each person's words.
        tree: The page.
    """
    stems = {stem: at for at, each in enumerate(told) if (stem := _stem(each.text))}
    if not stems:
        return [*told], 0
    whole, cut = [*told], 0
    begun = {_letters(each.text[:_READ])[:_FEWEST] for each in told}
    for stem, elements in _begun_with(tree, stems).items():
        one = told[stems[stem]]
        words = (_words(each, stem) for each in elements)
        texts = {each for each in words if _goes_on(each, stem, one.text)}
        is_own = len(texts) == 1 and not _has_any(next(iter(texts)), begun)
        if is_own:
            whole[stems[stem]] = replace(one, text=texts.pop())
        cut += int(bool(texts) and not is_own)
    return whole, cut


def _stem(text: str) -> str:
    """Return the letters of a text that may be shortened; "" of a whole one, or of few letters."""
    letters = _letters(text) if _CUT.search(text[-20:]) or text[-1:].isalnum() else ""
    return letters if _FEWEST <= len(letters) <= _READ else ""


def _begun_with(
    tree: lxml.html.HtmlElement, stems: Mapping[str, int]
) -> dict[str, list[lxml.html.HtmlElement]]:
    """Return the innermost elements that begin with each stem, outside of quotes."""
    begun: dict[str, list[str]] = {}
    for stem in stems:
        begun.setdefault(stem[:_FEWEST], []).append(stem)
    found: dict[str, list[lxml.html.HtmlElement]] = {}
    for each in islice(tree.iter(*_TAGS), _MOST):
        first = _letters("".join(islice(each.itertext(), _MOST_PIECES))[: _READ * 3])
        alike = begun.get(first[:_FEWEST], ())
        for stem in alike if len(alike) <= _MOST_ALIKE else ():
            known = found.setdefault(stem, [])
            if first.startswith(stem) and not _is_quoted(each) and len(known) <= _MOST_ALIKE:
                found[stem] = [*(up for up in known if up not in each.iterancestors()), each]
    return found


def _is_quoted(element: lxml.html.HtmlElement) -> bool:
    return any(up.tag in {"blockquote", *AROUND} for up in (element, *element.iterancestors()))


def _words(element: lxml.html.HtmlElement, stem: str) -> str:
    """Return the words that begin in an element: of all of the line, or of what is called so."""
    for up in islice(element.iterancestors(), _MOST_LEVELS):
        parts = {each.tag for each in up if isinstance(each.tag, str)}
        begins = _letters("".join(islice(up.itertext(), _MOST_PIECES))[: _READ * 3])
        if not (_INLINE.issuperset(parts) or is_body(up)) or not begins.startswith(stem):
            break
        element = up
    return tree_text(element, without=AROUND)


def _goes_on(text: str, stem: str, short: str) -> bool:
    """Return whether a text has more than its beginning: in the same word, if that has no dots."""
    left = len(stem)
    for at, sign in enumerate(text):
        if left == 0:
            has_dots = _CUT.search(short[-20:]) is not None
            return sign.isalnum() or (has_dots and any(map(str.isalnum, text[at:])))
        left -= sign.isalnum()
    return False


def _has_any(text: str, begun: Collection[str]) -> bool:
    """Return whether another's words begin within a text."""
    letters = _letters(text)
    return any(letters[at : at + _FEWEST] in begun for at in range(1, len(letters) - _FEWEST + 1))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
