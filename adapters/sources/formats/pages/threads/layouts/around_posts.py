"""Takes what a forum says around the posts that its page marks off the page: nobody wrote it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import passages_beside
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.threads.blocks import drop_elements
from adapters.sources.formats.pages.threads.layouts.forum_layouts import SIGNATURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import lxml.html

    from adapters.sources.file_defaults import Labels

_POSTS: Final = re.compile(r"/(?:Comment|Answer|Question|UserComments|DiscussionForumPosting)$")
_BODIES: Final = frozenset({"text", "articlebody", "commenttext"})
_ROLES: Final = frozenset({"alert", "alertdialog", "dialog", "status", "search"})
_ALERTS: Final = re.compile(r"alert(?:-[a-z]+)*|toast(?:er)?(?:-[a-z]+)*|modal(?:-[a-z]+)*")
_JOINING: Final = re.compile(
    r"/(?:register|login|log-in|sign-?(?:up|in)|join)/?(?:[?#].*)?$", re.IGNORECASE
)
"""Where a forum leads whoever has no account there."""
_PEOPLE: Final = re.compile(r"author|user-?name|\buser\b|comment|poster|byline")
_LISTS: Final = ("ul", "ol", "table")
_FEW: Final = 2
_HALF: Final = 2
_MOST: Final = 2_000
"""So many elements of each kind are looked at."""
_MOST_LEVELS: Final = 3


def count_around_posts(tree: lxml.html.HtmlElement, labels: Labels) -> None:
    """Count what stands around the posts of a page that marks them, and take it off.

    Signatures, what the forum tells its readers, how it asks them to join, and lists of links to
    its other pages.

    Args:
        tree: The page, of which the posts were read; it is changed.
        labels: Takes the counts.
    """
    signatures = [each for each in _called(tree) if _is_signature(each)]
    labels.leave_out("signatures", sum(bool(tree_text(each)) for each in signatures))
    drop_elements(signatures, tree)
    posts = {up for each in _posts(tree) for up in (each, *each.iterancestors())}
    found = chain(_alerts(tree), _joining(tree, posts), _lists(tree))
    outer = _outermost(each for each in found if each not in posts and not _is_in_post(each))
    shown = (each for each in outer if not any(up.tag in AROUND for up in each.iterancestors()))
    # Short links, as menus have them, are none of a page's words.
    lines = sum(len(passages_beside(tree_text(each), [])) for each in shown)
    labels.leave_out("page_furniture", lines)
    drop_elements(outer, tree)


def _called(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    return (each for each in tree.iter("div", "section", "p", "aside") if each.get("class"))


def _is_signature(element: lxml.html.HtmlElement) -> bool:
    return not SIGNATURES.isdisjoint(classes_of(element))


def _posts(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    return (each for each in tree.iter("*") if _is_post(each))


def _is_post(element: lxml.html.HtmlElement) -> bool:
    is_body = (element.get("itemprop") or "").lower() in _BODIES
    return is_body or _POSTS.search((element.get("itemtype") or "").strip()) is not None


def _is_in_post(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element stands in a post that holds no others."""
    up = next((up for up in element.iterancestors() if _is_post(up)), None)
    return up is not None and not any(_is_post(each) and each is not up for each in up.iter("*"))


def _alerts(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for each in islice(tree.iter("div", "section", "aside", "p"), _MOST):
        is_called_so = any(map(_ALERTS.fullmatch, classes_of(each)))
        if is_called_so or (each.get("role") or "").lower() in _ROLES:
            yield each


def _joining(
    tree: lxml.html.HtmlElement, posts: set[lxml.html.HtmlElement]
) -> Iterator[lxml.html.HtmlElement]:
    """Yield what is around a link to join, up to where posts are."""
    for link in islice(tree.iter("a"), _MOST):
        if _JOINING.search(link.get("href") or ""):
            around = islice(link.iterancestors("div", "section", "p", "form"), _MOST_LEVELS)
            yield from (each for each in around if each not in posts and not _names_people(each))


def _names_people(element: lxml.html.HtmlElement) -> bool:
    """Return whether words of people may stand in an element: it has what names an author."""
    names = (name for each in element.iter("*") for name in classes_of(each))
    return any(map(_PEOPLE.search, names))


def _lists(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield the lists that are links, for the most part."""
    for each in islice(tree.iter(*_LISTS), _MOST):
        links = [len(link.text_content().strip()) for link in each.iter("a")]
        if len(links) >= _FEW and sum(links) * _HALF > len(each.text_content().strip()):
            yield each


def _outermost(found: Iterable[lxml.html.HtmlElement]) -> list[lxml.html.HtmlElement]:
    taken = dict.fromkeys(found)
    return [each for each in taken if not any(up in taken for up in each.iterancestors())]
