"""Takes the comments off the page of an article: those of a known layout are read before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements
from adapters.sources.formats.pages.threads.comments.bylined_blocks import (
    BylinedBlocks,
    bylined_blocks,
)
from adapters.sources.formats.pages.threads.layouts.forum_layouts import (
    COMMENT_HEADS,
    COMMENT_LISTS,
    COMMENTS,
)
from adapters.sources.formats.pages.threads.layouts.laid_out_posts import (
    LaidOutPosts,
    parts_by_name,
)
from adapters.sources.formats.pages.threads.marks import MOST_MARKS
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    import lxml.html

_TAGS: Final = ("aside", "div", "ol", "section", "ul")
_CALLED: Final = re.compile(
    r"(?:[a-z]+[-_]{1,2})*(?:comments?|commentaires?|kommentare?|comentarios?|responses?|replies"
    r"|disqus|reactions?)(?:[-_]{1,2}(?:list|area|section|wrapper|wrap|container|thread|threads|root"
    r"|block|box|body|content|feed|app|embed|stream|tree))*"
)
_ONE_OF_THEM: Final = re.compile(r"(?:no|hide|show|without|has|with|can|allow|toggle)[-_].*")
_SHORTEST: Final = 40
"""Characters; what has fewer only tells how many comments there are."""
_OWN_WORDS: Final = 200
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class TakenComments:
    """What was taken off the page of an article.

    Attributes:
        blocks: The comments that were read.
        unread: How many of a known layout have no words that could be read.
        others: The text of those of no known layout; "" for none.
        has_changed: Whether anything was taken off.
        are_unclear: Whether others may have words on the page that were not taken off.
    """

    blocks: list[Block]
    unread: int
    others: str
    has_changed: bool
    are_unclear: bool = False


def comments_taken_off(
    tree: lxml.html.HtmlElement,
    called: Iterable[lxml.html.HtmlElement],
    *,
    is_article: bool,
    author: str = "",
) -> TakenComments:
    """Read the comments below an article, and take them with all around them off the page.

    Args:
        tree: The page; it is changed.
        called: Those of it that are called something.
        is_article: Whether the page says so, whatever else it has.
        author: Who wrote the article; "" where nobody knows.

    Raises:
        WrongValue: There are more than are told apart.
    """
    by_name = parts_by_name(called)
    found = LaidOutPosts(tree, by_name, COMMENTS)
    if len(found.elements) > MOST_MARKS:
        raise WrongValue("many_authors", most=MOST_MARKS)
    blocks: list[Block] = []
    if found.elements:
        blocks = found.blocks(COMMENT_HEADS)
        lists = {each for name in COMMENT_LISTS for each in by_name.get(name, ())}
        drop_elements({*found.elements, *lists}, tree)
    others = _dropped_sections(tree, 0 if is_article else _OWN_WORDS)
    is_told = bool(found.elements or others)
    more = BylinedBlocks() if is_told else bylined_blocks(tree, author)
    return TakenComments(
        [*blocks, *more.blocks],
        found.unread,
        others,
        has_changed=is_told or bool(more.blocks),
        are_unclear=more.are_unclear,
    )


def _dropped_sections(tree: lxml.html.HtmlElement, beside: int) -> str:
    """Drop what is called the comments of a page, and return their text.

    What has the heading of the page, or an article, is none.

    Args:
        tree: The page.
        beside: So many characters stand beside them, or else they may be what the page is about.
    """
    found: list[lxml.html.HtmlElement] = []
    within: set[lxml.html.HtmlElement] = set()
    for each in islice(tree.iter(*_TAGS), _MOST):
        if each not in within and _is_called_so(each) and not _has_heading(each):
            found.append(each)
            within.update(each.iter(*_TAGS))
    said = "\n\n".join(filter(None, map(tree_text, found)))
    if len(said) < _SHORTEST or len(tree_text(tree, without=AROUND)) < len(said) + beside:
        return ""
    drop_elements(found, tree)
    return said


def _is_called_so(element: lxml.html.HtmlElement) -> bool:
    names = (*classes_of(element), (element.get("id") or "").lower())
    return any(_CALLED.fullmatch(each) and not _ONE_OF_THEM.fullmatch(each) for each in names)


def _has_heading(element: lxml.html.HtmlElement) -> bool:
    return next(element.iter("h1", "article", "main"), None) is not None
