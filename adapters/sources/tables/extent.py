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

MOST_CELLS: Final = 2_000_000
"""How many cells the sheets of a workbook may spread over, the empty ones between counted, or one
in so many bytes as follow: each takes its time, and a filled one has more bytes."""
BYTES_A_CELL: Final = 4

_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,9})\$?(\d{1,9})")
_LETTERS: Final = 26
_ROW: Final = re.compile(r"\d{1,9}")
_TAGS: Final = ("{*}row", "{*}table-row", "{*}table", "{*}sheetData")


class Extents:
    """Counts how many cells the sheets of one workbook spread over.

    Args:
        file: The workbook's path as the person gave it.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = 0
        self._bytes = 0

    def check(self, name: str, content: bytes) -> None:
        """Refuse a workbook whose cells spread too far with those of one more member.

        Args:
            name: The member of the workbook.
            content: Its bytes; what is no XML holds no cells.

        Raises:
            PostFormatError: They do, or the member cannot be read.
        """
        if not name.endswith(".xml"):
            return
        self._bytes += len(content)
        extent, most = _Extent(), max(MOST_CELLS, self._bytes // BYTES_A_CELL)
        stream = io.BytesIO(content)
        try:
            for _, element in etree.iterparse(
                stream, events=("end",), tag=_TAGS, resolve_entities=False, no_network=True
            ):
                extent.see(element)
                if self._cells + extent.cells > most:
                    raise PostFormatError(self._file, "wide_workbook", most=most)
        except etree.XMLSyntaxError as error:
            raise PostFormatError(self._file, "broken_workbook", reason=error.msg[:100]) from error
        self._cells += extent.cells


class _Extent:
    """The rows and columns between the outermost cells that hold something, of all sheets."""

    def __init__(self) -> None:
        self._row = 0
        self._before = 0
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)

    @property
    def cells(self) -> int:
        if self._rows is None:
            return self._before
        return self._before + (self._rows[1] - self._rows[0] + 1) * (
            self._columns[1] - self._columns[0] + 1
        )

    def see(self, element: etree._Element) -> None:
        """Take one row of a sheet, or the end of all its rows."""
        kind = etree.QName(element).localname
        if kind == "row":
            self._see_row(element)
        elif kind == "table-row":
            self._see_row_of_open_document(element)
        else:
            self._before = self.cells
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
