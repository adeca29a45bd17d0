"""How far the cells of sheets spread, and what is done at the elements that hold them."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

Act = TypeVar("Act")

A_CELL: Final = 75
"""A cell that holds something takes the time of so many characters beside its own."""


class ByLocalName(dict[str, Act | None], Generic[Act]):
    """What is done at elements, by their names; a prefix before one tells nothing."""

    def __missing__(self, name: str) -> Act | None:
        self[name] = found = self.get(name.rpartition(":")[2])
        return found


class Spread:
    """The rows and columns between the outermost cells that hold something, of all sheets.

    Attributes:
        cells: How many cells lie between them in the sheets that ended.
    """

    def __init__(self) -> None:
        self.cells = 0
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)

    def add(self, top: int, bottom: int, left: int, right: int) -> None:
        """Take cells of this sheet that hold something, as numbers of rows and columns."""
        if self._rows is None:
            self._rows, self._columns = (top, bottom), (left, right)
            return
        (first, last), (begin, end) = self._rows, self._columns
        if top < first or bottom > last:
            self._rows = (min(top, first), max(bottom, last))
        if left < begin or right > end:
            self._columns = (min(left, begin), max(right, end))

    def end_sheet(self) -> None:
        """Take the end of this sheet."""
        if self._rows is not None:
            height = self._rows[1] - self._rows[0] + 1
            self.cells += height * (self._columns[1] - self._columns[0] + 1)
        self._rows = None
