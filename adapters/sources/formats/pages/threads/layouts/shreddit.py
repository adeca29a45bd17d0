"""Reads a page of Reddit of today, saved by a browser: its own elements tell who wrote what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.threads.blocks import Block
from adapters.sources.formats.pages.threads.layouts.microdata_posts import MarkedThread
from adapters.sources.formats.pages.threads.marks import MOST_MARKS
from adapters.sources.left_out_fields import Known
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

    from adapters.sources.file_defaults import Labels

VERSIONS: Final = "Reddit as of 2023 to 2026, saved by a browser"
"""What this was written for."""

KNOWN: Final = Known(
    "Reddit HTML",
    VERSIONS,
    {
        "shreddit-post.post-title": "title",
        "shreddit-post.author": "author",
        "shreddit-post.text-body": "text",
        "shreddit-comment.author": "author",
        "shreddit-comment.content": "text",
        "[deleted]": "deleted_messages",
        "comment-count": "comments",
    },
)
"""What a saved page holds; comments that it counts and has not loaded are left out."""

_POST: Final = "shreddit-post"
_COMMENT: Final = "shreddit-comment"
_WHEN: Final = ("created-timestamp", "created", "created-at")
_GONE: Final = frozenset(
    {"[deleted]", "[removed]", "Comment deleted by user", "[ Removed by Reddit ]"}
)
_HOST: Final = "https://www.reddit.com"


def shreddit_thread(tree: lxml.html.HtmlElement, labels: Labels) -> MarkedThread | None:
    """Return the posts of a saved page of Reddit, the opener's first; None for another page.

    Args:
        tree: The page.
        labels: Takes the count of what is deleted, or not loaded.

    Raises:
        WrongValue: There are more than are told apart.
    """
    posts = [each for each in tree.iter(_POST) if each.get("author") or each.get("post-title")]
    if len(posts) != 1:
        return None  # a list of posts
    [post] = posts
    comments = [*tree.iter(_COMMENT)]
    if len(comments) > MOST_MARKS:
        raise WrongValue("many_authors", most=MOST_MARKS)
    found = [*map(_block, comments)]
    said = [each for each in found if each.text and each.text not in _GONE]
    labels.leave_out("deleted_messages", sum(each.text in _GONE for each in found))
    labels.leave_out("comments", max(0, _number(post.get("comment-count")) - len(found)))
    labels.leave_out("wordless", len([each for each in found if not each.text]))
    title = " ".join((post.get("post-title") or _heading(post)).split())
    opener = _block(post)
    if not opener.text or opener.text in _GONE:
        labels.leave_out("deleted_messages", int(bool(opener.text)))
        opener = Block(opener.author, title, opener.date, "", 0)
    return MarkedThread(title, _address(post), [opener, *said]) if opener.text else None


def _block(element: lxml.html.HtmlElement) -> Block:
    name = (element.get("author") or "").strip()
    return Block(
        author="" if name in _GONE else name,
        text="\n\n".join(filter(None, map(tree_text, _bodies(element)))),
        date=next(filter(None, map(element.get, _WHEN)), "") or _shown(element),
        anchor=element.get("permalink") or element.get("thingid") or "",
        quotes=0,
    )


def _bodies(element: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield the outermost elements that hold the words of a post, not of those that answer it."""
    left = [*reversed(element)]
    while left:
        each = left.pop()
        if each.tag in {_POST, _COMMENT}:
            continue
        is_named = each.get("slot") in {"text-body", "comment"} or "md" in classes_of(each)
        if is_named or (each.get("id") or "").endswith("-rtjson-content"):
            yield each
        else:
            left += reversed(each)


def _shown(element: lxml.html.HtmlElement) -> str:
    """Return the moment that a comment shows as its age."""
    left = [*reversed(element)]
    while left:
        each = left.pop()
        if each.tag in {_POST, _COMMENT}:
            continue
        if told := each.get("ts") or each.get("datetime"):
            return str(told)
        left += reversed(each)
    return ""


def _heading(post: lxml.html.HtmlElement) -> str:
    return next((each.text_content() for each in post.iter("h1")), "")


def _address(post: lxml.html.HtmlElement) -> str:
    place = post.get("permalink") or ""
    return f"{_HOST}{place}" if place.startswith("/") else place


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 10 else 0  # noqa: PLR2004 -- digits
