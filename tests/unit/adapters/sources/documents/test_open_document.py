from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes import office

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


def paragraph(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def table(*rows: list[str]) -> str:
    cells = (
        "".join(f"<table:table-cell>{each}</table:table-cell>" for each in row) for row in rows
    )
    held = "".join(f"<table:table-row>{each}</table:table-row>" for each in cells)
    return f"<table:table>{held}</table:table>"


def test_an_open_document_is_read_without_what_was_deleted_or_noted_at_its_margin(
    read_file: ReadFile,
) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>elm</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:h>The keel</text:h>"
        "<text:p>It is<office:annotation><text:p>Sure?</text:p></office:annotation> oak<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1901.</text:p>"
        "</text:note-body></text:note>.</text:p><text:list><text:list-item><text:p>Tar it.</text:p>"
        "<text:p>Twice.</text:p></text:list-item><text:list-item><text:p>Dry it.</text:p>"
        f"</text:list-item></text:list>{table([paragraph('Dock'), paragraph('12')])}"
    )
    around = f"<style:header>{paragraph('Yard')}</style:header><style:footer/>"
    found = read_file(office.open_document(body, around), "rules.odt")
    assert found.only.text == (
        "The keel\n\nIt is oak.\n\n- Tar it.\n\nTwice.\n\n- Dry it.\n\nDock | 12\n\nSince 1901."
    )
    assert found.left_out == {
        "margin_comments": 1,
        "tracked_deletions": 1,
        "headers_and_footers": 1,
    }


def test_links_are_their_words_and_white_space_is_as_it_is_shown(read_file: ReadFile) -> None:
    body = paragraph(
        'See\n  <text:a xlink:href="http://a.b">the <text:span>rules</text:span></text:a>'
        '<text:s text:c="2"/>: <text:tab/>a\u00a0b<text:line-break/> c<text:s text:c="999999999"/>d'
    )
    found = read_file(office.open_document(body), "a.odt").only.text
    assert found.replace(" " * 100, " … ") == "See the rules  : \ta\u00a0b\nc … d"


def test_text_boxes_headings_and_tables_in_cells_are_read_once(read_file: ReadFile) -> None:
    box = (
        "<drawing:frame><drawing:text-box><text:p>In a box.</text:p></drawing:text-box>"
        "<svg:desc>A boat</svg:desc></drawing:frame>"
    )
    inner = table(["<text:h>North</text:h>", paragraph("12")])
    body = paragraph(f"The keel {box}is oak.") + table(
        ["<text:h>Docks</text:h>", paragraph("Fee")], [inner, paragraph("a") + paragraph("b")]
    )
    found = read_file(office.open_document(body), "a.odt")
    assert found.only.text == ("The keel is oak.\n\nIn a box.\n\nDocks | Fee\nNorth | 12 | a b")
    assert found.left_out == {"alt_texts": 1}


def test_what_is_hidden_is_left_out_and_counted(read_file: ReadFile) -> None:
    body = (
        '<text:section text:display="none"><text:p>elm</text:p></text:section>'
        '<text:section text:display="condition" text:is-hidden="true">elm</text:section>'
        '<text:p>It is <text:span text:style-name="T1">elm</text:span>oak'
        '<text:hidden-text text:is-hidden="true">elm</text:hidden-text>.</text:p>'
        '<text:p>elm<text:hidden-paragraph text:is-hidden="true"/></text:p>'
        '<text:p>Dry<text:hidden-paragraph text:is-hidden="false"/> it.</text:p>'
    )
    held = office.unpacked(office.open_document(body))
    style = (
        b'<office:automatic-styles><style:style style:name="T1"><style:text-properties'
        b' text:display="none"/></style:style></office:automatic-styles><office:body>'
    )
    held["content.xml"] = held["content.xml"].replace(b"<office:body>", style)
    found = read_file(office.packed(held), "a.odt")
    assert found.only.text == "It is oak.\n\nDry it."
    assert found.left_out == {"hidden_text": 5}
