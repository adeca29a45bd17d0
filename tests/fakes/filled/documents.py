"""Documents in which everything that people write is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.fakes import office
from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def _run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


def of_word() -> Mapping[str, bytes]:
    """Return a document of Word."""
    cell = f"<w:tc>{office.paragraph(word('w:tbl'))}</w:tc>"
    box = f"<w:txbxContent>{office.paragraph(word('w:txbxContent'))}</w:txbxContent>"
    held = f"<w:sdtContent>{office.paragraph(word('w:sdt'))}</w:sdtContent>"
    picture = f'<wp:docPr xmlns:wp="{_DRAWING}" id="1" name="a" descr="{word("docPr descr")}"/>'
    body = (
        office.paragraph(word("w:t"))
        + f"<w:p><w:ins>{_run(word('w:ins'))}</w:ins><w:del><w:r><w:delText>{word('w:del')}"
        f"</w:delText></w:r></w:del>{_run(word('w:vanish'), '<w:rPr><w:vanish/></w:rPr>')}"
        f"<w:r>{box}<w:drawing>{picture}</w:drawing>"
        '<w:sym w:font="Webdings" w:char="F0FC"/></w:r></w:p>'
        f"<w:sdt>{held}</w:sdt><w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
        '<w:altChunk r:id="rId9"/>'
    )
    beside = {
        "header1": office.paragraph(word("w:hdr")),
        "footer1": office.paragraph(word("w:ftr")),
        "diagramData1": office.line(word("diagram")).replace(
            "<a:p>", '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        ),
        "chart1": "",
    }
    return {"a.docx": office.word(body, word("w:footnote"), comments=1, beside=beside)}


def of_powerpoint() -> Mapping[str, bytes]:
    """Return slides."""
    cell = f"<a:tc><a:txBody><a:bodyPr/>{office.line(word('a:tbl'))}</a:txBody></a:tc>"
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
        f"{cell}{cell}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    named = 'name="t"'
    hidden = office.shape(word("hidden=1")).replace(named, f'{named} hidden="1"')
    picture = office.shape("").replace(named, f'{named} descr="{word("cNvPr descr")}"')
    footer = office.shape(word("p:ph ftr"), "ftr")
    beside = {
        "notesSlide1": office.shape(word("notes"), "body"),
        "comments1": "<p:cm/>",
        "diagramData1": office.line(word("diagram")),
        "chart1": "<p:sp/>",
    }
    shown = office.shape(word("a:t")) + table + hidden + picture + footer
    held = office.unpacked(office.slides([shown, word("show=0")], beside))
    slide = held["ppt/slides/slide1.xml"]
    held["ppt/slides/slide1.xml"] = slide.replace(b"<p:sld ", b'<p:sld show="0" ')
    return {"a.pptx": office.packed(held)}


def of_open_document() -> Mapping[str, bytes]:
    """Return an OpenDocument text."""
    deleted = f"<text:deletion><text:p>{word('text:deletion')}</text:p></text:deletion>"
    body = (
        f"<text:tracked-changes><text:changed-region>{deleted}</text:changed-region>"
        f"</text:tracked-changes><text:h>{word('text:h')}</text:h><text:p>{word('text:p')}"
        f"<office:annotation><text:p>{word('office:annotation')}</text:p></office:annotation>"
        f"<text:note><text:note-body><text:p>{word('text:note')}</text:p></text:note-body>"
        "</text:note><drawing:frame><drawing:text-box>"
        f"<text:p>{word('draw:text-box')}</text:p></drawing:text-box>"
        f"<svg:desc>{word('svg:desc')}</svg:desc></drawing:frame></text:p>"
        f"<text:list><text:list-item><text:p>{word('text:list')}</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell>"
        f"<text:p>{word('table:table')}</text:p></table:table-cell></table:table-row></table:table>"
        f'<text:section text:display="none"><text:p>{word("text:display=none")}</text:p>'
        "</text:section>"
    )
    around = "".join(
        f"<style:{each}><text:p>{word(f'style:{each}')}</text:p></style:{each}>"
        for each in ("header", "footer")
    )
    return {"a.odt": office.open_document(body, around)}


def of_pdf() -> Mapping[str, bytes]:
    """Return a PDF of two pages, one without text."""
    annotations = [
        f"/Subtype/Text/Contents({word('annotation')})",
        f"/Subtype/Widget/FT/Tx/T(name)/V({word('field')})",
    ]
    return {"a.pdf": office.pdf([word("page"), ""], annotations)}
