"""The process that reads a PDF for another: `python -m adapters.sources.documents.pdf_process`.

Its argument is JSON: how many `seconds` of processor time and bytes of memory it may use. The PDF
comes through its standard input; what it found goes through its standard output, as JSON.
"""

from __future__ import annotations

import json
import signal
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from index.workers import own_output

_COMMENTS = frozenset((
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_CARET, pdfium.FPDF_ANNOT_INK,
))  # fmt: skip
"""What people put on a page with words of their own."""
_END = 2
"""A text without a sign is its end alone, of two bytes."""


def main() -> None:
    """Read the PDF, and tell what it says."""
    said = own_output()
    task = json.loads(sys.argv[1])
    data = sys.stdin.buffer.read()
    _bound(task["seconds"], task["most_memory"])
    said.write(json.dumps(found_in(data)).encode())
    said.flush()


def found_in(data: bytes) -> dict[str, Any]:
    """Return what a PDF says: its `pages`, "" for those that cannot be read, and some counts.

    Of one that cannot be read at all, only the `problem`, or that it `is_locked`.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        return (
            {"is_locked": True} if is_locked else {"problem": f"error {error.err_code} of PDFium"}
        )
    found: dict[str, Any] = {"pages": [], "margin_comments": 0, "form_fields": 0}
    for at in range(len(document)):
        found["pages"].append(_page(document, at, found))
    return found


def _page(document: Any, at: int, found: dict[str, Any]) -> str:
    try:
        page = document[at]
        try:
            _count_annotations(page, found)
            return str(page.get_textpage().get_text_range())
        finally:
            page.close()
    except pypdfium2.PdfiumError:  # a page that is damaged is to cost no other
        return ""


def _count_annotations(page: Any, found: dict[str, Any]) -> None:
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in _COMMENTS and _has_words(annotation, b"Contents"):
            found["margin_comments"] += 1
        elif kind == pdfium.FPDF_ANNOT_WIDGET and _has_words(annotation, b"V"):
            found["form_fields"] += 1
        pdfium.FPDFPage_CloseAnnot(annotation)


def _has_words(annotation: Any, key: bytes) -> bool:
    return bool(pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0) > _END)


def _bound(seconds: float, most_memory: int) -> None:
    """Let the system end the process after so much processor time, whatever it does."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        import resource  # noqa: PLC0415 -- not on every system
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    least = most_memory if most == resource.RLIM_INFINITY else min(most, most_memory)
    resource.setrlimit(resource.RLIMIT_AS, (least, most))


if __name__ == "__main__":
    main()
