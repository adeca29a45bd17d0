"""Counts the cells of OpenDocument's sheets while their XML is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from adapters.sources.tables.workbooks.cell_spread import A_CELL, ByLocalName, Spread

_MOST_TIMES: Final = 1_000_000_000
_DIGITS: Final = len(str(_MOST_TIMES)) - 1
_VALUES: Final = frozenset({"value-type", "formula"})
_COLUMNS: Final = "number-columns-repeated"


class OpenDocumentCells:
    """Counts the cells of the sheets of one workbook, each as often as it is repeated."""

    def __init__(self) -> None:
        self.spread = Spread()
        self.starts = ByLocalName[Callable[[Mapping[str, str]], None]](
            {
                "table-row": self._start_row,
                "table-cell": self._start_cell,
                "covered-table-cell": self._start_cell,
                "s": self._start_spaces,
                "tab": self._start_spaces,
                "line-break": self._start_spaces,
                "p": self._start_paragraph,
            }
        )
        self.ends = ByLocalName[Callable[[], None]](
            {
                "table": self._end_table,
                "table-row": self._end_row,
                "table-cell": self._end_cell,
                "covered-table-cell": self._end_cell,
            }
        )
        self._held = 0
        self._first, self._last = 0, 0
        self._column = 0
        self._times = [1]
        self._is_filled = False

    def take_text(self, text: str) -> None:
        """Take text between two tags."""
        if self._is_filled:
            self._held += len(text) * self._times[-1]

    def end_member(self) -> None:
        """Take the end of a member."""
        self._end_table()

    def held(self) -> int:
        """Return what all cells hold so far, in characters."""
        return self._held

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        times = _repeated(attributes, "number-rows-repeated")
        self._first, self._last = self._last + 1, self._last + times
        self._column = 0
        self._times.append(min(self._times[-1] * times, _MOST_TIMES))

    def _end_row(self) -> None:
        self._times.pop()

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        times, self._is_filled = 1, False
        for name in attributes:
            local = name.rpartition(":")[2]
            if local == _COLUMNS:
                times = _repeated(attributes, _COLUMNS)
            elif local in _VALUES:
                self._is_filled = True
        self._column += times
        self._times.append(min(self._times[-1] * times, _MOST_TIMES))
        if self._is_filled:
            self._fill(sum(map(len, attributes.values())))

    def _end_cell(self) -> None:
        self._times.pop()
        self._is_filled = False

    def _start_paragraph(self, _: Mapping[str, str]) -> None:
        if not self._is_filled:
            self._fill(0)

    def _fill(self, length: int) -> None:
        self._is_filled = True
        # Empty cells to the left take room as well, be they so in all rows.
        self.spread.add(self._first, self._last, 1, self._column)
        self._held += (A_CELL + length) * self._times[-1]

    def _start_spaces(self, attributes: Mapping[str, str]) -> None:
        self._held += _repeated(attributes, "c") * self._times[-1]

    def _end_table(self) -> None:
        self.spread.end_sheet()
        self._first, self._last = 0, 0


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    times = 1
    for name, value in attributes.items():
        if name.endswith(what) and name.rpartition(":")[2] == what:
            written = value.strip().removeprefix("+").lstrip("0")
            if len(written) > _DIGITS:
                return _MOST_TIMES
            times = max(times, int(written) if written.isdecimal() else 1)
    return times
