"""Reads a page that lists several articles, as the home page of a blog does: each is a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from adapters.sources.bylines import byline_in
from adapters.sources.copied_pages.boilerplate import without_boilerplate
from adapters.sources.dates.worded import worded_date
from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.linked_data import is_live, is_thread, marks_posts, marks_thread
from adapters.sources.formats.pages.shown_dates import is_of_change, marked_date, titled_date
from adapters.sources.formats.pages.threads.blocks import drop_elements
from adapters.sources.formats.pages.threads.layouts.forum_layouts import THREADS
from adapters.sources.formats.pages.threads.layouts.laid_out_posts import (
    LaidOutPosts,
    parts_by_name,
)
from adapters.sources.formats.pages.threads.marks import (
    MOST_COST,
    beside_words,
    called_in,
    marks_in,
    quotes_in,
    thread_cost,
)
from bot.text import web_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.page_metadata import PageMetadata

_ENTRIES: Final = frozenset({"hentry", "h-entry"})
_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_COMMENT: Final = re.compile(r"(?:.*[-_])?(?:comments?|repl(?:y|ies)|responses?)(?:[-_].*)?")
_BESIDE: Final = re.compile(r"related|teaser|sidebar|recommend|widget|promo")
_NAMES: Final = frozenset({"p-author"})
_LINES: Final = ("p", "div", "span", "address", "small", "time")
_LONGEST_LINE: Final = 200
_LEADING: Final = 0.75
"""What has more of the words than that is the page's own article, beside the heads of others."""
_MOST: Final = 500
_MOST_LINES: Final = 200
_COMMENTED: Final = ("article", "section", "div", "ol", "ul")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article of the list, with its heading."""

    element: lxml.html.HtmlElement
    heading: lxml.html.HtmlElement

    @property
    def title(self) -> str:
        return " ".join(self.heading.text_content().split())


def listed_articles(
    tree: lxml.html.HtmlElement, said: PageMetadata, first: dict[str, object], labels: Labels
) -> list[dict[str, object]]:
    """Return a row for each article that a page lists; none of a page of another kind.

    Each has its own heading, which is the title, and its own author, date and link, or none. What
    is marked as a comment is no article, and what stands within one is counted.

    Args:
        tree: The page; it is changed where it is such a list.
        said: What the page says of itself.
        first: The row that it would be as one post, without its text.
        labels: Takes the counts of what is left out.
    """
    entries = _entries(tree, said)
    if not entries:
        return []
    rows = [_row(each, first, labels) for each in entries]
    rows = [each for each in rows if each["text"]]
    if named := said.named() if not any(each["author"] for each in rows) else "":
        rows = [each | {"author": named} for each in rows]  # the page is one person's
    return rows


def _entries(tree: lxml.html.HtmlElement, said: PageMetadata) -> list[_Entry]:
    """Return the articles of a list with their headings; none where a page is none."""
    found = [*islice(_outermost(tree), _MOST)]
    entries = [_Entry(each, heading) for each in found if (heading := _heading(each)) is not None]
    if len(entries) < 2 or len(entries) * 2 < len(found):  # noqa: PLR2004 -- a list is of two
        return []
    is_list = _are_articles(entries) and not _is_of_one(tree, said, entries)
    return entries if is_list and not is_thread_page(tree, said) else []


def _outermost(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    taken: set[lxml.html.HtmlElement] = set()
    named = (each for each in tree.iter("article", "div", "section", "li"))
    for each in named:
        if each not in taken and (each.tag == "article" or _ENTRIES & {*classes_of(each)}):
            taken.update(each.iter("*"))
            if not _is_beside(each):
                yield each


def _is_beside(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is a comment, or stands among comments or beside the page."""
    for each in (element, *element.iterancestors()):
        if each.tag in AROUND or _is_comment(each):
            return True
        if any(map(_BESIDE.search, classes_of(each))) and each.tag not in {"body", "html"}:
            return True
    return False


def _is_comment(element: lxml.html.HtmlElement) -> bool:
    kind = (element.get("itemtype") or "").rpartition("/")[2]
    if kind in {"Comment", "UserComments", "Answer"} or element.get("itemprop") == "comment":
        return True
    if element.tag in {"body", "html", "main"}:
        return False
    names = [*classes_of(element), (element.get("id") or "").lower()]
    return any(_COMMENT.fullmatch(each) for each in names) and not _ENTRIES & {*names}


def _heading(article: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    found = next(article.iter(*_HEADINGS), None)
    return found if found is not None and found.text_content().strip() else None


def _are_articles(entries: Sequence[_Entry]) -> bool:
    """Return whether the headings are titles: of one level or linked, and the names of nobody."""
    titles = [each.title for each in entries]
    is_even = len({each.heading.tag for each in entries}) == 1
    if len({*titles}) < len(titles) or not (is_even or all(map(_link, entries))):
        return False
    names = (name for each in entries for name in _names(each.element).values())
    return not {*titles}.intersection(names)


def _is_of_one(tree: lxml.html.HtmlElement, said: PageMetadata, entries: Sequence[_Entry]) -> bool:
    """Return whether a page is about one article, whatever else it leads to."""
    if said.first(("og:type",)) == "article" or is_live(said.linked):
        return True
    sizes = [len(each.element.text_content()) for each in entries]
    if max(sizes) > _LEADING * sum(sizes) and len(sizes) > 1:
        return True
    inside = {each.element for each in entries}
    own = [each for each in tree.iter("h1") if not inside.intersection(each.iterancestors())]
    lists = {each.element.getparent() for each in entries}
    # What stands between the page's own heading and the list are the words of its article.
    return any(_has_words_after(each, entries[0].element) for each in own) and len(lists) == 1


def _has_words_after(heading: lxml.html.HtmlElement, until: lxml.html.HtmlElement) -> bool:
    size = 0
    for each in heading.itersiblings():
        if each is until or until in each.iter("*"):
            break
        size += len(each.text_content().strip())
    return size > len(until.text_content())


def is_thread_page(tree: lxml.html.HtmlElement, said: PageMetadata) -> bool:
    """Return whether a page is a thread by what it says or how it is laid out, or may be one."""
    called = called_in(tree)
    if is_thread(said.linked) or marks_posts(tree) or marks_thread(tree):
        return True
    if thread_cost(tree, called) > MOST_COST:
        return True
    by_name = parts_by_name(called)
    return any(LaidOutPosts(tree, by_name, each).elements for each in THREADS)


def _row(entry: _Entry, first: dict[str, object], labels: Labels) -> dict[str, object]:
    """Return the row of an article; what is no word of its author is dropped from the tree."""
    article, title, link = entry.element, entry.title, _link(entry)
    comments = [*_comments_in(article)]
    labels.leave_out("comments", len(comments))
    drop_elements(comments, article)
    author, when, told = _head(entry)
    anchor = article.get("id") or ""
    page = str(first["url"])
    own = web_link(urljoin(page, link)) if link else None
    place = f"{page.partition('#')[0]}#{anchor}" if page and anchor else page
    quotes = quotes_in(article, called_in(article))
    labels.leave_out("quotes", len(quotes))
    called = called_in(article)
    drop_elements({*quotes, *told, *beside_words(article, called), entry.heading}, article)
    text, lines = without_boilerplate(tree_text(article, without=AROUND - {"header"}), is_page=True)
    labels.leave_out("page_furniture", lines)
    moment = worded_date(when) if when else None
    at = f"{first['id']}#{anchor or text_mark(f'{title}{text}', 12)}"
    labels.leave_out("dates", int(bool(when) and moment is None))
    said = {"author": author, "posted_at": moment.isoformat() if moment else ""}
    age = "" if moment else when
    return first | said | {"id": at, "title": title, "text": text, "url": own or place, "age": age}


def _comments_in(article: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield the comments within an article, each thread of them once."""
    for each in article.iter(*_COMMENTED):
        if each is not article and _is_comment(each) and len(each.text_content().split()) > 5:  # noqa: PLR2004 -- fewer only count them
            yield each


def _link(entry: _Entry) -> str:
    """Return where an article leads to its own page; "" where it does not."""
    heading = entry.heading
    inside = [*heading.iter("a")]
    around = [each for each in heading.iterancestors("a") if entry.element in each.iterancestors()]
    named = (each for each in entry.element.iter("a") if _leads_to_it(each))
    links = (each.get("href") or "" for each in (*inside, *around, *named))
    return next((each.strip() for each in links if each.strip() and each[0] != "#"), "")


def _leads_to_it(link: lxml.html.HtmlElement) -> bool:
    rel = (link.get("rel") or "").lower().split()
    return "bookmark" in rel or "u-url" in classes_of(link) or link.get("itemprop") == "url"


def _head(entry: _Entry) -> tuple[str, str, set[lxml.html.HtmlElement]]:
    """Return who wrote an article, when, and what tells that."""
    article = entry.element
    names = _names(article)
    author = next(iter(names.values())) if len({*names.values()}) == 1 else ""
    published = (each for each in article.iter("time") if _says_published(each))
    date = next((each.get("datetime") or "" for each in published), "")
    date = date or marked_date(article) or titled_date(article)
    told = {*names, *(each for each in article.iter("time"))}
    for each in islice(_lines(article), _MOST_LINES):
        line = " ".join(each.text_content().split())
        found = byline_in(line, is_named=bool(names) and any(up in told for up in each.iter("*")))
        is_name = found is None and author and line == author
        if found is not None and (not author or found.author in {"", author}):
            author = author or ("" if names else found.author)
            date = date or found.date
            told.add(each)
        elif is_name:
            told.add(each)
    return author, date, told


def _lines(article: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for each in article.iter(*_LINES):
        if len(each.text_content()) <= _LONGEST_LINE and each.text_content().strip():
            yield each


def _names(article: lxml.html.HtmlElement) -> dict[lxml.html.HtmlElement, str]:
    called = called_in(article)
    names = marks_in(article, called, (), quotes_in(article, called))
    others = (each for each in article.iter("a", "span", "p", "div") if _is_author(each))
    for each in others:
        if not any(up in names for up in (each, *each.iterancestors(), *each.iter("*"))):
            names[each] = " ".join(each.text_content().split())
    own = {each: name for each, name in names.items() if name and len(name) <= _LONGEST_LINE}
    comments = {*_comments_in(article)}
    return {each: own[each] for each in own if not comments.intersection(each.iterancestors())}


def _is_author(element: lxml.html.HtmlElement) -> bool:
    rel = (element.get("rel") or "").lower().split()
    return "author" in rel or bool(_NAMES & {*classes_of(element)})


def _says_published(time: lxml.html.HtmlElement) -> bool:
    said = {*classes_of(time)}
    is_said = said & {"published", "dt-published", "entry-date"}
    return bool(is_said and time.get("datetime")) and not is_of_change(time)
