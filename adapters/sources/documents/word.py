"""Reads the text of a document of Word (.docx)."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels

_NOTE: Final = re.compile(r"----(?:foot|end)note\d+----")
_NUMBER: Final = re.compile(r"(?:foot|end)note\d+\)\t")
_PICTURE: Final = re.compile(r"----(?:media/.{1,100}?|Image alt text---->.{0,500}?<)----")
_BULLET: Final = re.compile(r"^(\t*)--\t")
_COMMENTS: Final = "word/comments.xml"


def word_text(data: bytes, labels: Labels) -> str:
    """Return its text, a row of a table a line, and its notes at the end; comments are counted.

    Raises:
        ImportError: The reader is not installed.
    """
    from docx2python import docx2python  # noqa: PLC0415 -- an extra

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _COMMENTS in archive.namelist():
            labels.leave_out("margin_comments", archive.read(_COMMENTS).count(b"<w:comment "))
    with docx2python(io.BytesIO(data)) as document:
        said = [*_tables(document.body), *_tables(document.footnotes), *_tables(document.endnotes)]
    return "\n\n".join(filter(None, said))


def _tables(tables: Sequence[Any]) -> Iterator[str]:
    """Yield the paragraphs: the library holds all of them in tables, in rows, in cells."""
    for table in tables:
        if all(len(row) == 1 for row in table):
            yield from (_plain(each) for row in table for cell in row for each in cell)
        else:
            rows = ((" ".join(map(_plain, cell)).strip() for cell in row) for row in table)
            yield "\n".join(" | ".join(row) for row in rows)


def _plain(paragraph: str) -> str:
    """Return a paragraph without what the library puts where a note or a picture stands."""
    text = _NUMBER.sub("", _PICTURE.sub("", _NOTE.sub("", paragraph)))
    return _BULLET.sub(lambda found: f"{found[1]}• ", text).strip()
