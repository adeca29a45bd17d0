"""Tells comments from events, versions and speakers, which begin with a name and a date as well."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.threads.signs import COMMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import lxml.html

_HEADING: Final = re.compile(
    rf"(?:\W*\d+ +)?(?:\w+ ){{0,2}}(?:{COMMENTS}|discussion|diskussion|discusión)\b[^.?]{{0,30}}",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(
    r"reply|respond|permalink|report|upvote|antworten|melden|répondre|signaler|responder|denunciar",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(r"comment|repl(?:y|ies)|kommentar|coment|disqus|discuss", re.IGNORECASE)
_PORTRAIT: Final = re.compile(r"avatar|portrait|userpic|profile", re.IGNORECASE)
_LONGEST: Final = 60
_MOST_LEVELS: Final = 4
_MOST_BESIDE: Final = 2


def are_comments(blocks: Sequence[lxml.html.HtmlElement]) -> bool:
    """Return whether a page says, besides by their form, that blocks side by side are comments.

    That is: they are called so, stand below such a heading or above the form for the next one, can
    be replied to, or show who wrote them.
    """
    around = [blocks[0], *islice(blocks[0].iterancestors(), _MOST_LEVELS)]
    if are_called_comments(blocks):
        return True
    if any(_asks_for_more(up) for up in (blocks[-1], *around[1:])):
        return True
    return 2 * sum(map(_shows_somebody, blocks)) >= len(blocks)


def are_called_comments(blocks: Sequence[lxml.html.HtmlElement]) -> bool:
    """Return whether a page names blocks comments, has that heading, or lets one reply to them."""
    around = [blocks[0], *islice(blocks[0].iterancestors(), _MOST_LEVELS)]
    if any(_CALLED.search(f"{each.get('class')} {each.get('id')}") for each in around):
        return True
    if any(_HEADING.fullmatch(each) for up in around for each in _said_before(up)):
        return True
    return 2 * sum(map(_can_be_replied_to, blocks)) >= len(blocks)


def _said_before(element: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield what the next elements before one say, where that is short."""
    for each in islice(element.itersiblings(preceding=True), _MOST_BESIDE):
        if isinstance(each.tag, str):
            said = " ".join(each.text_content().split())
            if 0 < len(said) <= _LONGEST:
                yield said


def _asks_for_more(element: lxml.html.HtmlElement) -> bool:
    beside = islice(element.itersiblings(), _MOST_BESIDE)
    return any(next(each.iter("textarea"), None) is not None for each in beside)


def _can_be_replied_to(block: lxml.html.HtmlElement) -> bool:
    pressed = (each.text_content().strip() for each in block.iter("a", "button"))
    return any(_CONTROL.fullmatch(each) for each in pressed)


def _shows_somebody(block: lxml.html.HtmlElement) -> bool:
    """Return whether a block can be replied to, or has a portrait."""
    if _can_be_replied_to(block):
        return True
    pictures = (
        f"{each.get('class')} {each.get('src')} {each.get('alt')}" for each in block.iter("img")
    )
    return any(map(_PORTRAIT.search, pictures))
