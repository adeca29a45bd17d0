"""Puts headings back that are links, which the search for the article of a page drops."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import tree_text

if TYPE_CHECKING:
    import lxml.html

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_WRAPS: Final = frozenset({"header", "hgroup"})
_MOST: Final = 500


def with_linked_headings(text: str, tree: lxml.html.HtmlElement) -> str:
    """Return the text of an article with its linked headings above the words that were found.

    A heading is of the article where what stands right below it, in the same part of the page, is.

    Args:
        text: What the search found.
        tree: The page.
    """
    linked = [each for each in islice(tree.iter(*_HEADINGS), _MOST) if _is_linked(each)]
    lines = text.split("\n")
    beginnings = [squeezed(line) for line in lines]
    counts = Counter(beginnings)  # of a line that comes again it is not told which is meant
    places = {line: at for at, line in enumerate(beginnings) if line and counts[line] == 1}
    above: dict[int, str] = {}
    for each in reversed(linked):  # the one below another is put back first
        said = " ".join(each.text_content().split())
        at = places.get(_begins_below(each))
        if not said or at is None or counts[squeezed(said)]:
            continue
        if at or each.xpath("boolean(preceding::h1)"):  # else it may be the name of the site
            above[at] = f"{said}\n\n{above[at]}" if at in above else said
            places[squeezed(said)] = at
    return "\n".join(
        f"{above[at]}\n\n{line}" if at in above else line for at, line in enumerate(lines)
    )


def _is_linked(heading: lxml.html.HtmlElement) -> bool:
    return next(heading.iter("a"), None) is not None


def _begins_below(heading: lxml.html.HtmlElement) -> str:
    """Return the first line below a heading, without white space; "" where nothing is."""
    around = heading.getparent()
    if around is not None and around.tag in _WRAPS and heading.getnext() is None:
        heading = around
    elif any(up.tag in AROUND for up in heading.iterancestors()):
        return ""
    if (heading.tail or "").strip():
        return squeezed(heading.tail or "")
    for each in islice(heading.itersiblings(), 3):
        if said := tree_text(each).strip():
            return squeezed(said.partition("\n")[0])
        if (each.tail or "").strip():
            return ""
    return ""
