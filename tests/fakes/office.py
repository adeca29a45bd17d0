"""PDF and the documents of office programs, in small."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SLIDE: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SLIDE_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONT: Final = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"


def pdf(pages: Sequence[str]) -> bytes:
    """Return a PDF of so many pages, each with a line of words or none."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for words in pages:
        at = len(objects) + 1
        kids.append(f"{at} 0 R")
        content = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET" if words else ""
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents {at + 1} 0 R{_FONT}",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    written, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def word(body: str, notes: str = "", comments: int = 0) -> bytes:
    """Return a document of Word (.docx) with this body, a footnote, and so many comments."""
    spaces = f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"'
    said = "".join(
        f'<w:comment w:id="{at}">{paragraph("Hm.")}</w:comment>' for at in range(comments)
    )
    parts = {
        "document": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "footnotes": f'<w:footnotes {spaces}><w:footnote w:id="2">{paragraph(notes)}</w:footnote>'
        "</w:footnotes>",
        "comments": f"<w:comments {spaces}>{said}</w:comments>",
    }
    types = {f"/word/{name}.xml": f"{_WORD_TYPE}.{name}+xml" for name in parts}
    types["/word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
    beside = {each: f"{each}.xml" for each in ("footnotes", "comments")}
    members = {f"word/{name}.xml": part for name, part in parts.items()}
    return _package(
        members, types, {"_rels/.rels": {"officeDocument": "word/document.xml"},
                         "word/_rels/document.xml.rels": beside},
    )  # fmt: skip


def paragraph(words: str) -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def slides(texts: Sequence[str]) -> bytes:
    """Return slides of PowerPoint (.pptx), each with a line of words or none."""
    spaces = f'xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}" xmlns:r="{_OFFICE}"'
    ids = "".join(f'<p:sldId id="{256 + at}" r:id="rId{at}"/>' for at in range(len(texts)))
    deck = f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    members, types = {"ppt/presentation.xml": deck}, {
        "/ppt/presentation.xml": f"{_SLIDE_TYPE}.presentation.main+xml"
    }  # fmt: skip
    for at, text in enumerate(texts):
        shape = (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
        members[f"ppt/slides/slide{at}.xml"] = (
            f"<p:sld {spaces}><p:cSld><p:spTree>{shape if text else ''}</p:spTree></p:cSld></p:sld>"
        )
        types[f"/ppt/slides/slide{at}.xml"] = f"{_SLIDE_TYPE}.slide+xml"
    related = {f"slide rId{at}": f"slides/slide{at}.xml" for at in range(len(texts))}
    return _package(
        members, types, {"_rels/.rels": {"officeDocument": "ppt/presentation.xml"},
                         "ppt/_rels/presentation.xml.rels": related},
    )  # fmt: skip


def open_document(body: str) -> bytes:
    """Return an OpenDocument text (.odt) with this body."""
    names = ("office", "text", "table")
    spaces = " ".join(f'xmlns:{each}="{_ODF}:{each}:1.0"' for each in names)
    kind = "application/vnd.oasis.opendocument.text"
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    listed = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry'
        f' manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return _zip({
        "mimetype": kind, "content.xml": _HEAD + content, "META-INF/manifest.xml": _HEAD + listed,
        "Pictures/a.png": "not read",
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
    return _zip({**held, **{name: _HEAD + part for name, part in members.items()}})


def _zip(members: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()
