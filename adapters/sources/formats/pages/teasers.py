"""Takes cards that lead to other articles of a site off the page of one.

Told by structure: cards side by side, each with a heading that is a link to another page of the
site and the name of who wrote that one, beside an article with a heading of its own. Told by name
as well: what a page calls related, or sets below such a heading.
"""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.linked_data import is_live
from adapters.sources.formats.pages.listed_articles import is_thread_page
from adapters.sources.formats.pages.named_teasers import named_teasers
from adapters.sources.formats.pages.teaser_cards import FEW, Card, cards_side_by_side, split_address
from adapters.sources.formats.pages.threads.blocks import drop_elements
from adapters.sources.formats.pages.threads.comments.evidence import are_called_comments
from adapters.sources.formats.pages.threads.marks import marks_in
from adapters.sources.formats.pages.threads.signs import COMMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import lxml.html

    from adapters.sources.formats.pages.page_metadata import PageMetadata

_OF_OTHERS: Final = re.compile(
    r"(?<![a-z])(?:answers?|antwort(?:en)?|respuestas?|réponses?|messages?|msg|reviews?|ratings?"
    r"|testimonials?|threads?|forum|topics?)(?![a-z])"
)
"""How a page calls what others wrote on it, beside comments."""
_REPLY: Final = re.compile(rf"(?:re|aw|sv|rép) *:|(?:\W*\d+ *)?(?:{COMMENTS})\b", re.IGNORECASE)
_MOST: Final = 500
_MOST_LEVELS: Final = 10
_LONGEST: Final = 600
"""So many characters a card has at most: it only begins what stands on the other page."""
_OWN_WORDS: Final = 80
"""So many characters the article has at least."""
_LONG: Final = 250
_NEAR: Final = 12
"""Within so many elements behind the heading of an article stands who wrote it, and when."""


def drop_teasers(tree: lxml.html.HtmlElement, said: PageMetadata, url: str) -> int:
    """Drop the cards of other articles that stand beside the one of a page; return their number.

    Lists of articles, threads, comments, and pages of which it is not sure that they are of one
    article stay as they are.

    Args:
        tree: The page; it is changed.
        said: What the page says of itself.
        url: Where it stands; "" where nobody knows.
    """
    heading = _own_heading(tree, said)
    place = split_address(url, "")
    is_home = bool(url) and (place is None or not place.path.strip("/"))
    if heading is None or is_home or is_live(said.linked):
        return 0
    named = _named(tree, heading, said, url)
    drop_elements(named, tree)
    return len(named) + _drop_unnamed(tree, heading, said, url)


def _named(
    tree: lxml.html.HtmlElement, heading: lxml.html.HtmlElement, said: PageMetadata, url: str
) -> list[lxml.html.HtmlElement]:
    """Return the cards that a page calls others, beside what it says is an article by somebody."""
    is_in_article = next(heading.iterancestors("article"), None) is not None
    is_one = is_in_article or said.is_article() or said.author()
    found = named_teasers(tree, heading, url) if is_one else []
    found = [each for each in found if not are_called_comments([each])]
    return found if found and not is_thread_page(tree, said) else []


def _drop_unnamed(
    tree: lxml.html.HtmlElement, heading: lxml.html.HtmlElement, said: PageMetadata, url: str
) -> int:
    """Drop the cards side by side that each name an author; return their number."""
    groups = [
        each for each in cards_side_by_side(tree, heading, url) if _are_teasers(each, heading)
    ]
    cards = [*chain.from_iterable(groups)]
    if not cards:
        return 0
    lines = {squeezed(line) for each in cards for line in each.words().split("\n")}
    own = _home(heading, lines)
    found = [each for group in groups if _is_beside(group, own, lines) for each in group]
    is_sure = own is not None and _is_article(own, heading, found, said, lines)
    if not found or not is_sure or is_thread_page(tree, said):
        return 0
    drop_elements([part for each in found for part in each.parts], tree)
    return len(found)


def _own_heading(tree: lxml.html.HtmlElement, said: PageMetadata) -> lxml.html.HtmlElement | None:
    """Return the heading of a page's own article: the one that the page is called by, or the first.

    One that leads elsewhere is that of the site, or of the first article of a list.
    """
    found = [each for each in islice(tree.iter("h1", "h2"), _MOST) if _is_own(each)]
    first = [each for each in found if each.tag == "h1"]
    called = squeezed(said.title())
    named = (each for each in first or found if squeezed(each.text_content()) in called)
    return next(chain(named, first), None)


def _is_own(heading: lxml.html.HtmlElement) -> bool:
    is_linked = next(chain(heading.iter("a"), heading.iterancestors("a")), None) is not None
    return not is_linked and bool(heading.text_content().strip())


def _are_teasers(group: Sequence[Card], own: lxml.html.HtmlElement) -> bool:
    titles = [each.title for each in group]
    subject = squeezed(own.text_content())
    if len({*titles, subject}) <= len(titles) or any(subject in each for each in titles):
        return False
    shown = [" ".join(each.heading.text_content().split()) for each in group]
    if any(map(_REPLY.match, shown)) or _is_of_others(group, own):
        return False
    if any(len(each.words()) > _LONGEST for each in group):
        return False
    named = sum(each.names_author() for each in group)
    return named >= FEW and named * 2 >= len(group)


def _is_of_others(group: Sequence[Card], own: lxml.html.HtmlElement) -> bool:
    """Return whether a page says that cards are what others wrote on it."""
    first, around = group[0].parts[0], {*own.iterancestors()}
    outer = takewhile(lambda up: up not in around, first.iterancestors())
    for each in (first, *outer):
        if any(map(_OF_OTHERS.search, (*classes_of(each), (each.get("id") or "").lower()))):
            return True
    return are_called_comments([each.parts[0] for each in group])


def _home(heading: lxml.html.HtmlElement, lines: Collection[str]) -> lxml.html.HtmlElement | None:
    """Return the nearest element around a heading that has the words of an article, too."""
    for each in islice(heading.iterancestors(), _MOST_LEVELS):
        has_words = _own_size(each, heading, lines) >= _OWN_WORDS
        if has_words or each.tag == "article":
            return each if has_words else None
    return None


def _own_size(
    element: lxml.html.HtmlElement, heading: lxml.html.HtmlElement, lines: Collection[str]
) -> int:
    """Return how many characters stand in an element, but for its heading and those of cards."""
    beside = {squeezed(heading.text_content()), *lines}
    shown = map(squeezed, tree_text(element, without=AROUND).split("\n"))
    return sum(len(each) for each in shown if each not in beside)


def _is_beside(
    group: Sequence[Card], own: lxml.html.HtmlElement | None, lines: Collection[str]
) -> bool:
    """Return whether cards stand outside of an article, or apart from its words."""
    around = group[0].parts[0].getparent()
    if own is None or around is None:
        return False
    if own not in group[0].parts[0].iterancestors():
        return True
    shown = map(squeezed, tree_text(around).split("\n"))
    left = sum(len(each) for each in shown if each not in lines)
    if around is own or left >= _OWN_WORDS:
        return False
    # Within an article that says less itself, they may be what it is about: the best of a year.
    words = sum(len(squeezed(each.words())) for each in group)
    return own.tag != "article" or words <= _own_size(own, own, lines)


def _is_article(
    own: lxml.html.HtmlElement,
    heading: lxml.html.HtmlElement,
    cards: Sequence[Card],
    said: PageMetadata,
    lines: Collection[str],
) -> bool:
    """Return whether what has a page's heading is an article, and no head of a list.

    The page says so, names who wrote it, or when, right below its heading, or it is much longer.
    """
    if said.is_article() or own.tag == "article":
        return True
    within = {each for card in cards for part in card.parts for each in part.iter("*")}
    near = takewhile(_is_short, islice(heading.xpath("following::*"), _NEAR))
    head = [each for each in near if each not in within]
    if any(each.get("datetime") or marks_in(each, [each], (), ()) for each in head):
        return True
    return _own_size(own, heading, lines) >= max(_LONG, sum(map(len, lines)))


def _is_short(element: lxml.html.HtmlElement) -> bool:
    return len(element.text or "") < _OWN_WORDS
