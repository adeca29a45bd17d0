"""Reads the text of a document of Word (.docx)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.sources.documents.office_package import LOOKED_INTO, OfficePackage
from adapters.sources.documents.office_xml import empty_hidden
from adapters.sources.documents.word_body import WORD, Styles, WordBody
from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from adapters.sources.file_defaults import Labels

KNOWN: Final = Known(
    "Word",
    "Word 2007 to 2024, .docx, also as Strict Open XML",
    {
        "w:t": "text",
        "w:ins": "text",
        "w:sdt": "text",
        "w:tbl": "text",
        "w:txbxContent": "text",
        "w:footnote": "text",
        "diagram": "text",
        "w:del": "tracked_deletions",
        "w:vanish": "hidden_text",
        "w:comment": "margin_comments",
        "w:hdr": "headers_and_footers",
        "w:ftr": "headers_and_footers",
        "docPr descr": "alt_texts",
        "w:altChunk": "inserted_files",
        "w:sym": "symbols",
        "chart": "charts",
    },
)
"""What a person can write into a document; a sign of a symbol font is read where it is known."""

_OFF: Final = ("0", "false", "off")
_PROPERTIES: Final = {"r": "rPr", "p": "pPr", "tr": "trPr"}
"""Where a run, a paragraph and a row of a table say how they look."""
_DRAWN: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}docPr",
)


def word_text(data: bytes, labels: Labels) -> str:
    """Return its text, a row of a table a line, and its notes at the end.

    Comments, headers, footers, charts, descriptions of pictures, hidden text, files that are put in
    whole, unknown signs of symbol fonts and what is deleted in tracked changes are counted.

    Raises:
        PostFormatError: It is broken, or too large.
        ValueError: It is no document of Word.
    """
    package = OfficePackage(data, labels.file)
    name, document = next(package.related("", "officeDocument"), ("", None))
    tag = "" if document is None else document.tag
    word = next((each for each in WORD if tag == f"{each}document"), "")
    if document is None or not word:
        raise ValueError("nothing of Word is in it")
    styles = _styles(package.related(name, "styles", LOOKED_INTO), word)
    labels.leave_out("hidden_text", empty_hidden(_hidden(document, word, styles), package.steps))
    body = WordBody(package.steps, word, styles)
    body.read(document)
    for _, part in package.related(name, "diagramData"):
        body.read(part)
    for kind in ("footnotes", "endnotes"):
        for _, part in package.related(name, kind):
            body.read_notes(part)
    labels.leave_out("tracked_deletions", body.deletions)
    labels.leave_out("inserted_files", body.inserted)
    labels.leave_out("symbols", body.symbols)
    drawn = document.iter(*_DRAWN)
    labels.leave_out("alt_texts", sum(bool(each.get("descr", "").strip()) for each in drawn))
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


def _hidden(document: Any, word: str, styles: Styles) -> Iterator[Any]:
    """Yield the runs, paragraphs and rows of tables that are not shown."""
    marks = [f"{word}{name}" for name in ("vanish", "hidden")]
    marks += [f"{word}{name}" for name in ("rStyle", "pStyle") if styles.hidden]
    for mark in document.iter(*marks):
        properties = mark.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is None or properties.tag.removeprefix(word) != _PROPERTIES.get(
            owner.tag.removeprefix(word)
        ):
            continue
        value = mark.get(f"{word}val", "")
        is_hidden = value in styles.hidden if mark.tag.endswith("Style") else value not in _OFF
        if is_hidden:
            yield owner


def _styles(parts: Iterable[tuple[str, Any]], word: str) -> Styles:
    styles = Styles()
    for style in (each for _, part in parts for each in part.iter(f"{word}style")):
        id_ = style.get(f"{word}styleId", "")
        if style.find(f"{word}pPr/{word}outlineLvl") is not None:
            styles.headings.add(id_)
        elif style.find(f"{word}pPr/{word}numPr") is not None:
            styles.items.add(id_)
        vanish = style.find(f"{word}rPr/{word}vanish")
        if vanish is not None and vanish.get(f"{word}val") not in _OFF:
            styles.hidden.add(id_)
    return styles
