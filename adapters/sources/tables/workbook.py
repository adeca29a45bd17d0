"""Reads the sheets of Excel (.xlsx) and OpenDocument (.ods) workbooks as tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from adapters.sources.archive_reading.members import ZipMembers, whole
from adapters.sources.file_defaults import printable
from adapters.sources.tables.csv_table import BYTES_A_ROW, MOST_ROWS
from adapters.sources.tables.extent import Extents
from adapters.sources.tables.reading import Table, distinct
from index.crashes import LibraryCrash, crashes_as_errors
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.post_rows import Numbered

_ZIP: Final = b"PK\x03\x04"
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ENDINGS: Final = ("xlsx", "xlsm", "ods")
_READ: Final = (".xml", ".rels", "mimetype")
"""How the names of members end that say something; pictures and macros do not."""
_HEAD_WITHIN: Final = 20
"""The heads of a sheet stand in one of so many rows, below its title."""
_SHARED: Final = "sharedStrings.xml"
_STRING_ENDS: Final = re.compile(rb"</(?:\w+:)?si>")
_TOLD: Final = re.compile(
    rb"""<(?:\w+:)?c\s[^>]{0,200}\bt=["']s["'][^>]{0,200}>\s*<(?:\w+:)?v[^>]{0,99}>(\d{1,9})<"""
)
"""A cell that tells which of the shared strings it holds."""
_LARGEST: Final = 100_000_000
"""What the members that are read may unpack to together, in bytes."""


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
    bounded = _bounded(data, labels.file)
    try:
        with crashes_as_errors():
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(bounded))
            found = [(each, book.get_sheet_by_name(each.name)) for each in book.sheets_metadata]
    except (python_calamine.CalamineError, LibraryCrash, OSError, ValueError) as error:
        raise PostFormatError(labels.file, "broken_workbook", reason=str(error)[:100]) from error
    shown = []
    for metadata, sheet in found:
        if metadata.visible != python_calamine.SheetVisibleEnum.Visible:
            labels.leave_out_named("sheets", "other_sheets", metadata.name)
        elif sheet.height:
            shown.append(sheet)
    if not shown:
        raise PostFormatError(labels.file, "empty_workbook")
    most = max(MOST_ROWS, len(bounded) // BYTES_A_ROW)
    for sheet in shown:
        yield _table(sheet, printable(sheet.name) if len(shown) > 1 else "", labels, most)


def _bounded(data: bytes, file: str) -> bytes:
    """Return the workbook with nothing in it but what was counted, byte by byte.

    Raises:
        PostFormatError: It is broken or too large, or a sheet of it spreads too far.
    """
    copy = io.BytesIO()
    strings: list[int] = []
    told: Counter[bytes] = Counter()
    extents = Extents(file)
    members = ZipMembers(io.BytesIO(data), file, with_hidden=True)
    with zipfile.ZipFile(copy, "w") as written:
        for name in members.sizes:
            if name.endswith(_READ):
                content = whole(members, name)
                if members.budget.used > _LARGEST:
                    raise PostFormatError(file, "too_large_workbook", most=_LARGEST // 1_000_000)
                extents.check(name, content)
                written.writestr(name, content)
                if name.endswith(_SHARED):
                    strings += map(len, _STRING_ENDS.split(content))
                told.update(_TOLD.findall(content))
    # The library gives each cell a copy of the string that it shares with others.
    held = sum(strings[int(at)] * count for at, count in told.items() if int(at) < len(strings))
    if held > _LARGEST:
        raise PostFormatError(file, "too_large_workbook", most=_LARGEST // 1_000_000)
    return copy.getvalue()


def _table(sheet: Any, name: str, labels: Labels, most: int) -> Table:
    """Return a sheet as a table whose heads stand in its first row that holds several cells.

    A few bytes of a file may stand for very many rows: after the first so many the rest is
    left out, and named.
    """
    top = sheet.start[0] + 1
    beginning = [[*map(_written, row)] for row in islice(sheet.iter_rows(), _HEAD_WITHIN)]
    several = (at for at, row in enumerate(beginning) if sum(map(bool, row)) > 1)
    at = next(several, 0)
    labels.leave_out("other_records", sum(map(any, beginning[:at])))
    heads = distinct(beginning[at])

    def rows() -> Iterator[Numbered]:
        filled = 0
        for number, row in enumerate(islice(sheet.iter_rows(), at + 1, None), top + at + 1):
            cells = {
                head: _cell(cell)
                for head, cell in zip(heads, row, strict=False)
                if cell != "" or head.lower() != "audience"
            }
            if any(cell not in {None, ""} for cell in cells.values()):
                filled += 1
                if filled > most:
                    yield number, PostFormatError(labels.file, "too_many_rows", number, most=most)
                    return
                yield number, cells

    return Table(rows(), rows, heads, line=top + at, sheet=name, unit="row")


def _cell(value: object) -> object:
    """Return a cell as a table of text would hold it; a moment stays one, whatever its order."""
    if isinstance(value, datetime | date):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    return _written(value)


def _written(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
