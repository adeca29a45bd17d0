"""Reads the text of a PDF, as far as it has one: a scan is a picture of words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from index.errors import PostFormatError

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels


def pdf_text(data: bytes, labels: Labels) -> str:
    """Return what its pages say; count those of which no text can be read.

    Raises:
        ImportError: The reader is not installed.
        PostFormatError: It is locked.
    """
    import pypdf  # noqa: PLC0415 -- an extra

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise PostFormatError(labels.file, "locked_document")
    pages = [_page_text(page) for page in reader.pages]
    labels.leave_out("wordless_pages", sum(not page for page in pages))
    return "\n\n".join(filter(None, pages))


def _page_text(page: Any) -> str:
    try:
        return str(page.extract_text()).strip()
    except Exception:  # noqa: BLE001 -- a page that is damaged is to cost no other
        return ""
