from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes import office

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CELL = "<w:tc>{}</w:tc>"
TABLE = "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>".format(
    "".join(CELL.format(office.paragraph(each)) for each in ("Dock", "Fee")),
    "".join(CELL.format(office.paragraph(each)) for each in ("North", "12")),
)
BOX = f"<w:txbxContent>{office.paragraph('In a box.')}</w:txbxContent>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(words: str, properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def test_a_text_of_word_is_read_as_it_stands_now_with_forms_tables_and_notes(
    read_file: ReadFile,
) -> None:
    body = (
        office.paragraph("The keel & the rail")
        + f'<w:p>{run("It is ")}<w:ins w:id="1">{run("oak")}</w:ins><w:del w:id="2"><w:r>'
        f'<w:delText>elm</w:delText></w:r></w:del>{run(".")}<w:r><w:footnoteReference w:id="2"/>'
        f"</w:r></w:p><w:sdt><w:sdtContent>{office.paragraph('In a form.')}</w:sdtContent></w:sdt>"
        + TABLE
    )
    found = read_file(office.word(body, "Since 1901.", comments=2), "rules.docx")
    assert found.only.text == (
        "The keel & the rail\n\nIt is oak.\n\nIn a form.\n\nDock | Fee\nNorth | 12\n\nSince 1901."
    )
    assert found.left_out == {"margin_comments": 2, "tracked_deletions": 1}


def test_links_and_formulas_are_their_words(read_file: ReadFile) -> None:
    body = (
        f'<w:p>{run("See ")}<w:hyperlink r:id="rId9">{run("the rules")}</w:hyperlink>{run(": ")}'
        '<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><w:r><w:instrText>HYPERLINK "http://a.b"'
        f"</w:instrText></w:r></w:p><w:p>{run('a &lt;b&gt; c')}</w:p>"
    )
    assert read_file(office.word(body), "a.docx").only.text == "See the rules: a=b\n\na <b> c"


def test_a_text_box_that_is_there_in_two_ways_is_read_once_behind_its_paragraph(
    read_file: ReadFile,
) -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f"<w:p>{run('The keel ')}<w:r>{both}</w:r>{run('is oak.')}</w:p>"
    assert read_file(office.word(body), "a.docx").only.text == "The keel is oak.\n\nIn a box."


def test_what_is_there_only_for_older_programs_is_read(read_file: ReadFile) -> None:
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox>"
        f"{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read_file(office.word(body), "a.docx").only.text == "In a box."


def test_what_is_there_in_an_empty_way_first_is_read_in_the_next(read_file: ReadFile) -> None:
    ways = (
        f'<mc:Choice Requires="x"/><mc:Choice Requires="y">{run("oak")}</mc:Choice>'
        f"<mc:Fallback>{run('elm')}</mc:Fallback>"
    )
    body = f"<w:p><mc:AlternateContent>{ways}</mc:AlternateContent></w:p>"
    assert read_file(office.word(body), "a.docx").only.text == "oak"


def test_signs_of_symbol_fonts_are_read_where_they_are_known_and_else_counted(
    read_file: ReadFile,
) -> None:
    places = (
        ("Wingdings", "F0FC"), ("Symbol", "B7"), ("Segoe UI", "2714"), ("Wingdings", "F021"),
        ("Webdings", "F0FC"), ("Symbol", "no"), ("Symbol", "FFFFFF"),
    )  # fmt: skip
    signs = "".join(f'<w:sym w:font="{font}" w:char="{place}"/>' for font, place in places)
    found = read_file(office.word(f"<w:p><w:r>{signs}<w:t>oak</w:t></w:r></w:p>"), "a.docx")
    assert found.only.text == "✔•✔    oak"
    assert found.left_out == {"symbols": 4}


def test_what_is_hidden_is_left_out_and_counted(read_file: ReadFile) -> None:
    styles = '<w:style w:styleId="Veil"><w:rPr><w:vanish/></w:rPr></w:style>'
    mark = '<w:pPr><w:rPr><w:vanish w:val="1"/></w:rPr></w:pPr>'  # of the paragraph's end alone
    rows = "".join(
        f"<w:tr><w:trPr>{hidden}</w:trPr>{CELL.format(office.paragraph(words))}</w:tr>"
        for hidden, words in (("", "Dock"), ("<w:hidden/>", "Elm"))
    )
    body = (
        f"<w:p>{mark}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Elm. </w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Oak.</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Veil"/></w:rPr><w:t>Elm.</w:t></w:r></w:p>'
        + styled("Elm.", '<w:pStyle w:val="Veil"/>')
        + f"<w:tbl>{rows}</w:tbl>"
    )
    found = read_file(office.word(body, beside={"styles": styles}), "a.docx")
    assert found.only.text == "Oak.\n\nDock"
    assert found.left_out == {"hidden_text": 4}


def test_inserted_files_and_descriptions_of_pictures_are_counted(read_file: ReadFile) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    pictures = "".join(
        f'<wp:docPr xmlns:wp="{drawing}" id="1" name="a" descr="{each}"/>' for each in ("Hull", "")
    )
    body = f'<w:p><w:r><w:drawing>{pictures}</w:drawing></w:r></w:p><w:altChunk r:id="rId9"/>'
    found = read_file(office.word(body + office.paragraph("Oak.")), "a.docx")
    assert found.only.text == "Oak."
    assert found.left_out == {"alt_texts": 1, "inserted_files": 1}


def test_merged_cells_and_tables_in_cells_are_read_once(read_file: ReadFile) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{office.paragraph("Docks")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{office.paragraph("North")}</w:tc>'
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    fee, boat = (CELL.format(office.paragraph(each)) for each in ("12", "7"))
    body = (
        f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{tall}{fee}{CELL.format(TABLE)}</w:tr>"
        f"<w:tr>{rest}{boat}</w:tr></w:tbl>"
    )
    assert read_file(office.word(body), "a.docx").only.text == (
        "Docks\nNorth | 12 | Dock | Fee North | 12\n7"
    )


def test_items_of_lists_begin_with_a_dash_and_numbered_headings_do_not(
    read_file: ReadFile,
) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    styles = (
        f'<w:style w:styleId="Points"><w:pPr>{numbered}</w:pPr></w:style>'
        f'<w:style w:styleId="Part"><w:pPr>{numbered}<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    body = (
        styled("Care", f'<w:pStyle w:val="Part"/>{numbered}')
        + styled("Tar it.", numbered)
        + styled("Dry it.", '<w:pStyle w:val="Points"/>')
        + styled("Not listed.", '<w:pStyle w:val="Points"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    found = read_file(office.word(body, beside={"styles": styles}), "a.docx")
    assert found.only.text == "Care\n\n- Tar it.\n- Dry it.\n\nNot listed."


def test_tabs_breaks_and_hyphens_stand_where_they_are_typed(read_file: ReadFile) -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>'
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:ptab/><w:t>e</w:t>"
        "</w:r></w:p>"
    )
    assert read_file(office.word(body), "a.docx").only.text == "a\tb\nc-d\te"


def test_headers_footers_and_charts_are_counted_and_what_moved_is_read_once(
    read_file: ReadFile,
) -> None:
    beside = {
        "header1": office.paragraph("Yard rules"),
        "header2": "<w:p/>",
        "footer1": office.paragraph("Page 3"),
        "chart1": "",
    }
    body = f"<w:p><w:moveFrom>{run('Oak.')}</w:moveFrom><w:moveTo>{run('Oak.')}</w:moveTo></w:p>"
    found = read_file(office.word(body, beside=beside), "a.docx")
    assert found.only.text == "Oak."
    assert found.left_out == {"headers_and_footers": 2, "charts": 1}


def test_a_document_saved_as_strict_is_read(read_file: ReadFile) -> None:
    held = office.unpacked(office.word(office.paragraph("The keel is oak.")))
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in held.items()
    }
    assert read_file(office.packed(strict), "a.docx").only.text == "The keel is oak."
