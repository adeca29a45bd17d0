"""Measures what the cells of a workbook come to, before a library makes room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from adapters.sources.tables.workbooks.excel_cells import ExcelCells
from adapters.sources.tables.workbooks.open_document_cells import OpenDocumentCells
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Mapping

# A workbook may have so much, or so much of each of its packed bytes, where that is more. Ordinary
# ones stay below it, whatever their size: a cell of them has 2 to 8 packed bytes and 4 tags.
MOST_CELLS: Final = 2_000_000
"""How many cells the sheets of a workbook may spread over, the empty ones between counted."""
CELLS_A_BYTE: Final = 0.5
MOST_TAGS: Final = 1_200_000
"""How many tags its members may have together; an element has two, be they written as one.
Those of OpenDocument take longer, and may be two thirds of it."""
TAGS_A_BYTE: Final = 1.2
MOST_HELD: Final = 20_000_000
"""What its cells may hold, in characters, each cell and each repeated one with its own copy."""
HELD_A_BYTE: Final = 20
_MOST_ATTRIBUTES: Final = 200
"""A reader compares each attribute of an element with all others."""
_TEXT_AT_ONCE: Final = 1_000_000


class Extents:
    """Counts what the cells of all sheets of one workbook come to.

    Args:
        file: The workbook's path as the person gave it.
        size: Its bytes.
        is_open_document: Whether it is one of OpenDocument, not of Excel.
    """

    def __init__(self, file: str, size: int, *, is_open_document: bool) -> None:
        self._file = file
        self._tags = 0
        most_tags = max(MOST_TAGS, int(TAGS_A_BYTE * size))
        self._most_tags = most_tags * 2 // 3 if is_open_document else most_tags
        self._most_cells = max(MOST_CELLS, int(CELLS_A_BYTE * size))
        self._most_held = max(MOST_HELD, HELD_A_BYTE * size)
        self._cells = OpenDocumentCells() if is_open_document else ExcelCells()

    def see(self, content: bytes) -> None:
        """Count one more member.

        Args:
            content: Its XML.

        Raises:
            PostFormatError: It cannot be read, or the cells spread too far or hold too much.
        """
        self._tags += 2 * (content.count(b"<") - content.count(b"</"))
        if self._tags > self._most_tags:
            raise PostFormatError(self._file, "finely_divided_workbook", most=self._most_tags)
        try:
            self._parse(content)
        except (expat.ExpatError, LookupError, ValueError) as error:
            reason = str(error)[:100]
            raise PostFormatError(self._file, "broken_workbook", reason=reason) from error
        self._cells.end_member()
        self.check()

    def check(self) -> None:
        """Refuse the workbook where the members seen so far come to too much together.

        Raises:
            PostFormatError: They do.
        """
        if self._cells.spread.cells > self._most_cells:
            raise PostFormatError(self._file, "wide_workbook", most=self._most_cells)
        if self._cells.held() > self._most_held:
            most = self._most_held // 1_000_000
            raise PostFormatError(self._file, "too_large_workbook", most=most)

    def _parse(self, content: bytes) -> None:
        starts, ends = self._cells.starts, self._cells.ends

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if len(attributes) > _MOST_ATTRIBUTES:
                raise ValueError(f"an element has more than {_MOST_ATTRIBUTES} attributes")
            if (act := starts[name]) is not None:
                act(attributes)

        def end(name: str) -> None:
            if (act := ends[name]) is not None:
                act()

        parser = expat.ParserCreate()
        parser.buffer_text, parser.buffer_size = True, _TEXT_AT_ONCE
        parser.StartDoctypeDeclHandler = _refuse_type
        parser.StartElementHandler = start
        if ends:
            parser.EndElementHandler = end
        parser.CharacterDataHandler = self._cells.take_text
        parser.Parse(content, True)


def _refuse_type(*_: object) -> None:
    # No office program writes one, and it may define entities.
    raise ValueError("it declares a document type")
