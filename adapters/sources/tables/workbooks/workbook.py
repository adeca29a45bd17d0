"""Reads the sheets of Excel (.xlsx) and OpenDocument (.ods) workbooks as tables."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from adapters.sources.file_defaults import printable
from adapters.sources.tables.first_row import is_data
from adapters.sources.tables.reading import HEADS_WITHIN, Table, distinct
from adapters.sources.tables.workbooks.members import bounded_workbook
from index.crashes import LibraryCrash, crashes_as_errors
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.post_rows import Numbered

_ZIP: Final = b"PK\x03\x04"
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ENDINGS: Final = ("xlsx", "xlsm", "ods")
MOST_ROWS: Final = 25_000
"""So many filled rows all sheets may have, or one in so many packed bytes as follow: real ones
have 30 and more. Those of CSV, which is not packed, take as long and are more."""
BYTES_A_ROW: Final = 30
_BLANK: Final = (None, "")


def is_workbook(head: bytes, name: str) -> bool:
    """Return whether a file that begins like this is a workbook that can be read."""
    if not head.startswith(_ZIP):
        return False
    is_excel = b"[Content_Types].xml" in head and b"xl/work" in head
    is_named = name.lower().rpartition(".")[2] in _ENDINGS
    return is_excel or is_named or _OPEN_DOCUMENT in head[:200]


def sheets(data: bytes, labels: Labels) -> Iterator[Table]:
    """Yield the sheets that hold something; hidden ones are left out and counted.

    Raises:
        PostFormatError: The workbook cannot be read, is too large, or no reader is installed.
    """
    try:
        import python_calamine  # noqa: PLC0415 -- an extra
    except ImportError as error:
        raise PostFormatError(labels.file, "no_sheet_reader") from error
    bounded = bounded_workbook(data, labels.file)
    try:
        with crashes_as_errors():
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(bounded))
            _check_names(book)
            names = [each.name for each in book.sheets_metadata if _is_shown(each)]
            found = [book.get_sheet_by_name(name) for name in names]
    except (python_calamine.CalamineError, LibraryCrash, OSError, ValueError) as error:
        raise PostFormatError(labels.file, "broken_workbook", reason=str(error)[:100]) from error
    for each in book.sheets_metadata:
        if not _is_shown(each):
            labels.leave_out_named("sheets", "other_sheets", each.name)
    shown = [sheet for sheet in found if sheet.height]
    if not shown:
        raise PostFormatError(labels.file, "empty_workbook")
    most = max(MOST_ROWS, len(data) // BYTES_A_ROW)
    filled: Counter[str] = Counter()
    for sheet in shown:
        yield _table(sheet, printable(sheet.name) if len(shown) > 1 else "", labels, most, filled)


def _check_names(book: Any) -> None:
    # Each would be read as often as it is named.
    if len({each.name for each in book.sheets_metadata}) < len(book.sheets_metadata):
        raise ValueError("two of its sheets have one name")


def _is_shown(metadata: Any) -> bool:
    import python_calamine  # noqa: PLC0415 -- an extra

    is_visible = metadata.visible == python_calamine.SheetVisibleEnum.Visible
    return bool(is_visible and metadata.typ == python_calamine.SheetTypeEnum.WorkSheet)


def _table(sheet: Any, name: str, labels: Labels, most: int, filled: Counter[str]) -> Table:
    """Return a sheet as a table whose heads stand in its first row that holds several cells.

    A few bytes of a file may stand for very many rows: after the first so many of all sheets the
    rest is left out, and named.
    """
    before = filled.total()
    top = sheet.start[0] + 1
    beginning = [[*map(_written, row)] for row in islice(sheet.iter_rows(), HEADS_WITHIN)]
    several = (at for at, row in enumerate(beginning) if sum(map(bool, row)) > 1)
    at = next(several, 0)
    labels.leave_out("lines_above_heads", sum(map(any, beginning[:at])))
    is_headed = not is_data(beginning[at], beginning[at + 1 :])
    heads = distinct(beginning[at] if is_headed else [""] * len(beginning[at]))
    above = at + is_headed
    audiences = {head for head in heads if head.lower() == "audience"}

    def rows() -> Iterator[Numbered]:
        count = 0
        for number, row in enumerate(islice(sheet.iter_rows(), above, None), top + above):
            if row.count("") == len(row):
                continue  # a stray cell far below may have a million such rows above it
            cells = {
                head: cell.strip() if type(cell) is str else _cell(cell)
                for head, cell in zip(heads, row, strict=False)
                if cell != "" or head not in audiences
            }
            if any(cell not in _BLANK for cell in cells.values()):
                count += 1
                filled[name] = max(filled[name], count)  # the same rows may be asked for again
                if before + count > most:
                    yield number, PostFormatError(labels.file, "too_many_rows", number, most=most)
                    return
                yield number, cells

    return Table(rows(), rows, heads, is_headed=is_headed, line=top + at, sheet=name, unit="row")


def _cell(value: object) -> object:
    """Return a cell as a table of text would hold it; a moment stays one, whatever its order."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else _written(value)


def _written(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
