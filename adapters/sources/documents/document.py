"""Reads a document as one post: PDF, Word (.docx), PowerPoint (.pptx), OpenDocument text (.odt)."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from adapters.sources.bytes.reader import LARGEST_POST, too_large_post
from adapters.sources.documents.open_document import open_document_text
from adapters.sources.documents.pdf import pdf_text
from adapters.sources.documents.slides import slides_text
from adapters.sources.documents.word import word_text
from adapters.sources.rows import to_post
from index.crashes import LibraryCrash, crashes_as_errors
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

_ZIP: Final = b"PK\x03\x04"
_PDF: Final = re.compile(rb"\s*%PDF-")
READERS: Final[dict[str, Callable[[bytes, Labels], str]]] = {
    "pdf": pdf_text,
    "docx": word_text,
    "pptx": slides_text,
    "odt": open_document_text,
}
_MARKS: Final = {
    b"word/": "docx",
    b"ppt/": "pptx",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "odt",
}
"""What the names of the first members of a zip begin with."""


def document_kind(head: bytes, name: str) -> str:
    """Return what kind of document begins like this, or "" for none."""
    if _PDF.match(head):
        return "pdf"
    if not head.startswith(_ZIP):
        return ""
    ending = name.lower().rpartition(".")[2]
    if ending in READERS.keys() - {"pdf"}:
        return ending
    is_office = b"[Content_Types].xml" in head
    marks = (kind for mark, kind in _MARKS.items() if mark in head and (is_office or kind == "odt"))
    return next(marks, "")


def document_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the document as one post that is called like its file.

    Whom its properties name as its author need not have written it.
    """
    try:
        text = _text(data, labels)
    except PostFormatError as error:
        yield error
        return
    if not text:
        yield PostFormatError(labels.file, "wordless_document")
        return
    if len(text) > LARGEST_POST or len(text.encode(errors="surrogatepass")) > LARGEST_POST:
        yield too_large_post(labels.file)
        return
    row = {"id": labels.name, "title": PurePath(labels.name).stem, "text": text}
    yield to_post(row | ({"url": labels.address} if labels.address else {}), labels, None)


def _text(data: bytes, labels: Labels) -> str:
    """Return what a document says.

    Raises:
        PostFormatError: It cannot be read, is too large or locked, or no reader is installed.
    """
    kind = document_kind(data[:65_536], labels.name)
    try:
        with crashes_as_errors():
            text = READERS[kind](data, labels)
    except PostFormatError:
        raise
    except ImportError as error:
        raise PostFormatError(labels.file, "no_document_reader") from error
    except (MemoryError, LibraryCrash):
        raise
    except Exception as error:
        # What the libraries raise over a damaged document is not told anywhere.
        raise PostFormatError(labels.file, "broken_document", reason=str(error)[:100]) from error
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()
