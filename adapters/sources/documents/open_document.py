"""Reads the text of an OpenDocument text (.odt)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels

_DELETED: Final = "//text:tracked-changes"
_COMMENT: Final = "//office:annotation"
_NOTE: Final = "//text:note"
_OF_NOTE: Final = ".//text:note-body//text:p"
_ROW: Final = "table:table-row"


def open_document_text(data: bytes, labels: Labels) -> str:
    """Return its text, a row of a table a line, and its notes at the end; comments are counted.

    Raises:
        ImportError: The reader is not installed.
    """
    from odfdo import Document  # noqa: PLC0415 -- an extra

    body: Any = Document(io.BytesIO(data)).body
    for each in body.xpath(_DELETED):
        each.delete()
    comments, notes = body.xpath(_COMMENT), body.xpath(_NOTE)
    labels.leave_out("margin_comments", len(comments))
    ends = [each.inner_text.strip() for note in notes for each in note.xpath(_OF_NOTE)]
    for each in (*comments, *notes):
        each.delete(keep_tail=True)
    said = [
        _words(each) for each in body.xpath(f"//text:h|//text:p[not(ancestor::{_ROW})]|//{_ROW}")
    ]
    return "\n\n".join(filter(None, [*said, *ends]))


def _words(element: Any) -> str:
    if element.tag != _ROW:
        return str(element.inner_text).strip()
    cells = (" ".join(each.inner_text.split()) for each in element.xpath("table:table-cell"))
    return " | ".join(cells).strip(" |")
