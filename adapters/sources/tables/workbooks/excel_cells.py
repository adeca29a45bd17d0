"""Counts the cells of Excel's sheets while their XML is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from adapters.sources.tables.workbooks.cell_spread import A_CELL, ByLocalName, Spread

_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", re.ASCII)
_ROW: Final = re.compile(r"\d{1,7}", re.ASCII)
_INDEX: Final = re.compile(r"\d{1,9}", re.ASCII)
_LETTERS: Final = 26


class ExcelCells:
    """Counts the cells of the sheets of one workbook, and the strings that they share."""

    def __init__(self) -> None:
        self.spread = Spread()
        self.starts = ByLocalName[Callable[[Mapping[str, str]], None]](
            row=self._start_row,
            c=self._start_cell,
            v=self._start_value,
            sheet=self._start_sheet,
            si=self._start_string,
            numFmt=self._start_format,
            xf=self._start_style,
        )
        self.starts["is"] = self._start_inline
        # What ends shows where the next begins: to ask for both would take longer.
        self.ends = ByLocalName[Callable[[], None]]()
        self._row, self._column = 0, 0
        self._cell = (0, 0)
        self._filled = 0
        self._sheets: set[str] = set()
        self._formats: dict[str | None, int] = {}
        self._styled = 0
        self._is_shared = self._is_told = False
        self._told: Counter[str] = Counter()
        self._strings: list[int] = []
        self._string: int | None = None

    def take_text(self, text: str) -> None:
        """Take text between two tags."""
        if self._is_told:
            self._told[text] += 1
        elif self._string is not None:
            self._string += len(text)

    def end_member(self) -> None:
        """Take the end of a member, which holds one sheet at most."""
        self.spread.end_sheet()
        self._row, self._column = 0, 0
        self._is_told = False
        self._end_string()

    def held(self) -> int:
        """Return what all cells hold so far, in characters; a reader copies shared strings."""
        told = [(int(at), n) for at, n in self._told.items() if _INDEX.fullmatch(at)]
        strings = self._strings
        shared = sum(strings[at] * number for at, number in told if at < len(strings))
        return self._styled + self._filled * A_CELL + shared

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row, self._column = self._row + 1, 0
        written = attributes.get("r")
        if written is not None:
            if not _ROW.fullmatch(written):
                raise ValueError(f"there is no row {written[:20]!r}")
            self._row = int(written)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        row, place = self._row, attributes.get("r")
        self._column += 1
        if place is not None:
            found = _PLACE.fullmatch(place)
            if found is None:
                raise ValueError(f"there is no cell {place[:20]!r}")
            row, self._column = int(found[2]), _number(found[1])
        self._cell = (row, self._column)
        self._is_shared = attributes.get("t") == "s"
        self._is_told = False

    def _start_value(self, _: Mapping[str, str]) -> None:
        self._fill()
        self._is_told = self._is_shared

    def _start_inline(self, _: Mapping[str, str]) -> None:
        self._fill()

    def _fill(self) -> None:
        row, column = self._cell
        self._filled += 1
        self.spread.add(row, row, column, column)

    def _start_format(self, attributes: Mapping[str, str]) -> None:
        id_, length = attributes.get("numFmtId"), len(attributes.get("formatCode", ""))
        self._formats[id_] = max(length, self._formats.get(id_, 0))

    def _start_style(self, attributes: Mapping[str, str]) -> None:
        # A reader goes through its format to see whether it is one of dates.
        self._styled += self._formats.get(attributes.get("numFmtId"), 0)

    def _start_sheet(self, attributes: Mapping[str, str]) -> None:
        for id_ in (value for name, value in attributes.items() if name.endswith(":id")):
            if id_ in self._sheets:
                raise ValueError("two of its sheets are one")
            self._sheets.add(id_)

    def _start_string(self, _: Mapping[str, str]) -> None:
        self._end_string()
        self._string = 0

    def _end_string(self) -> None:
        if self._string is not None:
            self._strings.append(self._string)
        self._string = None


@cache
def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
