from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes import office

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

MERGED = 'hMerge="1"'
KEEL = office.shape("The keel is oak.")


def cell(words: str, merged: str = "") -> str:
    return f"<a:tc {merged}><a:txBody><a:bodyPr/>{office.line(words)}</a:txBody></a:tc>"


def test_slides_are_read_one_after_the_other(read_file: ReadFile) -> None:
    found = read_file(office.slides(["The keel is oak.", "", "Elm & ash."]), "talk.pptx")
    assert found.only.text == "The keel is oak.\n\nElm & ash."
    assert found.left_out == {"wordless_pages": 1}


def test_shapes_in_groups_lines_and_tables_are_read_once(read_file: ReadFile) -> None:
    table = (
        f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>{cell('Dock')}"
        f"{cell('', MERGED)}{cell('Fee')}</a:tr><a:tr>{cell('North')}{cell('12')}</a:tr>"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    lines = KEEL.replace("</p:txBody>", "<a:p><a:r><a:t>Tar</a:t></a:r><a:br/>"
                         "<a:fld><a:t>it.</a:t></a:fld></a:p></p:txBody>")  # fmt: skip
    found = read_file(office.slides([f"<p:grpSp>{lines}</p:grpSp>{table}"]), "talk.pptx")
    assert found.only.text == "The keel is oak.\nTar\nit.\n\nDock | Fee\nNorth | 12"


def test_notes_are_read_and_what_stands_around_slides_is_counted(read_file: ReadFile) -> None:
    beside = {
        "notesSlide1": office.shape("1", "sldNum") + office.shape("Say why.", "body"),
        "comments1": "<p:cm/><p:cm/>",
        "diagramData1": office.line("In a diagram."),
        "chart1": "<p:sp/>",
    }
    slide = KEEL + office.shape("Yard 2024", "ftr") + office.shape("3", "sldNum")
    found = read_file(office.slides([slide], beside), "talk.pptx")
    assert found.only.text == "The keel is oak.\n\nIn a diagram.\n\nSay why."
    assert found.left_out == {"headers_and_footers": 2, "margin_comments": 2, "charts": 1}


def test_a_slide_that_is_listed_many_times_is_read_once(read_file: ReadFile) -> None:
    held = office.unpacked(office.slides(["The keel is oak."]))
    held["ppt/presentation.xml"] = held["ppt/presentation.xml"].replace(
        b'<p:sldId id="256" r:id="rId0"/>', b'<p:sldId id="256" r:id="rId0"/>' * 9
    )
    assert read_file(office.packed(held), "a.pptx").only.text == "The keel is oak."


def test_hidden_slides_and_shapes_and_descriptions_of_pictures_are_counted(
    read_file: ReadFile,
) -> None:
    hidden = office.shape("Elm.").replace('name="t"', 'name="t" hidden="1"')
    described = office.shape("").replace('name="t"', 'name="t" descr="A hull"')
    held = office.unpacked(office.slides([KEEL + hidden + described, "Elm."]))
    slide = held["ppt/slides/slide1.xml"]
    held["ppt/slides/slide1.xml"] = slide.replace(b"<p:sld ", b'<p:sld show="0" ')
    found = read_file(office.packed(held), "a.pptx")
    assert found.only.text == "The keel is oak."
    assert found.left_out == {"hidden_text": 2, "alt_texts": 1}
