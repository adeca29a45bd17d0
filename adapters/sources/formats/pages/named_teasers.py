"""Finds what leads to other articles of a site and is named as such, beside the one of a page.

A single card is enough, and it need not say who wrote the other article: the page calls it, or
what stands around it, related or the like, or sets such a heading above it.
"""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.teaser_cards import leads_away

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import lxml.html

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_NAMES: Final = re.compile(
    r"(?:[a-z]+[-_]{1,2})*(?:related|relatedposts|related-?articles|teasers?|recommend(?:ed|ations?)"
    r"|more-(?:posts|articles|stories|from)|read-(?:next|more|also)|read-?next|also-like|up-next"
    r"|next-up|similar-(?:posts|articles))(?:[-_]{1,2}(?:posts?|articles?|stor(?:y|ies)|content|items?"
    r"|cards?|lists?|grid|section|block|box|area|wrap(?:per)?|container|inner|footer|links?|news))*"
)
"""What leads to other articles is called so."""
_ONE_OF_THEM: Final = re.compile(r"(?:no|hide|show|without|has|with|can|is|tag|category)[-_].*")
"""What may have such a part is called so."""
_WHOLE: Final = frozenset({"body", "html", "main"})
_MOST: Final = 100
_MOST_LEVELS: Final = 10
_LONGEST: Final = 600
"""So many characters a card has at most: it only begins what stands on the other page."""
_SENTENCE: Final = 40
"""So many characters an article has in one line where nothing else shows that it is one."""


def named_teasers(
    tree: lxml.html.HtmlElement, own: lxml.html.HtmlElement, url: str
) -> list[lxml.html.HtmlElement]:
    """Return the cards that are named as leading elsewhere, where an article has its own words.

    Args:
        tree: The page.
        own: The heading of its own article.
        url: Where the page stands; "" where nobody knows.
    """
    around = {*own.iterancestors()}
    subject = squeezed(own.text_content())
    worded = (each for each in tree.iter(*_HEADINGS) if each.text_content().strip())
    linked = [*islice((each for each in worded if leads_away(each, url)), _MOST + 1)]
    if len(linked) > _MOST:
        return []
    cards = dict.fromkeys(
        card
        for each in linked
        if squeezed(each.text_content()) != subject
        and (card := _card(each, around, {*linked} - {each})) is not None
    )
    found = [each for each in cards if _is_named(each, around)]
    return found if found and _has_words(own, found) else []


def _card(
    heading: lxml.html.HtmlElement,
    around: Collection[lxml.html.HtmlElement],
    others: Collection[lxml.html.HtmlElement],
) -> lxml.html.HtmlElement | None:
    """Return the largest element around a heading that has no other article; None for none."""
    card = None
    for up in islice(heading.iterancestors(), _MOST_LEVELS):
        if up in around or any(each in others for each in up.iter(*_HEADINGS)):
            break
        if len(tree_text(up)) > _LONGEST:
            break
        card = up
    return card


def _is_named(card: lxml.html.HtmlElement, around: Collection[lxml.html.HtmlElement]) -> bool:
    """Return whether a card, or what stands around it alone, is named as leading elsewhere."""
    outer = takewhile(lambda up: up not in around, card.iterancestors())
    for each in chain((card,), islice(outer, _MOST_LEVELS)):
        if each.tag in _WHOLE:
            return False
        names = (*classes_of(each), (each.get("id") or "").lower())
        told = (name for name in names if not _ONE_OF_THEM.fullmatch(name))
        if any(map(_NAMES.fullmatch, told)) or any(map(_announces, _headings_above(each))):
            return True
    return False


def _headings_above(element: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield what the element begins with, or what stands right before it, if it is a heading."""
    before = element.getprevious()
    first = next(iter(element), None)
    for each in (before, first):
        if each is not None and each.tag in _HEADINGS:
            yield " ".join(each.text_content().split())


def _announces(heading: str) -> bool:
    return kind_of_line(heading) in {"related", "heading"}


def _has_words(heading: lxml.html.HtmlElement, cards: Collection[lxml.html.HtmlElement]) -> bool:
    """Return whether an article says anything itself, but for its heading and those cards."""
    own = next(heading.iterancestors("article"), None)
    if own is None:
        own = next(heading.iterancestors("main", "body"), None)
    if own is None:
        return False
    beside = {squeezed(line) for each in cards for line in tree_text(each).split("\n")}
    beside.add(squeezed(heading.text_content()))
    lines = map(squeezed, tree_text(own, without=AROUND).split("\n"))
    said = [each for each in lines if each not in beside]
    return any(said) if own.tag == "article" else any(len(each) >= _SENTENCE for each in said)
