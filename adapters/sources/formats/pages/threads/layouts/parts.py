"""Reads what parts of a post are called, and what they name: people, places, moments."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import lxml.html

    from adapters.sources.formats.pages.threads.layouts.forum_layouts import Layout

_INLINE: Final = frozenset("a b bdi cite em i span strong".split())
_RUNNING: Final = frozenset({"p", "li"})
"""Whom a sentence names in one of these, within the words of a post, it mentions."""
_SECONDS: Final = 10
_MILLISECONDS: Final = 13
"""So many digits has a moment of these years, counted from 1970."""


def names_of(element: lxml.html.HtmlElement) -> tuple[str, ...]:
    """Return the classes of an element, its property of microdata, and its role."""
    names = classes_of(element)
    if told := element.get("itemprop"):
        names = (*names, f"[{told.lower()}]")
    if role := element.get("data-role"):
        names = (*names, f"{{{role.lower()}}}")
    return names


def name_shown(element: lxml.html.HtmlElement) -> str:
    """Return the name that an element tells programs, or else shows."""
    return str(element.get("content") or element.text_content())


def anchor_of(post: lxml.html.HtmlElement) -> str:
    """Return the address of a post, or else the name of its place on the page."""
    if (place := post.get("data-permalink") or "").startswith("/"):
        return place
    around = post.getparent()
    named = [post, *post.iter("a", "article", "div")]
    if around is not None and len(around) == 1:
        named.insert(1, around)
    return next((found for each in named if (found := each.get("id"))), "")


def moment_in(digits: str) -> str:
    """Return the moment that a page counts from 1970, in seconds or in thousandths of them."""
    if not (digits.isascii() and digits.isdigit()):
        return ""
    if len(digits) not in {_SECONDS, _MILLISECONDS}:
        return ""
    return datetime.fromtimestamp(int(digits[:_SECONDS]), UTC).isoformat()


def words_among(
    posts: Collection[lxml.html.HtmlElement],
    layout: Layout,
    by_name: Mapping[str, Sequence[lxml.html.HtmlElement]],
) -> set[lxml.html.HtmlElement]:
    """Return what is called a post and is only the words of the one that it stands in.

    What some software calls a post, other calls its words. These name nobody, whom they mention
    in running text apart; the post around them does.
    """
    either = {*layout.posts} & {*layout.bodies}
    inner = {
        each: around
        for each in posts
        if not either.isdisjoint(names_of(each))
        and (around := next((up for up in each.iterancestors() if up in posts), None)) is not None
    }
    named: set[lxml.html.HtmlElement] = set()
    mentioning: set[lxml.html.HtmlElement] = set()
    empty: set[lxml.html.HtmlElement] = set()  # a picture alone names nobody
    for part in layout.authors if inner else ():
        outer, _, name = part.rpartition(" ")
        for each in by_name.get(outer or name, ()):
            for up in each.iterancestors():
                if up in posts:
                    (mentioning if up in inner and _is_mention(each) else named).add(up)
                if up in posts or (
                    up.tag in _RUNNING and any(above in inner for above in up.iterancestors())
                ):
                    break
            if not name_shown(each).strip():
                empty.update(islice((up for up in each.iterancestors() if up in posts), 1))
    return {
        each
        for each, around in inner.items()
        if around in named and each not in named and (each not in mentioning or around not in empty)
    }


def _is_mention(name: lxml.html.HtmlElement) -> bool:
    """Return whether a name stands in a sentence, and is not said to speak ("Ada wrote:")."""
    if name.tag not in _INLINE:
        return False
    before = name.getprevious()
    around = name.getparent()
    said = before.tail if before is not None else around.text if around is not None else ""
    below = (name.tail or "").strip()
    is_said = bool((said or "").strip() or any(map(str.isalpha, below)))
    return (is_said and not below.endswith(":")) or name_shown(name).strip().startswith("@")
