"""Goes through a part of a document of Word, and tells an outline what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from adapters.sources.documents.drawing import drawing_acts
from adapters.sources.documents.office_xml import in_spaces, walk
from adapters.sources.documents.outline import Outline

if TYPE_CHECKING:
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


_PRIVATE: Final = range(0xE000, 0xF900)
"""Codes without a meaning of their own."""
_OF_SYMBOLS: Final = {0, 0xF0}
"""What the codes of signs in a font of symbols begin with, before their place in it."""
_SIGNS: Final = {
    "Wingdings": {
        0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖",
        0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✘",
        0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
    },
    "Symbol": {
        0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x6C: "λ", 0x6D: "μ",
        0x70: "π", 0x73: "σ", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°",
        0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xDE: "⇒",
    },
}  # fmt: skip
"""Common signs of such fonts, by their places in them."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of some styles.

    Attributes:
        items: Those of items of lists.
        headings: Those of headings, which may be numbered, too.
        hidden: Those of what is not shown.
    """

    items: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)


class WordBody:
    """Reads the parts of a document, one after the other.

    Args:
        steps: Bounds how far they are read.
        word: The namespace of its elements.
        styles: The styles that tell something.

    Attributes:
        outline: What they say.
        deletions: How often something was deleted in tracked changes.
        inserted: How many files are put in whole.
        symbols: How many signs are in fonts of symbols that are not known.
    """

    def __init__(self, steps: Steps, word: str, styles: Styles) -> None:
        self.outline = outline = Outline(steps)
        self._steps = steps
        self.deletions = self.inserted = self.symbols = 0
        self._word = word
        self._styles = styles
        # Put together once: they are looked for in each paragraph.
        self._style, self._listed, self._number, self._value = (
            f"{word}{name}" for name in ("pStyle", "numPr", "numId", "val")
        )
        begins = {
            "p": lambda _: outline.begin_paragraph(),
            "pPr": self._note_properties,
            "t": lambda element: outline.add(element.text or ""),
            "tab": lambda _: outline.add("\t"),
            "ptab": lambda _: outline.add("\t"),
            "sym": self._add_symbol,
            "br": lambda _: outline.add("\n"),
            "cr": lambda _: outline.add("\n"),
            "noBreakHyphen": lambda _: outline.add("-"),
            "tbl": lambda _: outline.begin("table"),
            "tr": lambda _: outline.begin("row"),
            "tc": lambda _: outline.begin("cell"),
            "altChunk": self._note_inserted,
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
        style = properties.find(self._style)
        name = None if style is None else style.get(self._value)
        listed = properties.find(self._listed)
        number = None if listed is None else listed.find(self._number)
        items = self._styles.items
        is_listed = name in items if number is None else number.get(self._value) != "0"
        if is_listed and name not in self._styles.headings:
            self.outline.mark_item()
        return True

    def _add_symbol(self, symbol: Any) -> None:
        """Add a sign that is given by its place in a font."""
        font, place = (symbol.get(f"{self._word}{name}", "") for name in ("font", "char"))
        try:
            code = int(place[:6], 16)
            known = _SIGNS.get(font, {}) if code >> 8 in _OF_SYMBOLS else {}
            sign = known.get(code & 0xFF, "")
            if not (sign or known) and code not in _PRIVATE and chr(code).isprintable():
                sign = chr(code)
        except (ValueError, OverflowError):
            sign = ""
        self.symbols += not sign
        self.outline.add(sign or " ")

    def _note_inserted(self, _: Any) -> bool:
        self.inserted += 1
        return True

    def _note_deletion(self, deletion: Any) -> bool:
        self.deletions += any(each.text for each in deletion.iter(f"{self._word}delText"))
        return True
