"""Takes off a page what it shows of other pages: nobody wrote that who writes here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.formats.pages.threads.blocks import drop_elements

if TYPE_CHECKING:
    from collections.abc import Iterable

    import lxml.html

_PREVIEWS: Final = frozenset(
    "bbcodeblock--unfurl js-unfurl unfurl onebox link-preview linkpreview link_preview link-card"
    " linkcard kg-bookmark-card bookmark-card wp-block-bookmark-card blogcard embedly-card"
    " status-card preview-card url-preview".split()
)
"""What the software of forums and blogs calls what a link unfolds to."""
_BLOCKS: Final = frozenset("a article aside div figure section".split())
_EMBED: Final = re.compile(
    r"tweet|embed|(?:instagram|text-post|imgur)-media|fb-(?:post|video)|reddit-card|toot"
)
"""What sites call a post that is shown on the pages of others."""


def drop_previews(
    tree: lxml.html.HtmlElement, called: Iterable[lxml.html.HtmlElement]
) -> tuple[int, int]:
    """Drop what a page shows of others, and return how many previews of links and posts that is.

    Args:
        tree: The page; it is changed.
        called: Those of it that are called something.
    """
    previews: list[lxml.html.HtmlElement] = []
    posts: list[lxml.html.HtmlElement] = []
    for each in called:
        if each.tag == "blockquote" and any(map(_EMBED.search, classes_of(each))):
            posts.append(each)
        elif each.tag in _BLOCKS and not _PREVIEWS.isdisjoint(classes_of(each)):
            previews.append(each)
    counts = (len(_outermost(previews)), len(_outermost(posts)))
    drop_elements([*previews, *posts], tree)
    return counts


def _outermost(elements: list[lxml.html.HtmlElement]) -> list[lxml.html.HtmlElement]:
    """Return the elements with words that are in none of the others."""
    found = {*elements}
    return [
        each
        for each in elements
        if not any(up in found for up in each.iterancestors())
        if any(said.strip() for said in each.itertext())
    ]
