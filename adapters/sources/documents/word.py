"""Reads the text of a document of Word (.docx)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.sources.documents.office_package import LOOKED_INTO, OfficePackage
from adapters.sources.documents.word_body import WORD, WordBody

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adapters.sources.file_defaults import Labels


def word_text(data: bytes, labels: Labels) -> str:
    """Return its text, a row of a table a line, and its notes at the end.

    Comments, headers, footers, charts and what is deleted in tracked changes are counted.

    Raises:
        PostFormatError: It is broken, or too large.
        ValueError: It is no document of Word.
    """
    package = OfficePackage(data, labels.file)
    name, document = next(package.related("", "officeDocument"), ("", None))
    tag = "" if document is None else document.tag
    word = next((each for each in WORD if tag == f"{each}document"), "")
    if not word:
        raise ValueError("nothing of Word is in it")
    body = WordBody(
        package.steps,
        word,
        *_list_and_heading_styles(package.related(name, "styles", LOOKED_INTO), word),
    )
    body.read(document)
    for _, part in package.related(name, "diagramData"):
        body.read(part)
    for kind in ("footnotes", "endnotes"):
        for _, part in package.related(name, kind):
            body.read_notes(part)
    labels.leave_out("tracked_deletions", body.deletions)
    _count_beside(package, name, word, labels)
    return body.outline.text()


def _count_beside(package: OfficePackage, name: str, word: str, labels: Labels) -> None:
    """Count what stands beside the text."""
    for kind in ("header", "footer"):
        parts = [part for _, part in package.related(name, kind)]
        labels.leave_out("headers_and_footers", sum(_has_words(each, word) for each in parts))
    for _, part in package.related(name, "comments"):
        labels.leave_out("margin_comments", sum(1 for _ in part.iter(f"{word}comment")))
    labels.leave_out("charts", sum(1 for _ in package.names(name, "chart")))


def _has_words(part: Any, word: str) -> bool:
    return any((each.text or "").strip() for each in part.iter(f"{word}t"))


def _list_and_heading_styles(
    parts: Iterable[tuple[str, Any]], word: str
) -> tuple[set[str], set[str]]:
    """Return the ids of the styles of items of lists, and of headings, which may be numbered."""
    items: set[str] = set()
    headings: set[str] = set()
    for style in (each for _, part in parts for each in part.iter(f"{word}style")):
        id_ = style.get(f"{word}styleId", "")
        if style.find(f"{word}pPr/{word}outlineLvl") is not None:
            headings.add(id_)
        elif style.find(f"{word}pPr/{word}numPr") is not None:
            items.add(id_)
    return items, headings
