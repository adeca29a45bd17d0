"""Puts together what a document says: each paragraph once, and each row of a table as a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from adapters.sources.documents.office_xml import Steps

Part = Literal["lines", "table", "row", "cell"]
"""What holds paragraphs, or other parts: lines are those of one shape."""

ITEM: Final = "- "
"""What an item of a list begins with, as on pages: the numbers are not in the file."""
_JOINED_BY: Final[dict[Part, str]] = {"lines": "\n", "table": "\n", "row": " | ", "cell": " "}
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


class Outline:
    """Takes in the words of a document in their order, and where its parts begin and end.

    A paragraph may hold others, in a text box; those stand behind it. A table in a cell is part of
    the cell's text.

    Args:
        steps: Bounds how many words there may be.
    """

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._document: list[str] = []
        self._notes: list[str] = []
        # Where finished text goes: the innermost cell, row or table, or the document.
        self._within: list[list[str]] = [self._document]
        self._cells = 0
        self._open: list[tuple[list[str], list[str], int]] = []

    def begin_paragraph(self) -> None:
        """Open a paragraph."""
        into = self._within[-1]
        into.append("")
        self._open.append(([], into, len(into) - 1))

    def mark_item(self) -> None:
        """Note that the innermost paragraph is an item of a list."""
        _, into, at = self._open[-1]
        into[at] = ITEM

    def add(self, words: str) -> None:
        """Add words as they are to the innermost paragraph.

        Raises:
            PostFormatError: There are too many.
        """
        if self._open:
            self._steps.say(words)
            self._open[-1][0].append(words)

    def add_collapsed(self, words: str) -> None:
        """Add words to the innermost paragraph, white space as one blank at most.

        Raises:
            PostFormatError: There are too many.
        """
        if not self._open:
            return
        pieces = self._open[-1][0]
        said = _BLANKS.sub(" ", words)
        if said.startswith(" ") and (not pieces or pieces[-1].endswith((" ", "\t", "\n"))):
            said = said[1:]
        if said:
            self._steps.say(said)
            pieces.append(said)

    def end_paragraph(self) -> None:
        """Close the innermost paragraph."""
        pieces, into, at = self._open.pop()
        said = "".join(pieces).strip()
        if self._cells:
            said = _BLANKS.sub(" ", said)
        into[at] = said and into[at] + said

    def begin(self, part: Part) -> None:
        """Open a part."""
        self._within.append([])
        self._cells += part == "cell"

    def end(self, part: Part) -> None:
        """Close the innermost part; the cells of a row keep their places."""
        held = self._within.pop()
        self._cells -= part == "cell"
        if part == "row":
            filled = [at for at, cell in enumerate(held) if cell]
            held = held[filled[0] : filled[-1] + 1] if filled else []
        else:
            held = [each for each in held if each]
        by = " " if self._cells and part != "row" else _JOINED_BY[part]
        self._within[-1].append(by.join(held))

    def begin_note(self) -> None:
        """Open a note, which stands at the end of the document."""
        self._within.append(self._notes)

    def end_note(self) -> None:
        """Close the note."""
        self._within.pop()

    def text(self) -> str:
        """Return all of it: blank lines part paragraphs, and single ones the items of a list."""
        pieces: list[str] = []
        before = ""
        for block in filter(None, (*self._document, *self._notes)):
            is_next_item = block.startswith(ITEM) and before.startswith(ITEM)
            pieces += ["\n" if is_next_item else "\n\n", block]
            before = block
        return "".join(pieces[1:])
