"""What is done at the text of drawings, which slides, diagrams and text boxes have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.sources.documents.office_xml import in_spaces

if TYPE_CHECKING:
    from adapters.sources.documents.office_xml import Acts
    from adapters.sources.documents.outline import Outline

_DRAWING: Final = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",  # of files saved as "strict"
)
_MERGED: Final = ("hMerge", "vMerge")


def drawing_acts(outline: Outline) -> tuple[Acts, Acts]:
    """Return what is done where elements of drawings begin and end: their text goes there."""

    def begin_cell(cell: Any) -> bool:
        if any(cell.get(each) in ("1", "true") for each in _MERGED):
            return True
        outline.begin("cell")
        return False

    def end_cell(cell: Any) -> None:
        if not any(cell.get(each) in ("1", "true") for each in _MERGED):
            outline.end("cell")

    begins = {
        "p": lambda _: outline.begin_paragraph(),
        "t": lambda element: outline.add(element.text or ""),
        "br": lambda _: outline.add("\n"),
        "tbl": lambda _: outline.begin("table"),
        "tr": lambda _: outline.begin("row"),
        "tc": begin_cell,
    }
    ends = {
        "p": lambda _: outline.end_paragraph(),
        "tbl": lambda _: outline.end("table"),
        "tr": lambda _: outline.end("row"),
        "tc": end_cell,
    }
    return in_spaces(_DRAWING, begins), in_spaces(_DRAWING, ends)
