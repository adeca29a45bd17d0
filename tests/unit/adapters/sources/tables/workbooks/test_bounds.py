"""Workbooks of few bytes that come to very much, each kept small here by a lower bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.archive_reading import limits
from adapters.sources.tables.workbooks import extent, workbook
from adapters.sources.tables.workbooks import members as workbook_members
from tests.fakes.workbooks import changed, excel, open_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fakes.workbooks import Cell
    from tests.unit.adapters.sources.conftest import ReadFile

ROWS: Final[Sequence[Sequence[Cell]]] = [["text", "author"], ["The kiln", "Ada"]]
SHEET: Final = "xl/worksheets/sheet1.xml"
STRINGS: Final = "xl/sharedStrings.xml"
STYLES: Final = "xl/styles.xml"
BOOK: Final = "xl/workbook.xml"
RELATED: Final = "xl/_rels/workbook.xml.rels"
AGAIN: Final = (
    b'<Relationship Id="x" Type="/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship '
)
TOO_LARGE: Final = "unpack to more than"


def with_last(data: bytes, row: str) -> bytes:
    """Return a workbook with one more row at the end of its only sheet."""
    if SHEET.encode() in data:
        return changed(
            data, SHEET, lambda old: old.replace(b"</sheetData>", row.encode() + b"</sheetData>")
        )
    return changed(
        data,
        "content.xml",
        lambda old: old.replace(b"</table:table>", row.encode() + b"</table:table>"),
    )


def open_row(cell: str, rows: str = "1", columns: str = "1") -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell'
        f' office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{cell}</text:p></table:table-cell></table:table-row>"
    )


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = excel({"A": ROWS})
    monkeypatch.setattr(workbook_members, "_LARGEST", 100)
    assert TOO_LARGE in read_file(data, "a.xlsx").error.problem
    monkeypatch.setattr(limits, "LARGEST_PIECE", 100)
    assert "larger than" in read_file(data, "a.xlsx").error.problem


@pytest.mark.parametrize(
    ("cell", "rows", "columns"),
    [
        ("a" * 300, "4", "1"),
        ("a" * 300, "+4", "1"),
        ("a" * 300, "1", "0000000004"),
        ("a" * 300, "2", "2"),
        ('a<text:s text:c="1100"/>b', "1", "1"),
        ("a" + "<text:tab/>" * 1_100, "1", "1"),
        ('a<text:s text:c="9000000000"/>b', "1", "1"),
    ],
)
def test_text_counts_as_often_as_it_is_repeated(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, cell: str, rows: str, columns: str
) -> None:
    data = with_last(open_document({"A": ROWS}), open_row(cell, rows, columns))
    monkeypatch.setattr(extent, "HELD_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_HELD", 1_100)
    assert TOO_LARGE in read_file(data, "a.ods").error.problem


def test_text_that_is_not_repeated_counts_once(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = with_last(open_document({"A": ROWS}), open_row("a" * 300, "3"))
    monkeypatch.setattr(extent, "HELD_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_HELD", 1_600)
    found = read_file(data, "a.ods")
    assert [post.text for post in found.posts] == ["The kiln", "a" * 300]


def test_empty_cells_to_the_left_count(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = (
        '<table:table-row><table:table-cell table:number-columns-repeated="50"/>'
        '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
        "</table:table-row>"
    )
    data = changed(
        open_document({"A": [[]]}),
        "content.xml",
        lambda old: old.replace(b"</table:table>", row.encode() + b"</table:table>"),
    )
    monkeypatch.setattr(extent, "CELLS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_CELLS", 50)
    assert "spread over more than 50 cells" in read_file(data, "a.ods").error.problem


@pytest.mark.parametrize("before", ["", "<si/>", "<si><rPh><t>x</t></rPh></si>", "<si><t/></si>"])
def test_a_string_counts_as_often_as_cells_hold_it(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    row = '<row r="3"><c r="A3" t="s"><v>{}</v></c><c r="B3" t="s"><v>{}</v></c></row>'
    strings = f"<sst>{before}<si><t>{'a' * 600}</t></si></sst>"
    data = with_last(excel({"A": ROWS}), row.format(*[1 if before else 0] * 2))
    data = changed(data, STRINGS, lambda _: strings.encode())
    monkeypatch.setattr(extent, "HELD_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_HELD", 1_200)
    assert TOO_LARGE in read_file(data, "a.xlsx").error.problem
    monkeypatch.setattr(extent, "MOST_HELD", 1_700)
    assert len(read_file(data, "a.xlsx").posts) == 2


def test_the_tags_of_all_that_is_read_are_bounded(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extent, "TAGS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_TAGS", 200)
    for data in (
        with_last(excel({"A": ROWS}), "<row/>" * 200),
        with_last(excel({"A": ROWS}), "<row>" + "<c/>" * 200 + "</row>"),
        with_last(excel({"A": ROWS}), "<![CDATA[" + '<c t="s"' * 200 + "]]>"),
        changed(excel({"A": ROWS}), STYLES, lambda old: old + b"<!--" + b"<" * 200 + b"-->"),
    ):
        assert "more than 200 tags" in read_file(data, "a.xlsx").error.problem
    data = with_last(open_document({"A": ROWS}), open_row("<text:s/>" * 200))
    assert "more than 133 tags" in read_file(data, "a.ods").error.problem


@pytest.mark.parametrize("name", ["xl/theme/theme1.xml", "xl/theme/t.rels", "xl/worksheets/x.xml"])
def test_what_no_sheet_is_made_of_is_not_read(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(extent, "TAGS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_TAGS", 200)
    data = changed(excel({"A": ROWS}), name, lambda _: b"<row>" * 200 + b'<c t="s"' * 200)
    assert read_file(data, "a.xlsx").only.text == "The kiln"


@pytest.mark.parametrize(
    ("member", "old", "new", "reason"),
    [
        (SHEET, b"<sheetData>", b"<!DOCTYPE a><sheetData>", "cannot be read"),
        (SHEET, b"<worksheet", b"<!DOCTYPE worksheet><worksheet", "a document type"),
        (SHEET, b'r="A2"', b'r="ZZZZ2"', "no cell 'ZZZZ2'"),
        (SHEET, b'row r="2"', b'row r="99999999"', "no row '99999999'"),
        (SHEET, b"<sheetData", b"<x %s/><sheetData" % b" ".join(b'a%d=""' % n for n in range(201)),
         "more than 200 attributes"),
        (BOOK, b"</sheets>", b'<sheet name="B" sheetId="2" r:id="rId1"/></sheets>', "are one"),
        (RELATED, b"<Relationship ", AGAIN, "are one"),
    ],
)  # fmt: skip
def test_what_could_be_read_otherwise_than_it_was_counted_is_refused(
    read_file: ReadFile, member: str, old: bytes, new: bytes, reason: str
) -> None:
    data = changed(excel({"A": ROWS}), member, lambda content: content.replace(old, new, 1))
    assert reason in read_file(data, "a.xlsx").error.problem


def test_two_sheets_of_one_name_are_refused(read_file: ReadFile) -> None:
    data = changed(
        open_document({"A": ROWS, "B": ROWS}),
        "content.xml",
        lambda content: content.replace(b'table:name="B"', b'table:name="A"'),
    )
    assert "have one name" in read_file(data, "a.ods").error.problem


def test_cells_outside_of_rows_count(read_file: ReadFile, monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_last(excel({"A": ROWS}), '<x><c r="C9"><v>1</v></c></x>')
    monkeypatch.setattr(extent, "CELLS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_CELLS", 26)
    assert "spread over more than 26 cells" in read_file(data, "a.xlsx").error.problem


def test_a_long_format_counts_as_often_as_styles_have_it(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    styles = f'<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{"0" * 300}"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="200"/><xf numFmtId="200"/></cellXfs></styleSheet>'
    data = changed(excel({"A": ROWS}), STYLES, lambda _: styles.encode())
    monkeypatch.setattr(extent, "HELD_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_HELD", 600)
    assert TOO_LARGE in read_file(data, "a.xlsx").error.problem
    monkeypatch.setattr(extent, "MOST_HELD", 900)
    assert read_file(data, "a.xlsx").only.text == "The kiln"


def test_a_sheet_that_is_a_chart_is_named(read_file: ReadFile) -> None:
    data = changed(
        excel({"A": ROWS, "Chart": []}),
        RELATED,
        lambda old: old.replace(
            b'/worksheet" Target="worksheets/sheet2', b'/chartsheet" Target="chartsheets/sheet2'
        ),
    )
    data = changed(data, "xl/chartsheets/sheet2.xml", lambda _: b"<chartsheet/>")
    found = read_file(data, "a.xlsx")
    assert found.only.text == "The kiln"
    assert found.left_out == {"sheets:'Chart'": 1}


def test_the_rows_of_all_sheets_are_bounded_together(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    monkeypatch.setattr(workbook, "BYTES_A_ROW", 10**6)
    dates = ["13/2/2025", "1/2/2025", "2/3/2025"]  # their order is told by a second look
    rows = [["comment", "date"], *([f"The kiln {day}", day] for day in dates)]
    found = read_file(excel({"A": rows, "B": rows}), "a.xlsx")
    assert [post.posted_at and post.posted_at.month for post in found.posts] == [2, 2, 3, 2, 2]
    assert "more than 5 rows" in found.error.problem
