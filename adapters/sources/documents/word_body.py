"""Goes through a part of a document of Word, and tells an outline what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.sources.documents.drawing import drawing_acts
from adapters.sources.documents.office_xml import in_spaces, walk
from adapters.sources.documents.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from adapters.sources.documents.office_xml import Steps

WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # of files saved as "strict"
)
"""The namespaces of Word's own elements, in braces."""
_MATHS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)


class WordBody:
    """Reads the parts of a document, one after the other.

    Args:
        steps: Bounds how far they are read.
        word: The namespace of its elements.
        items: The ids of the styles of items of lists.
        headings: Those of headings, which may be numbered, too.

    Attributes:
        outline: What they say.
        deletions: How often something was deleted in tracked changes.
    """

    def __init__(
        self, steps: Steps, word: str, items: AbstractSet[str], headings: AbstractSet[str]
    ) -> None:
        self.outline = outline = Outline()
        self._steps = steps
        self.deletions = 0
        self._word = word
        self._items = items
        self._headings = headings
        begins = {
            "p": lambda _: outline.begin_paragraph(),
            "pPr": self._note_properties,
            "t": lambda element: outline.add(element.text or ""),
            "tab": lambda _: outline.add("\t"),
            "br": lambda _: outline.add("\n"),
            "cr": lambda _: outline.add("\n"),
            "noBreakHyphen": lambda _: outline.add("-"),
            "tbl": lambda _: outline.begin("table"),
            "tr": lambda _: outline.begin("row"),
            "tc": lambda _: outline.begin("cell"),
            "del": self._note_deletion,
            "moveFrom": lambda _: True,
        }
        ends = {
            "p": lambda _: outline.end_paragraph(),
            "tbl": lambda _: outline.end("table"),
            "tr": lambda _: outline.end("row"),
            "tc": lambda _: outline.end("cell"),
        }
        drawn, drawn_ends = drawing_acts(outline)
        maths = in_spaces(_MATHS, {"t": begins["t"]})
        self._begins = in_spaces([word[1:-1]], begins) | drawn | maths
        self._ends = in_spaces([word[1:-1]], ends) | drawn_ends

    def read(self, part: Any) -> None:
        """Read a part, given by its root."""
        walk(part, self._begins, self._ends, self._steps)

    def read_notes(self, part: Any) -> None:
        """Read footnotes or endnotes, which stand at the end."""
        self.outline.begin_note()
        self.read(part)
        self.outline.end_note()

    def _note_properties(self, properties: Any) -> bool:
        """Mark the items of lists; the rest of a paragraph's properties says nothing."""
        if not len(properties):
            return True
        style = properties.find(f"{self._word}pStyle")
        name = None if style is None else style.get(f"{self._word}val")
        number = properties.find(f"{self._word}numPr/{self._word}numId")
        is_listed = name in self._items if number is None else number.get(f"{self._word}val") != "0"
        if is_listed and name not in self._headings:
            self.outline.mark_item()
        return True

    def _note_deletion(self, deletion: Any) -> bool:
        self.deletions += any(each.text for each in deletion.iter(f"{self._word}delText"))
        return True
