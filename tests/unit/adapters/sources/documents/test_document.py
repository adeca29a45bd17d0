from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.fakes import office

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CELL = "<w:tc>{}</w:tc>"
TABLE = "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>".format(
    "".join(CELL.format(office.paragraph(each)) for each in ("Dock", "Fee")),
    "".join(CELL.format(office.paragraph(each)) for each in ("North", "12")),
)
BODY = (
    office.paragraph("The keel & the rail")
    + '<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r><w:ins w:id="1"><w:r><w:t>oak</w:t>'
    '</w:r></w:ins><w:del w:id="2"><w:r><w:delText>elm</w:delText></w:r></w:del><w:r><w:t>.</w:t>'
    '</w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sdt><w:sdtContent>'
    + office.paragraph("In a form.")
    + f"</w:sdtContent></w:sdt>{TABLE}"
)


def test_a_pdf_is_a_post_called_like_its_file_and_pages_without_words_are_counted(
    read_file: ReadFile,
) -> None:
    found = read_file(office.pdf(["The keel is oak.", "", "The rail is elm."]), "Yard rules.pdf")
    assert found.only.text == "The keel is oak.\n\nThe rail is elm."
    assert (found.only.title, found.only.author) == ("Yard rules", None)
    assert found.left_out == {"wordless_pages": 1}


def test_a_text_of_word_is_read_as_it_stands_now_with_forms_tables_and_notes(
    read_file: ReadFile,
) -> None:
    found = read_file(office.word(BODY, "Since 1901.", comments=2), "rules.docx")
    assert found.only.text == (
        "The keel & the rail\n\nIt is oak.\n\nIn a form.\n\nDock | Fee\nNorth | 12\n\nSince 1901."
    )
    assert found.left_out == {"margin_comments": 2}


def test_slides_are_read_one_after_the_other(read_file: ReadFile) -> None:
    found = read_file(office.slides(["The keel is oak.", "", "Elm & ash."]), "talk.pptx")
    assert found.only.text == "The keel is oak.\n\nElm & ash."
    assert found.left_out == {"wordless_pages": 1}


def test_an_open_document_is_read_without_what_was_deleted_or_noted_at_its_margin(
    read_file: ReadFile,
) -> None:
    cells = "".join(
        f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in ("Dock", "12")
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>elm</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:h>The keel</text:h>"
        "<text:p>It is<office:annotation><text:p>Sure?</text:p></office:annotation> oak<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1901.</text:p>"
        "</text:note-body></text:note>.</text:p><text:list><text:list-item><text:p>Tar it.</text:p>"
        f"</text:list-item></text:list><table:table><table:table-row>{cells}</table:table-row>"
        "</table:table>"
    )
    found = read_file(office.open_document(body), "rules.odt")
    assert found.only.text == "The keel\n\nIt is oak.\n\nTar it.\n\nDock | 12\n\nSince 1901."
    assert found.left_out == {"margin_comments": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", office.pdf([""])),
        ("a.docx", office.word("")),
        ("a.pptx", office.slides([""])),
        ("a.odt", office.open_document("")),
    ],
)
def test_a_document_without_a_word_is_refused_with_what_helps(
    read_file: ReadFile, name: str, content: bytes
) -> None:
    assert "OCR" in read_file(content, name).error.problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", office.pdf(["The keel is oak."])[:40]),
        ("a.docx", office.open_document("<text:p>x</text:p>")),
        ("a.pptx", office.word(BODY)),
        ("a.odt", office.word(BODY)),
    ],
)
def test_a_damaged_document_is_refused(read_file: ReadFile, name: str, content: bytes) -> None:
    assert "save it again" in read_file(content, name).error.problem


def test_a_document_that_unpacks_to_too_much_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.sources.documents.document._LARGEST", 100)
    assert "split it" in read_file(office.word(BODY), "a.docx").error.problem


@pytest.mark.parametrize(
    ("name", "content", "package"),
    [
        ("a.pdf", office.pdf(["The keel."]), "pypdf"),
        ("a.docx", office.word(BODY), "docx2python"),
        ("a.pptx", office.slides(["The keel."]), "pptx"),
        ("a.odt", office.open_document("<text:p>x</text:p>"), "odfdo"),
    ],
)
def test_without_its_reader_a_document_is_refused_with_the_remedy(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert "`pip install 'pullquote[files]'`" in read_file(content, name).error.problem
