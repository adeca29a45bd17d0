"""Makes the documents that `bench.parsing` reads: of 1 MB, and of as much as 1 MB may unpack to."""

from __future__ import annotations

import io
import zipfile
from random import Random
from typing import TYPE_CHECKING, Final

from tests.fakes import office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SIZE: Final = 1_000_000
_PIECES: Final = "keel oak rail elm tar since dock fee north mast sail rope knot tide moon".split()
_RUN: Final = (
    '<w:r><w:rPr><w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr>'
    '<w:t xml:space="preserve">the keel is oak </w:t></w:r>'
)
_LISTED: Final = "<w:pPr><w:numPr><w:numId w:val='%d'/></w:numPr></w:pPr>"
_CELL: Final = (
    "<w:tc><w:tcPr><w:gridSpan w:val='1000'/></w:tcPr><w:p><w:r><w:t>%d</w:t></w:r></w:p></w:tc>"
)
_WORD: Final[Mapping[str, str]] = {
    "short paragraphs": "<w:p><w:r><w:t>the keel is oak %d</w:t></w:r></w:p>",
    "empty paragraphs": "<w:p/>",
    "runs as Word writes them": f"<w:p>{_RUN * 8}%d</w:p>",
    "items of lists": f"<w:p>{_LISTED}<w:r><w:t>a</w:t></w:r></w:p>",
    "tables of wide cells": f"<w:tbl><w:tr>{_CELL}</w:tr></w:tbl>",
    "tables in each other": "<w:tbl><w:tr><w:tc>" * 40 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 40,
    "text boxes": f"<w:p><w:r><w:txbxContent>{office.paragraph('a')}</w:txbxContent></w:r></w:p>",
}
_OPEN: Final[Mapping[str, str]] = {
    "short paragraphs": "<text:p>the keel is oak %d</text:p>",
    "spans": "<text:p>a <text:span>b</text:span> c %d</text:p>",
    "comments": "<text:p>a<office:annotation><text:p>b</text:p></office:annotation> %d</text:p>",
    "tables": "<table:table><table:table-row><table:table-cell><text:p>%d</text:p>"
    "</table:table-cell></table:table-row></table:table>",
}
_SLIDES: Final[Mapping[str, str]] = {
    "shapes": office.shape("%d"),
    "cells": "<a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>%d</a:t></a:r></a:p></a:txBody></a:tc>"
    "</a:tr></a:tbl>",
}
_MADE: Final[Mapping[str, tuple[str, Mapping[str, str], Callable[[str], bytes]]]] = {
    "Word": ("a.docx", _WORD, office.word),
    "OpenDocument": ("a.odt", _OPEN, office.open_document),
    "PowerPoint": ("a.pptx", _SLIDES, lambda shapes: office.slides([shapes])),
}


def documents() -> Iterator[tuple[str, str, dict[str, bytes]]]:
    """Yield documents of each kind and shape, and packed ones of as much as is read of 1 MB."""
    for kind, (name, shapes, made) in _MADE.items():
        for shape, piece in shapes.items():
            yield kind, shape, {name: made(_repeated(piece, SIZE))}
            yield kind, f"{shape}, packed", {name: _largest(piece, made)}
    for shape, lines in _pages().items():
        yield "PDF", shape, {"a.pdf": office.pdf(lines)}


def _repeated(piece: str, size: int) -> str:
    count = size // (len(piece) + 3)
    return "".join(piece.replace("%d", str(number)) for number in range(count))


def _largest(piece: str, made: Callable[[str], bytes]) -> bytes:
    """Return a document of 1 MB packed, or with so many tags as are read, whichever comes first."""
    tags = 900_000 // piece.count("<") * (len(piece) + 3)
    size = min(tags, 28_000_000)
    while len(document := _packed(made(_repeated(piece, size)))) > SIZE:
        size = size * SIZE // len(document) - 1_000
    return document


def _packed(document: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in office.unpacked(document).items():
            archive.writestr(name, content)
    return held.getvalue()


def _pages() -> dict[str, list[str]]:
    random = Random(0)  # noqa: S311 -- no secret
    line = " ".join(random.choices(_PIECES, k=14)) + "\n"
    return {
        "pages of text": [line * 60] * (SIZE // len(line) // 62),
        "a page of many lines": [line * (SIZE // len(line))],
        "a page of many letters": ["a\n" * 40_000],
        "pages without a word": [""] * 5_000,
    }
