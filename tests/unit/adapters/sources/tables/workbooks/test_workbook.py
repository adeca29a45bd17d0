from __future__ import annotations

import sys
import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.tables import reading
from adapters.sources.tables.workbooks import extent, workbook
from tests.fakes.workbooks import excel, open_document, packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fakes.workbooks import Cell
    from tests.unit.adapters.sources.conftest import ReadFile

MOMENT = datetime(2025, 5, 12, 14, 33)  # noqa: DTZ001 -- a workbook knows no zones
ROWS: Final[Sequence[Sequence[Cell]]] = [
    ["Respondent", "What did you like?", "Anything else?", "Completion time", "Score"],
    ["Ada", "The kiln & the wheel", "More clay", MOMENT, 5],
    ["Ben", "Everything", None, MOMENT, 4.5],
]


@pytest.mark.parametrize(("make", "ending"), [(excel, "xlsx"), (open_document, "ods")])
def test_a_sheet_is_a_table(read_file: ReadFile, make: object, ending: str) -> None:
    assert callable(make)
    found = read_file(make({"Answers": ROWS}), f"survey.{ending}")

    assert found.errors == []
    assert [post.text for post in found.posts] == [
        "What did you like?\nThe kiln & the wheel\n\nAnything else?\nMore clay",
        "What did you like?\nEverything",
    ]
    assert [post.author for post in found.posts] == ["Ada", "Ben"]
    assert [post.posted_at and post.posted_at.replace(tzinfo=None) for post in found.posts] == [
        MOMENT,
        MOMENT,
    ]
    assert found.left_out == {"columns:'Score'": 2}


def test_a_title_above_the_heads_and_hidden_sheets_are_counted(read_file: ReadFile) -> None:
    sheets: dict[str, Sequence[Sequence[Cell]]] = {
        "A": [["Feedback of May"], [None], *ROWS],
        "Raw": [["secret", "x"], ["no", "y"]],
    }
    found = read_file(excel(sheets, hidden="Raw"), "survey.xlsx")

    assert [post.author for post in found.posts] == ["Ada", "Ben"]
    assert found.left_out["lines_above_heads"] == 1
    assert found.left_out["sheets:'Raw'"] == 1
    assert not any("secret" in post.text for post in found.posts)


def test_every_sheet_is_read_and_ids_may_repeat_among_them(read_file: ReadFile) -> None:
    sheets = {name: [["id", "text"], ["1", f"The {name} sheet."]] for name in ("May", "June")}
    found = read_file(excel(sheets), "survey.xlsx")

    assert found.errors == []
    assert [post.id for post in found.posts] == ["survey:May/1", "survey:June/1"]


def test_a_wrong_row_is_told_by_its_number_in_the_sheet(read_file: ReadFile) -> None:
    found = read_file(excel({"A": [["id", "text"], ["1", "a"], ["1", "b"]]}), "survey.xlsx")

    assert (found.error.line, found.error.error.unit) == (3, "row")


def test_a_workbook_is_known_by_its_content(read_file: ReadFile) -> None:
    assert read_file(excel({"A": [["id", "text"], ["1", "a"]]}), "survey").only.text == "a"


def test_without_the_reader_the_remedy_is_told(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    error = read_file(excel({"A": ROWS}), "survey.xlsx").error

    assert "`pip install 'pullquote[tables]'` brings it" in error.problem


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_broken_workbook_is_refused(read_file: ReadFile, name: str) -> None:
    assert (
        "save it again as .xlsx or .ods" in read_file(packed({"x.xml": "<x/>"}), name).error.problem
    )
    torn = excel({"A": ROWS})[:-30]
    assert "broken" in read_file(torn, name).error.problem


def test_an_empty_workbook_is_refused(read_file: ReadFile) -> None:
    assert "no sheet of it holds anything" in read_file(excel({"A": []}), "a.xlsx").error.problem


@pytest.mark.parametrize(("make", "ending"), [(excel, "xlsx"), (open_document, "ods")])
def test_a_sheet_that_spreads_too_far_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, make: object, ending: str
) -> None:
    assert callable(make)
    data = make({"A": ROWS})
    monkeypatch.setattr(extent, "CELLS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_CELLS", 14)
    assert "spread over more than 14 cells" in read_file(data, f"a.{ending}").error.problem
    monkeypatch.setattr(extent, "MOST_CELLS", 15)
    assert len(read_file(data, f"a.{ending}").posts) == 2


@pytest.mark.parametrize(("make", "ending"), [(excel, "xlsx"), (open_document, "ods")])
def test_sheets_that_spread_too_far_together_are_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, make: object, ending: str
) -> None:
    assert callable(make)
    data = make({"A": ROWS, "B": ROWS})
    monkeypatch.setattr(extent, "CELLS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_CELLS", 29)
    assert "over more than 29 cells" in read_file(data, f"a.{ending}").error.problem
    monkeypatch.setattr(extent, "MOST_CELLS", 30)
    assert len(read_file(data, f"a.{ending}").posts) == 4


def test_one_stray_cell_far_below_a_table_costs_no_other_row(read_file: ReadFile) -> None:
    again = BytesIO()
    with zipfile.ZipFile(BytesIO(excel({"A": ROWS}))) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            stray = b'<row r="65536"><c r="Z65536" t="inlineStr"><is><t>x</t></is></c></row>'
            data = old.read(name).replace(b"</sheetData>", stray + b"</sheetData>")
            new.writestr(name, data)
    assert len(read_file(again.getvalue(), "a.xlsx").posts) == 2


def test_cells_that_repeat_count_as_often(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = open_document({"A": ROWS})
    again = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            repeated = b'<table:table-row table:number-rows-repeated="3">'
            new.writestr(name, old.read(name).replace(b"<table:table-row>", repeated))
    monkeypatch.setattr(extent, "CELLS_A_BYTE", 0)
    monkeypatch.setattr(extent, "MOST_CELLS", 44)
    assert "spread over" in read_file(again.getvalue(), "a.ods").error.problem
    monkeypatch.setattr(extent, "MOST_CELLS", 45)
    assert read_file(again.getvalue(), "a.ods").errors == []


def test_rows_that_repeat_beyond_what_a_table_may_have_are_left_out(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["comment", "author"], *([f"The kiln {each}", "Ada"] for each in range(9))]
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    monkeypatch.setattr(workbook, "BYTES_A_ROW", 10**6)
    found = read_file(excel({"A": rows}), "a.xlsx")
    assert len(found.posts) == 5
    assert "more than 5 rows" in found.error.problem


def test_a_table_of_more_columns_than_a_sheet_has_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_COLUMNS", 4)
    assert "more than 4 columns" in read_file(excel({"A": ROWS}), "a.xlsx").error.problem


def test_a_sheet_of_numbers_is_left_out_and_named(read_file: ReadFile) -> None:
    sheets: dict[str, Sequence[Sequence[Cell]]] = {
        "Sums": [["Room", "Sum"], [1, 2], [3, 4]],
        "Answers": ROWS,
    }
    found = read_file(excel(sheets), "survey.xlsx")

    assert (found.errors, len(found.posts)) == ([], 2)
    assert found.left_out["wordless_sheets:'Sums'"] == 1
    del sheets["Answers"]
    sheets["More"] = [["a", "b"], [1, 2]]
    none = read_file(excel(sheets), "sums.xlsx")
    assert none.posts == []
    assert "sums.xlsx/Sums" in str(none.error)
    assert "'Room', 'Sum'" in none.error.problem


def test_what_is_refused_in_a_sheet_names_the_sheet(read_file: ReadFile) -> None:
    rows: list[Sequence[Cell]] = [["Name", "Comment", "Date"], ["Ada", "Good", "03/04/2025"]]
    found = read_file(excel({"May": rows, "June": ROWS}), "survey.xlsx")

    assert "survey.xlsx/May" in str(found.error)
    assert len(found.posts) == 2


def test_a_sheet_without_heads_loses_no_row(read_file: ReadFile) -> None:
    rows: list[Sequence[Cell]] = [
        ["Ada", 5, "The kiln was far too hot for my bowl."],
        ["Ben", 4, "The wheel in the corner makes a noise."],
    ]
    found = read_file(excel({"A": rows}), "a.xlsx")

    assert [post.text for post in found.posts] == [row[2] for row in rows]
