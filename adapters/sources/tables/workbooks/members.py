"""Copies of a workbook what its sheets are made of, within bounds, and nothing else."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from adapters.sources.archive_reading.members import ZipMembers, whole
from adapters.sources.documents.office_package import OfficePackage
from adapters.sources.tables.workbooks.extent import Extents
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN_DOCUMENT: Final = {"mimetype", "content.xml", "META-INF/manifest.xml"}
_BOOK: Final = "xl/workbook.xml"
_EXCEL: Final = {
    "[Content_Types].xml",
    "_rels/.rels",
    _BOOK,
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
}
_SHEETS: Final = ("worksheet", "chartsheet", "dialogsheet")
# What the members may unpack to together, or so many times the workbook's bytes, where that is
# more; but never more than the largest.
_MOST_BYTES: Final = 30_000_000
_BYTES_A_BYTE: Final = 30
_LARGEST: Final = 100_000_000


def bounded_workbook(data: bytes, file: str) -> bytes:
    """Return a workbook with nothing in it but what was counted, byte by byte.

    Args:
        data: All of it.
        file: Its path as the person gave it.

    Raises:
        PostFormatError: It is broken or too large, or its cells come to too much.
    """
    members = ZipMembers(io.BytesIO(data), file, with_hidden=True)
    is_open_document = members.sizes.keys() >= _OPEN_DOCUMENT
    kept = _OPEN_DOCUMENT if is_open_document else _EXCEL | {*_sheets(data, file)}
    lower = {name.lower() for name in kept}
    most = min(max(_MOST_BYTES, _BYTES_A_BYTE * len(data)), _LARGEST)
    extents = Extents(file, len(data), is_open_document=is_open_document)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as written:
        for name in members.sizes:
            if name.lower() not in lower:
                continue
            content = whole(members, name)
            if members.budget.used > most:
                raise PostFormatError(file, "too_large_workbook", most=most // 1_000_000)
            if name != "mimetype":
                extents.see(content)
            written.writestr(name, content)
    return copy.getvalue()


def _sheets(data: bytes, file: str) -> Iterator[str]:
    """Yield the members that hold the sheets of a workbook of Excel.

    Raises:
        PostFormatError: It is broken, or two of its sheets are one.
    """
    met: set[str] = set()
    try:
        package = OfficePackage(data, file)
        found = [name for kind in _SHEETS for _, name in package.names(_BOOK, kind)]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PostFormatError(file, "broken_workbook", reason=str(error)[:100]) from error
    for name in found:
        # Some programs write the path from the root without its slash.
        path = name.removeprefix("xl/") if name.startswith("xl/xl/") else name
        if path in met:
            raise PostFormatError(file, "broken_workbook", reason="two of its sheets are one")
        met.add(path)
        yield path
