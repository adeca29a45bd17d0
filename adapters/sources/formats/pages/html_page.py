"""Reads a page as a browser saves it: its article is a post."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from lxml.etree import tostring

from adapters.sources.bytes.encodings import decoded
from adapters.sources.copied_pages.boilerplate import without_boilerplate
from adapters.sources.file_defaults import host_of, source_name
from adapters.sources.formats.pages.article.extraction_cost import MOST_COST, extraction_cost
from adapters.sources.formats.pages.article.passages_beside import (
    passages_beside,
    without_comments_below,
)
from adapters.sources.formats.pages.article.pictures import (
    AROUND,
    descriptions_in,
    not_shown,
    outermost,
)
from adapters.sources.formats.pages.article.text import (
    SHORT_PAGE,
    all_but_menus,
    article_text,
    of_the_article,
)
from adapters.sources.formats.pages.article.text_boxes import said_in_asides
from adapters.sources.formats.pages.gates import check_gate
from adapters.sources.formats.pages.html_text import html_text, is_cut_off, parsed, tree_text
from adapters.sources.formats.pages.linked_data import address_in
from adapters.sources.formats.pages.listed_articles import listed_articles
from adapters.sources.formats.pages.page_byline import without_byline, without_heading
from adapters.sources.formats.pages.page_metadata import PageMetadata
from adapters.sources.formats.pages.site_parts import (
    TakenParts,
    keep_own_parts,
    without_site_parts,
)
from adapters.sources.formats.pages.teasers import drop_teasers
from adapters.sources.formats.pages.threads.page import ThreadPage
from adapters.sources.formats.pages.threads.reviews import take_reviews
from adapters.sources.formats.pages.threads.rows import with_reviews
from adapters.sources.formats.pages.unrendered_status import unrendered_status
from adapters.sources.rows import to_post
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

    from adapters.sources.file_defaults import Labels


_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE
)
_HEAD: Final = 4_096
_UNWRITTEN: Final = frozenset({"hidden", "submit", "button", "checkbox", "radio", "image"})
"""Into these nobody writes."""

_SHADOW: Final = frozenset({"shadowrootmode", "shadowroot"})
_MOST_FRAMES: Final = 50
"""The frames, and the shadow roots, of so many are looked through for words."""
_WRAPPING: Final = 50
"""So much of what may wrap a page is looked at."""

_SAVED_FROM: Final = re.compile(
    r"<!-- saved from url=\(\d+\)(\S+) -->|<!--\s{1,9}Page saved with SingleFile\s{1,9}url: (\S+)"
)


def page_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the article of a page, without what stands around it."""
    try:
        html = decoded(data, announced(data), "page", labels.file)
        tree = _tree_of(html, labels.file)
    except PostFormatError as error:
        yield error
        return
    labels.leave_out("passages", _framed(tree))
    is_changed = _unwrap(tree)
    reviews = take_reviews(tree, labels) if "Review" in html else []
    is_changed |= bool(reviews)
    said, row, teasers = _without_teasers(tree, html, labels)
    pictures = descriptions_in(tree)
    title = str(row["title"])
    listed = listed_articles(tree, said, row, labels)
    thread = ThreadPage(tree, said, row, labels, is_of_one=teasers > 0)
    rows = listed or unrendered_status(tree, said, row, labels) or thread.posts()
    if not rows:
        page = _without_site_parts(tree, thread, labels, "" if is_changed or teasers else html)
        rows = _rows_of_one(thread, page, tree, said, labels)
    elif thread.is_marked_up or listed:
        texts = [str(each[part]) for each in rows for part in ("title", "text")]
        thread.count_beside(passages_beside(tree_text(tree, without=AROUND), [title, *texts]))
    shown = "\n".join(f"{each['title']}\n{each['text']}" for each in rows)
    labels.leave_out("alt_texts", not_shown(pictures, shown))
    for each in with_reviews(rows, reviews, row, is_list=bool(listed)):
        yield _accepted(to_post(each, labels, None), each)
    if (untold := thread.untold) is not None:
        yield PostFormatError(labels.file, untold.kind, **untold.values)
    if is_cut_off(tree):
        yield PostFormatError(labels.file, "nested_page")


def _tree_of(html: str, file: str) -> lxml.html.HtmlElement:
    """Return the tree of a page.

    Raises:
        PostFormatError: It holds nothing, or the site shows something else in its place.
    """
    tree = parsed(html)
    if tree is None:
        raise PostFormatError(file, "empty_page")
    check_gate(tree, html, file)
    return tree


def _framed(tree: lxml.html.HtmlElement) -> int:
    """Return how many passages stand in frames and shadow roots that were saved within a page."""
    frames = [each.get("srcdoc") or "" for each in tree.iter("iframe")]
    found = [html_text(each) for each in islice(filter(None, frames), _MOST_FRAMES)]
    roots = (each for each in tree.iter("template") if _SHADOW.intersection(each.keys()))
    found += [tree_text(each) or each.text_content() for each in islice(roots, _MOST_FRAMES)]
    return sum(len(passages_beside(each, [])) for each in found)


def _without_teasers(
    tree: lxml.html.HtmlElement, html: str, labels: Labels
) -> tuple[PageMetadata, dict[str, object], int]:
    """Take the cards of other articles off a page, and count them.

    Returns:
        What the page says of itself then, its row as one post, and how many cards were taken.
    """
    said = PageMetadata(tree)
    row = _first_row(said, html, labels)
    found = drop_teasers(tree, said, str(row["url"]))
    labels.leave_out("passages", found)
    if found:
        said = PageMetadata(tree)
        row = _first_row(said, html, labels)
    return said, row, found


def _first_row(said: PageMetadata, html: str, labels: Labels) -> dict[str, object]:
    """Return the row of a page as one post, without its text."""
    url = _place(said.address() or _saved_from(html) or address_in(said.linked), labels.address)
    site = host_of(labels.address) or said.first(("og:site_name",)) or host_of(url)
    return {
        "scope": "page" if url else "",
        "id": url or labels.name,
        "source": source_name(site or labels.source),
        "title": said.title(),
        "author": said.author(),
        "url": url,
        "posted_at": said.date(),
        "age": said.age(),
    }


def _rows_of_one(
    thread: ThreadPage,
    page: str,
    tree: lxml.html.HtmlElement,
    said: PageMetadata,
    labels: Labels,
) -> list[dict[str, object]]:
    """Return the rows of a page whose posts are not told by its layout.

    A forum has no article: of one that is too large, all is read but the menus.
    """
    title = said.title()
    if not thread.is_large_forum:
        is_costly = extraction_cost(tree) > MOST_COST
        text = said.mail.text or article_text(page, tree, is_costly=is_costly)
        if thread.is_article and not is_costly:
            text = of_the_article(text, said.body(), tree, title)
        if thread.is_named:
            text = without_comments_below(_main_article(tree, thread), text)
        own = _without_site(text, said, title, labels)
        rows = thread.rows(own, partial(_whole, page))
        # Of a long page of many elements, all is read, and walking it again takes long.
        if len(rows) > 1 or not is_costly or len(text) <= SHORT_PAGE:
            texts = [title, *(str(each[part]) for each in rows for part in ("title", "text"))]
            shown = [tree_text(tree, without=AROUND), said_in_asides(tree), thread.taken_off]
            thread.count_beside(passages_beside("\n".join(shown), texts))
        return rows
    whole = all_but_menus(tree)
    return thread.rows(_without_site(whole, said, title, labels), lambda: whole)


def _without_site_parts(
    tree: lxml.html.HtmlElement, thread: ThreadPage, labels: Labels, html: str
) -> str:
    """Return a page as it is when parts of its site are taken off its tree.

    Args:
        tree: The page; it is changed.
        thread: Looks at it again.
        labels: Takes the count of what its readers saw of those parts.
        html: The page as it was written; "" if its tree was changed since.
    """
    # Of a page that takes long to look through, all is read but the menus.
    is_costly = extraction_cost(tree) > MOST_COST
    is_changed = not is_costly and keep_own_parts(tree)
    taken = TakenParts() if is_costly else without_site_parts(tree)
    labels.leave_out("page_furniture", taken.lines)
    if is_changed or taken.has_changed:
        thread.look_again()
    is_as_written = html and not (is_changed or taken.has_changed or thread.has_changed)
    return html if is_as_written else str(tostring(tree, encoding="unicode"))


def _without_site(text: str, said: PageMetadata, title: str, labels: Labels) -> str:
    """Return what a page says below its title and byline, and count the lines of its site in it."""
    whole = without_byline(text, said.byline)
    below = without_heading(whole, title, said.author(), said.date())
    text, count = without_boilerplate(below, is_page=True)
    labels.leave_out("page_furniture", count)
    return text


def _accepted(post: Post | PostFormatError, row: dict[str, object]) -> Post | PostFormatError:
    is_accepted = row.get("is_accepted")
    if isinstance(post, Post) and isinstance(is_accepted, bool):
        return replace(post, is_accepted=is_accepted)
    return post


def _unwrap(tree: lxml.html.HtmlElement) -> bool:
    """Make parts of the page of what only wraps its words; return whether anything does.

    A form may stand around each comment, or around all posts for a moderator; where a page is made
    by scripts, its words may stand in what is shown without them.
    """
    filled = dict.fromkeys(
        up
        for each in tree.iter("input", "textarea", "select")
        if each.get("type") not in _UNWRITTEN
        for up in each.iterancestors("form")
    )
    wrapping = [each for each in tree.iter("form") if each not in filled]
    around = [*islice(chain(filled, tree.iter("noscript")), _WRAPPING)]
    whole = len(tree.text_content()) if around else 0
    wrapping += [each for each in around if len(each.text_content()) * 2 > whole]
    for each in wrapping:
        each.tag = "div"
    return bool(wrapping)


def _place(named: str, address: str) -> str:
    """Return where a page is: as it says itself, or where it was read if it names another host."""
    hosts = {host_of(each).removeprefix("www.") for each in (named, address)}
    return address if address and len(hosts) > 1 else named


def announced(data: bytes) -> str:
    """Return the encoding that a page says it is in; "" where it says none."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def _whole(html: str) -> str:
    """Return all that a page says but for its menus, whatever its parts are."""
    tree = parsed(html)
    if tree is None:
        return ""
    _unwrap(tree)
    return all_but_menus(tree)


def _main_article(tree: lxml.html.HtmlElement, thread: ThreadPage) -> str:
    """Return the text of the first article of a page, or of its main part; "" for none."""
    parts = chain(thread.own_parts(), outermost(tree, "article"), outermost(tree, "main"))
    return next((tree_text(each, without=AROUND) for each in parts), "")


def _saved_from(html: str) -> str:
    found = _SAVED_FROM.search(html[:_HEAD])
    address = (found[1] or found[2]) if found else ""
    return address if address.startswith("http") else ""
