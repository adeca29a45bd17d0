"""PDF and the documents of office programs, in small."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument.text"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_SPACES: Final = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:m="{_OFFICE[:-13]}math" xmlns:v="urn:v"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SLIDE: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SLIDE_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDE_SPACES: Final = f'xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}" xmlns:r="{_OFFICE}"'
_FONT: Final = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"


def pdf(pages: Sequence[str], annotations: Sequence[str] = (), trailer: str = "") -> bytes:
    """Return a PDF.

    Args:
        pages: The words of each page, in lines, or none.
        annotations: What is put on each page beside its text, such as `/Subtype/Text`.
        trailer: What stands in its trailer beside what must.
    """
    held = "".join(f"<</Type/Annot/Rect[0 0 9 9]{each}>>" for each in annotations)
    around = "/Parent 2 0 R/MediaBox[0 0 300 200]"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for words in pages:
        at = len(objects) + 1
        kids.append(f"{at} 0 R")
        lines = words.replace("\n", ") Tj 0 -14 Td (")
        content = f"BT /F1 12 Tf 20 100 Td ({lines}) Tj ET" if words else ""
        objects += [
            f"<</Type/Page{around}/Contents {at + 1} 0 R/Annots[{held}]{_FONT}",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    written, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def word(
    body: str, notes: str = "", comments: int = 0, beside: Mapping[str, str] | None = None
) -> bytes:
    """Return a document of Word (.docx) with this body, a footnote, and so many comments.

    Args:
        body: What its body holds, in XML.
        notes: What the footnote says.
        comments: How many comments it has.
        beside: What further parts hold, by their names, such as `header1`.
    """
    said = "".join(
        f'<w:comment w:id="{at}">{paragraph("Hm.")}</w:comment>' for at in range(comments)
    )
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "footnotes": f'<w:footnote w:id="2">{paragraph(notes)}</w:footnote>',
        "comments": said,
        **(beside or {}),
    }
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = {f"/word/{name}.xml": f"{_WORD_TYPE}.{kind}+xml" for name, kind in kinds.items()}
    types["/word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
    members = {
        f"word/{name}.xml": f"<w:{kinds[name]} {_WORD_SPACES}>{part}</w:{kinds[name]}>"
        for name, part in parts.items()
    }
    related = {f"{kinds[name]} of{name}": f"{name}.xml" for name in parts if name != "document"}
    return _package(
        members, types, {"_rels/.rels": {"officeDocument": "word/document.xml"},
                         "word/_rels/document.xml.rels": related},
    )  # fmt: skip


def paragraph(words: str) -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def slides(
    texts: Sequence[str], beside: Mapping[str, str] | None = None, listed: str = ""
) -> bytes:
    """Return slides of PowerPoint (.pptx).

    Args:
        texts: What each says: a line of words, shapes in XML, or nothing.
        beside: What parts beside each slide hold, in XML, by their names, such as `notesSlide1`.
        listed: What else stands in the list of slides, in XML.
    """
    ids = "".join(f'<p:sldId id="{256 + at}" r:id="rId{at}"/>' for at in range(len(texts)))
    shown = {f"slide{at}": each for at, each in enumerate(texts)}
    members = {
        "ppt/presentation.xml": f"<p:presentation {_SLIDE_SPACES}><p:sldIdLst>"
        f"{ids}{listed}</p:sldIdLst></p:presentation>",
        **{f"ppt/slides/{name}.xml": _slide(text) for name, text in shown.items()},
        **{f"ppt/{name}.xml": _slide(held) for name, held in (beside or {}).items()},
    }
    types = {f"/ppt/slides/{name}.xml": f"{_SLIDE_TYPE}.slide+xml" for name in shown}
    types["/ppt/presentation.xml"] = f"{_SLIDE_TYPE}.presentation.main+xml"
    related = {f"slide rId{at}": f"slides/{name}.xml" for at, name in enumerate(shown)}
    near = {f"{name.rstrip('0123456789')} of{name}": f"../{name}.xml" for name in beside or {}}
    return _package(
        members, types, {"_rels/.rels": {"officeDocument": "ppt/presentation.xml"},
                         "ppt/_rels/presentation.xml.rels": related,
                         **{f"ppt/slides/_rels/{name}.xml.rels": near for name in shown}},
    )  # fmt: skip


def _slide(text: str) -> str:
    shapes = text if text.startswith("<") or not text else shape(text)
    return f"<p:sld {_SLIDE_SPACES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"


def shape(words: str, place: str = "") -> str:
    """Return a shape of a slide, in a place of some type if one is given."""
    held = f'<p:ph type="{place}"/>' if place else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr/><p:nvPr>{held}</p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/>{line(words)}</p:txBody></p:sp>"
    )


def line(words: str) -> str:
    """Return a paragraph of a shape."""
    return f"<a:p><a:r><a:t>{escape(words)}</a:t></a:r></a:p>"


def open_document(body: str, around: str = "") -> bytes:
    """Return an OpenDocument text (.odt) with this body, and what stands around each page."""
    names = ("office", "text", "table", "style", "drawing")
    spaces = " ".join(f'xmlns:{each}="{_ODF}:{each}:1.0"' for each in names)
    spaces += f' xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    listed = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry'
        f' manifest:full-path="/" manifest:media-type="{OPEN_DOCUMENT}"/></manifest:manifest>'
    )
    return packed({
        "mimetype": OPEN_DOCUMENT, "content.xml": _HEAD + content,
        "styles.xml": f"<office:document-styles {spaces}><office:master-styles><style:master-page>"
        f"{around}</style:master-page></office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": _HEAD + listed, "Pictures/a.png": "not read",
    })  # fmt: skip


def _package(
    members: Mapping[str, str], types: Mapping[str, str], related: Mapping[str, Mapping[str, str]]
) -> bytes:
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    held = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default'
        ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    }
    for name, targets in related.items():
        inner = "".join(
            f'<Relationship Id="{kind.partition(" ")[2] or f"rId{at}"}"'
            f' Type="{_OFFICE}/{kind.partition(" ")[0]}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets.items())
        )
        held[name] = (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
        )
    return packed({**held, **{name: _HEAD + part for name, part in members.items()}})


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def unpacked(document: bytes) -> dict[str, bytes]:
    """Return the members of a zip."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
