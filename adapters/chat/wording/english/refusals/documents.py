"""Why a document is refused, in English."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = {
    "no_document_reader": (
        "reading PDF needs a package that is not installed here: `pip install "
        "'pullquote[files]'` brings it; or save it as text"
    ),
    "broken_document": (
        "the document cannot be read ({reason}): save it again as .docx, .odt, .pptx or PDF, "
        "or as text"
    ),
    "locked_document": "the PDF is locked with a password: save it without one",
    "wordless_document": (
        "it holds no words, perhaps pictures of words: let a program recognise the text "
        "(OCR) and save it again"
    ),
    "too_large_document": (
        "it unpacks to far more than documents of its size do: split it, or save it as text"
    ),
    "slow_document": (
        "reading it takes more than {most:,} seconds of processor time: split it, or save it as "
        "text"
    ),
}
