"""Measures how far the cells of a sheet spread, before a library makes room for all between."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CELLS: Final = 500_000
"""How many cells a sheet may spread over, the empty ones between counted, or one in so many bytes
of it as follow: each takes its time, and a filled one has more bytes."""
BYTES_A_CELL: Final = 4

_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,9})\$?(\d{1,9})")
_LETTERS: Final = 26
_ROW: Final = re.compile(r"\d{1,9}")
_TAGS: Final = ("{*}row", "{*}table-row", "{*}table", "{*}sheetData")


def check_extent(name: str, content: bytes, file: str) -> None:
    """Refuse a sheet whose cells spread too far.

    Args:
        name: The member of the workbook.
        content: Its bytes; what is no XML holds no cells.
        file: The workbook's path as the person gave it.

    Raises:
        PostFormatError: They do, or the member cannot be read.
    """
    if not name.endswith(".xml"):
        return
    extent, most = _Extent(), max(MOST_CELLS, len(content) // BYTES_A_CELL)
    stream = io.BytesIO(content)
    try:
        for _, element in etree.iterparse(
            stream, events=("end",), tag=_TAGS, resolve_entities=False, no_network=True
        ):
            extent.see(element)
            if extent.cells > most:
                raise PostFormatError(file, "wide_workbook", most=most)
    except etree.XMLSyntaxError as error:
        raise PostFormatError(file, "broken_workbook", reason=error.msg[:100]) from error


class _Extent:
    """The rows and columns between the outermost cells that hold something."""

    def __init__(self) -> None:
        self._row = 0
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)

    @property
    def cells(self) -> int:
        if self._rows is None:
            return 0
        return (self._rows[1] - self._rows[0] + 1) * (self._columns[1] - self._columns[0] + 1)

    def see(self, element: etree._Element) -> None:
        """Take one row of a sheet, or the end of all its rows."""
        kind = etree.QName(element).localname
        if kind == "row":
            self._see_row(element)
        elif kind == "table-row":
            self._see_row_of_open_document(element)
        else:
            self._row, self._rows = 0, None
        element.clear()

    def _see_row(self, element: etree._Element) -> None:
        written = element.get("r") or ""
        self._row = int(written) if _ROW.fullmatch(written) else self._row + 1
        column = 0
        for cell in element:
            column += 1
            row = self._row
            place = _PLACE.fullmatch(cell.get("r") or "")
            if place is not None:
                column, row = _number(place[1]), int(place[2])
            if len(cell):
                self._spread(row, row, column, column)

    def _see_row_of_open_document(self, element: etree._Element) -> None:
        first, last = self._row + 1, self._row + _repeated(element.attrib, "rows")
        column = 0
        for cell in element:
            begin, column = column + 1, column + _repeated(cell.attrib, "columns")
            if len(cell) or any(name.endswith("}value-type") for name in cell.attrib):
                self._spread(first, last, begin, column)
        self._row = last

    def _spread(self, top: int, bottom: int, left: int, right: int) -> None:
        if self._rows is None:
            self._rows, self._columns = (top, bottom), (left, right)
            return
        self._rows = (min(top, self._rows[0]), max(bottom, self._rows[1]))
        self._columns = (min(left, self._columns[0]), max(right, self._columns[1]))


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    found = (
        value for name, value in attributes.items() if name.endswith(f"number-{what}-repeated")
    )
    number = next(found, "1")
    return int(number) if number.isdecimal() and len(number) < 10 else 1  # noqa: PLR2004 -- digits


@cache
def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
