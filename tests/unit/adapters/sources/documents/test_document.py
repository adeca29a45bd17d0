from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.fakes import office

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORD = office.paragraph("The keel is oak.")
TEXT = "<text:p>The keel is oak.</text:p>"
WIDE = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>{WORD}</w:tc></w:tr></w:tbl>'
NESTED = "<w:tbl><w:tr><w:tc>" * 40 + WORD + "</w:tc></w:tr></w:tbl>" * 40
NOTED = f"<text:p>oak<office:annotation>{TEXT}</office:annotation></text:p>"
ATTRIBUTES = " ".join(f'a{number}=""' for number in range(1_000))
CELLS = f"<a:tr>{'<a:tc><a:txBody>' + office.line('oak') + '</a:txBody></a:tc>'}</a:tr>"


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
        ("a.docx", office.open_document(TEXT)),
        ("a.docx", office.slides(["The keel is oak."])),
        ("a.pptx", office.word(WORD)),
        ("a.odt", office.word(WORD)),
        ("a.odt", office.open_document("<text:p>")),
    ],
)
def test_a_damaged_document_is_refused(read_file: ReadFile, name: str, content: bytes) -> None:
    assert "save it again" in read_file(content, name).error.problem


@pytest.mark.parametrize("bound", ["_MOST_BYTES", "_MOST_TAGS", "_MOST_STEPS"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", office.word(WORD)),
        ("a.pptx", office.slides(["The keel is oak."])),
        ("a.odt", office.open_document(TEXT)),
    ],
)
def test_a_document_that_unpacks_to_too_much_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, bound: str
) -> None:
    package = "adapters.sources.documents.office_package"
    for each in ("_BYTES_A_BYTE", "_TAGS_A_BYTE", "_STEPS_A_BYTE"):
        monkeypatch.setattr(f"{package}.{each}", 0)
    monkeypatch.setattr(f"{package}.{bound}", 3)
    assert "split it" in read_file(content, name).error.problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_document_that_declares_a_document_type_is_refused(
    read_file: ReadFile, encoding: str
) -> None:
    content = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "oak">]><a>&b;</a>'
    )
    held = office.packed(
        {"mimetype": office.OPEN_DOCUMENT, "content.xml": content.encode(encoding)}
    )
    assert "save it again" in read_file(held, "a.odt").error.problem


def test_a_document_in_utf_16_is_read(read_file: ReadFile) -> None:
    held = office.unpacked(office.open_document(TEXT))
    held["content.xml"] = held["content.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert read_file(office.packed(held), "a.odt").only.text == "The keel is oak."


def test_without_its_reader_a_pdf_is_refused_with_the_remedy(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = read_file(office.pdf(["The keel."]), "a.pdf")
    assert "`pip install 'pullquote[files]'`" in found.error.problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", office.word(office.paragraph("oak " * 1_000) * 2_600)),
        ("a.docx", office.word(office.paragraph("oé" * 500_000) * 7)),
        ("a.pptx", office.slides(["oak " * 1_000_000] * 3)),
        ("a.odt", office.open_document(f"<text:p>{'oak ' * 1_000}</text:p>" * 2_600)),
    ],
    ids=["docx", "bytes", "pptx", "odt"],
)
def test_a_document_that_would_be_too_large_a_post_is_refused(
    read_file: ReadFile, name: str, content: bytes
) -> None:
    assert "larger than 10 MB, too large for one post" in read_file(content, name).error.problem


def test_a_pdf_that_would_be_too_large_a_post_is_refused(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.sources.documents.document.LARGEST_POST", 9)
    found = read_file(office.pdf(["The keel is oak."]), "a.pdf")
    assert "too large for one post" in found.error.problem


def test_a_text_of_more_than_10_mb_in_one_piece_is_refused_for_its_size(
    read_file: ReadFile,
) -> None:
    content = office.word(office.paragraph("oak " * 2_600_000))
    assert "split it" in read_file(content, "a.docx").error.problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", office.word(f"<w:p {ATTRIBUTES}/>" * 40 + WORD)),
        ("a.pptx", office.slides(["oak"], listed='<p:sldId r:id="no"/>' * 6_000)),
    ],
    ids=["attributes", "slides"],
)
def test_attributes_count_as_tags_and_lists_that_are_looked_into_several_times(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    package = "adapters.sources.documents.office_package"
    monkeypatch.setattr(f"{package}._TAGS_A_BYTE", 0)
    monkeypatch.setattr(f"{package}._MOST_TAGS", 18_000)
    assert "split it" in read_file(content, name).error.problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.docx", office.word("<w:p/>" * 80_000 + WORD)),
        ("wide.docx", office.word(WIDE * 4_000)),
        ("nested.docx", office.word(NESTED * 500)),
        ("noted.odt", office.open_document(NOTED * 9_000)),
        ("cells.pptx", office.slides([f"<a:tbl>{CELLS * 12_000}</a:tbl>"])),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_the_word_in_a_document_of_any_shape_is_found(
    read_file: ReadFile, name: str, content: bytes
) -> None:
    assert "oak" in read_file(content, name).only.text
