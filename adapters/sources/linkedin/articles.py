"""Reads an article of a LinkedIn data archive, which is a page of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.html_text import parsed, tree_text
from adapters.sources.linkedin.dates import archive_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    import lxml.html

_PULSE: Final = re.compile(r"/pulse/([^/?#]+)")
_MOMENT: Final = re.compile(r"\d.*")


def article_row(html: str, author: str) -> Mapping[str, object] | None:
    """Return what an article says of a post, or None where it is a draft or empty.

    What is known of it stands above it: its title, linked, and when it was created and published.
    """
    tree = parsed(html)
    if tree is None:
        return None
    heading = tree.find(".//h1")
    created, published = _marked(tree, "created"), _marked(tree, "published")
    if created is not None and published is None:
        return None
    link = heading.find(".//a") if heading is not None else None
    url = (link.get("href") or "") if link is not None else ""
    title = " ".join(heading.text_content().split()) if heading is not None else ""
    date = _date(published)
    for element in (heading, created, published):
        if element is not None:
            element.drop_tree()
    text = tree_text(tree)
    if not text:
        return None
    name = _PULSE.search(url)
    return {
        "scope": "linkedin",
        "id": f"article/{name[1] if name else text_mark(title + text, 16)}",
        "source": "LinkedIn",
        "title": title,
        "text": text,
        "author": author,
        "url": url,
        "posted_at": date,
    }


def _marked(tree: lxml.html.HtmlElement, mark: str) -> lxml.html.HtmlElement | None:
    return next((each for each in tree.iter("p") if each.get("class") == mark), None)


def _date(published: lxml.html.HtmlElement | None) -> str:
    found = _MOMENT.search(published.text_content()) if published is not None else None
    moment = archive_date(found[0], day_first=True) if found else None
    return moment.isoformat() if moment else ""
