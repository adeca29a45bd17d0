"""Reads the text of slides of PowerPoint (.pptx)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from adapters.sources.documents.drawing import drawing_acts
from adapters.sources.documents.office_package import LOOKED_INTO, OfficePackage
from adapters.sources.documents.office_xml import has_words, walk
from adapters.sources.documents.outline import Outline
from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.documents.office_xml import Steps
    from adapters.sources.file_defaults import Labels

_SLIDES: Final = (
    "{http://schemas.openxmlformats.org/presentationml/2006/main}",
    "{http://purl.oclc.org/ooxml/presentationml/main}",  # of files saved as "strict"
)
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_FURNITURE: Final = ("ftr", "hdr", "dt", "sldNum")
_OFF: Final = ("0", "false")
_COMMENTS: Final = ("{*}cm", "{*}comment")

KNOWN: Final = Known(
    "PowerPoint",
    "PowerPoint 2007 to 2024, .pptx, also as Strict Open XML",
    {
        "a:t": "text",
        "a:tbl": "text",
        "notes": "text",
        "diagram": "text",
        "p:ph ftr": "headers_and_footers",
        "show=0": "hidden_text",
        "hidden=1": "hidden_text",
        "cNvPr descr": "alt_texts",
        "p:cm": "margin_comments",
        "chart": "charts",
    },
)
"""What a person can write into slides."""


def slides_text(data: bytes, labels: Labels) -> str:
    """Return what its slides say, each with its notes, a row of a table a line.

    Slides without a word, hidden ones, hidden shapes, footers, comments, charts and descriptions
    of pictures are counted.

    Raises:
        PostFormatError: It is broken, or too large.
        ValueError: These are no slides.
    """
    package = OfficePackage(data, labels.file)
    name, deck = next(package.related("", "officeDocument", LOOKED_INTO), ("", None))
    tag = "" if deck is None else deck.tag
    space = next((each for each in _SLIDES if tag == f"{each}presentation"), "")
    if not space:
        raise ValueError("no slides are in it")
    slides = [
        _slide_text(package, place, slide, labels)
        for place, slide in _slides(package, name, deck, space)
        if not _is_hidden(slide, labels)
    ]
    labels.leave_out("wordless_pages", sum(not slide for slide in slides))
    return "\n\n".join(filter(None, slides))


def _slides(package: OfficePackage, name: str, deck: Any, space: str) -> Iterator[tuple[str, Any]]:
    """Yield the names and the roots of the slides in their order."""
    places = dict(package.names(name, "slide"))
    for listed in deck.iterfind(f"{space}sldIdLst/{space}sldId"):
        ids = (listed.get(f"{each}id", "") for each in _RELATIONS)
        place = next((places[id_] for id_ in ids if id_ in places), "")
        if (slide := package.part(place)) is not None:
            yield place, slide


def _is_hidden(slide: Any, labels: Labels) -> bool:
    is_hidden = slide.get("show") in _OFF
    labels.leave_out("hidden_text", int(is_hidden and has_words(slide)))
    return is_hidden


def _slide_text(package: OfficePackage, name: str, slide: Any, labels: Labels) -> str:
    outline = Outline(package.steps)
    reading = _Shapes(outline, package.steps)
    reading.read(slide)
    for _, part in package.related(name, "diagramData"):
        reading.read(part)
    for _, part in package.related(name, "notesSlide"):
        _Shapes(outline, package.steps, "body").read(part)
    labels.leave_out("headers_and_footers", reading.furniture)
    labels.leave_out("hidden_text", reading.hidden)
    names = slide.iter(*(f"{each}cNvPr" for each in _SLIDES))
    labels.leave_out("alt_texts", sum(bool(each.get("descr", "").strip()) for each in names))
    for _, part in package.related(name, "comments"):
        labels.leave_out("margin_comments", sum(1 for _ in part.iter(*_COMMENTS)))
    labels.leave_out("charts", sum(1 for _ in package.names(name, "chart")))
    return outline.text()


class _Shapes:
    """Reads the shapes of a slide; headers, footers, dates and numbers of slides are counted.

    Args:
        outline: Is told what they say.
        steps: Bounds how far they are read.
        only: The one kind of place whose text is read; "" for all.

    Attributes:
        furniture: How many of those it has.
        hidden: How many hidden shapes with words.
    """

    def __init__(self, outline: Outline, steps: Steps, only: str = "") -> None:
        self._steps = steps
        self.furniture = self.hidden = 0
        self._only = only
        drawn, drawn_ends = drawing_acts(outline)
        self._begins, self._ends = dict(drawn), dict(drawn_ends)
        for space in _SLIDES:
            self._begins[f"{space}sp"] = partial(self._is_passed_over, space)
            self._begins[f"{space}txBody"] = lambda _: outline.begin("lines")
            self._ends[f"{space}txBody"] = lambda _: outline.end("lines")

    def read(self, part: Any) -> None:
        """Read a part, given by its root."""
        walk(part, self._begins, self._ends, self._steps)

    def _is_passed_over(self, space: str, shape: Any) -> bool:
        about = shape.find(f"{space}nvSpPr")
        named = None if about is None else about.find(f"{space}cNvPr")
        if named is not None and named.get("hidden", "0") not in _OFF:
            self.hidden += has_words(shape)
            return True
        place = None if about is None else about.find(f"{space}nvPr/{space}ph")
        kind = "" if place is None else place.get("type", "")
        if self._only:
            return bool(kind != self._only)
        is_furniture = kind in _FURNITURE
        self.furniture += is_furniture
        return is_furniture
