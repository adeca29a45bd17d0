"""Tells whose words linked data has where it names several posts of their own on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.worded import worded_date
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.linked_data import (
    comments_in,
    is_article,
    name_of,
    openers_in,
    said_in,
    thread_in,
)
from adapters.sources.formats.pages.threads.shortened import with_whole_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    import lxml.html

    from adapters.sources.formats.pages.linked_data import Said
    from adapters.sources.formats.pages.page_metadata import PageMetadata
    from adapters.sources.formats.pages.threads.rows import Row

_BEGINNING: Final = 40
"""So many letters and digits of a text tell whether the page shows it."""


@dataclass(frozen=True, slots=True)
class ToldThread:
    """What linked data says of the posts of a page.

    Attributes:
        said: Whose words they are, the opener's first.
        is_list: Whether none of them opens what the others say.
        is_unclear: Whether several people wrote what it names, and none of that is surely the page.
        below: Whose comments stand below an article.
        cut: How many of their words are shortened, and go on where the page does not say whose.
    """

    said: Sequence[Said]
    is_list: bool = False
    is_unclear: bool = False
    below: Sequence[Said] = ()
    cut: int = 0


def told_thread(tree: lxml.html.HtmlElement, meta: PageMetadata) -> ToldThread:
    """Return what linked data says of the posts of a page, whole where the page shows them so.

    Args:
        tree: The page.
        meta: What it says of itself.
    """
    told = _told_thread(tree, meta)
    said, cut = with_whole_texts(told.said, tree)
    below, cut_below = with_whole_texts(comments_in(meta.linked), tree)
    return replace(told, said=said, below=below, cut=cut if said else cut_below)


def opener_told(said: Sequence[Said], first: Row) -> Row:
    """Return what linked data tells of a page's first post: its title, and whose alone it is.

    Args:
        said: Whose words linked data has, the opener's first.
        first: What is known of the page, as the row of its first post.
    """
    told: Row = {"title": next((each.title for each in said), "") or first["title"]}
    if len(said) != 1 or first["author"] or not said[0].author:
        return told
    moment = worded_date(said[0].date) if said[0].date.strip() else None
    when = {"posted_at": moment.isoformat(), "age": ""} if moment else {}
    return told | {"author": said[0].author} | when


def _told_thread(tree: lxml.html.HtmlElement, meta: PageMetadata) -> ToldThread:
    """Return what linked data says of the posts of a page.

    Posts by several people, side by side, are posts each if the page shows the words of several.
    Where it shows those of one, the others only stand on other pages.

    Args:
        tree: The page.
        meta: What it says of itself: its own article or thread is the first of its linked data.
    """
    openers = openers_in(meta.linked)
    heads = openers or [each for each in meta.linked if is_article(each)]
    if not _are_several(heads):
        return ToldThread(thread_in(meta.linked))
    authors = {name_of(each.get("author")) for each in heads}
    are_several_named = len(authors - {""}) > 1
    threads = [said_in(each) for each in heads]
    worded = [each for each in threads if each[0].text]
    shown = _shown(worded, tree)
    is_of_page = bool(openers) and meta.has_own
    if not are_several_named and (is_of_page or _are_told_twice(shown)):
        shown = []
    if are_several_named and not (shown or meta.has_own):
        shown = worded
    if len(shown) > 1:
        return ToldThread([each for thread in shown for each in thread], is_list=True)
    is_of_one = not (are_several_named or (openers and len(authors) > 1))
    if meta.has_own or is_of_one:
        return ToldThread(thread_in(meta.linked))
    if shown and len(worded) == len(heads) and openers:
        return ToldThread(shown[0])
    return ToldThread([thread[0] for thread in threads] if openers else [], is_unclear=True)


def _shown(threads: Sequence[list[Said]], tree: lxml.html.HtmlElement) -> list[list[Said]]:
    """Return the threads whose first words stand on a page."""
    page = _letters(tree_text(tree))
    return [each for each in threads if _beginning(each[0]) in page]


def _are_told_twice(threads: Sequence[list[Said]]) -> bool:
    """Return whether several may be one, told again without its author or shortened."""
    titles = [each[0].title for each in threads if each[0].title]
    beginnings = {_beginning(each[0]) for each in threads}
    return len({*titles}) < len(titles) or len(beginnings) < len(threads)


def _beginning(said: Said) -> str:
    return _letters(said.text)[:_BEGINNING]


def _are_several(heads: Sequence[dict[str, object]]) -> bool:
    """Return whether objects are of several posts: one may be told twice, with other authors."""
    told = [(each.get("headline") or each.get("name"), each.get("url")) for each in heads]
    titles = {str(title) for title, _ in told if title}
    texts = {said_in(each)[0].text for each in heads} - {""}
    return len(titles) > 1 or len(texts) > 1


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
