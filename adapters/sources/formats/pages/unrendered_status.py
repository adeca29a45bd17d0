"""Reads a page of Mastodon's that no script filled: its post stands in its head alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    import lxml.html

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.page_metadata import PageMetadata

_NAMED: Final = re.compile(r"(?P<name>.{1,200}?) ?\(@[\w.-]+(?:@[\w.:-]+)?\)", re.DOTALL)
_ATTACHED: Final = re.compile(
    r"\A(?:attached|angehängt|anhang|attaché|pièces? jointes?|adjuntos?) ?: (?P<files>[^\n]{1,80})"
    r"(?:\n\n|\Z)",
    re.IGNORECASE,
)
_SHOWN: Final = "status__content"
"""What Mastodon calls the words of a post."""
_CHOICE: Final = re.compile(r"^\[ \] ", re.MULTILINE)


def unrendered_status(
    tree: lxml.html.HtmlElement, said: PageMetadata, first: dict[str, object], labels: Labels
) -> list[dict[str, object]]:
    """Return the row of a post that only the head of a page has; none of another page.

    Mastodon tells there, for previews of links, who wrote it, and all of its words.

    Args:
        tree: The page.
        said: What it says of itself.
        first: The row that it would be as one post, without its text.
        labels: Takes the count of its pictures.
    """
    if said.first(("og:type",)) != "article" or not _is_unfilled(tree):
        return []
    named = _NAMED.fullmatch(said.first(("og:title",)))
    words = said.first(("og:description",))
    if named is None or not words:
        return []
    attached = _ATTACHED.match(words)
    if attached:
        labels.leave_out("attachments", sum(map(int, re.findall(r"\d{1,2}", attached["files"]))))
        words = words[attached.end() :]
    when = moment(said.first(("og:published_time",)), None)
    date = {"posted_at": when.isoformat(), "age": ""} if when else {}
    text = _CHOICE.sub("• ", words)
    return [first | date | {"title": "", "author": named["name"], "text": text}] if text else []


def _is_unfilled(tree: lxml.html.HtmlElement) -> bool:
    """Return whether a page is Mastodon's, and shows no post."""
    is_mastodon = any(each.get("id") == "mastodon" for each in tree.iter("div"))
    return is_mastodon and not any(_SHOWN in classes_of(each) for each in tree.iter("div"))
