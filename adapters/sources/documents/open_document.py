"""Reads the text of an OpenDocument text (.odt)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from adapters.sources.documents.office_package import OfficePackage
from adapters.sources.documents.office_xml import empty_hidden, has_words
from adapters.sources.documents.outline import Outline
from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.documents.office_xml import Acts, Steps
    from adapters.sources.file_defaults import Labels

_OF: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT: Final = _OF % "text"
_TABLE: Final = _OF % "table"
_OFFICE: Final = _OF % "office"
_STYLE: Final = _OF % "style"
_DESCRIPTION: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_UNSEEN: Final = (
    f"{_TEXT}note-citation", f"{_TEXT}script", f"{_TABLE}covered-table-cell", f"{_OFFICE}forms",
    f"{_OFFICE}binary-data", f"{_DESCRIPTION}title",
)  # fmt: skip
KNOWN: Final = Known(
    "OpenDocument",
    "OpenDocument 1.0 to 1.4, .odt",
    {
        "text:p": "text",
        "text:h": "text",
        "text:list": "text",
        "table:table": "text",
        "draw:text-box": "text",
        "text:note": "text",
        "text:deletion": "tracked_deletions",
        "office:annotation": "margin_comments",
        "text:display=none": "hidden_text",
        "svg:desc": "alt_texts",
        "style:header": "headers_and_footers",
        "style:footer": "headers_and_footers",
    },
)
"""What a person can write into a text."""

_SPACES: Final = {"text": _TEXT[1:-1]}
_MARKED_HIDDEN: Final = etree.XPath(
    './/*[@text:display="none" or @text:is-hidden="true"]', namespaces=_SPACES
)
_STYLED: Final = etree.XPath(".//*[@text:style-name]", namespaces=_SPACES)
_MOST_BLANKS: Final = 100
"""So many blanks in a row are kept; one element may stand for any number."""
_DELETED: Final = f"{_TEXT}changed-region/{_TEXT}deletion"
_PAGES: Final = f"{_OFFICE}master-styles/{_STYLE}master-page/*"
_AROUND: Final = (f"{_STYLE}header", f"{_STYLE}footer")
"""How the tags begin of what stands around each page."""


def open_document_text(data: bytes, labels: Labels) -> str:
    """Return its text, a row of a table a line, and its notes at the end.

    Comments, headers, footers, hidden text and what is deleted in tracked changes are counted.

    Raises:
        PostFormatError: It is broken, or too large.
        ValueError: It is no OpenDocument text.
    """
    package = OfficePackage(data, labels.file)
    content = package.part("content.xml")
    text = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise ValueError("no body is in it")
    labels.leave_out("hidden_text", empty_hidden(_hidden(content, text), package.steps))
    body = _Body(package.steps)
    body.read(text)
    labels.leave_out("margin_comments", body.comments)
    labels.leave_out("tracked_deletions", body.deletions)
    labels.leave_out("alt_texts", body.descriptions)
    styles = package.part("styles.xml")
    for each in () if styles is None else styles.iterfind(_PAGES):
        is_around = each.tag.startswith(_AROUND) and has_words(each)
        labels.leave_out("headers_and_footers", int(is_around))
    return body.outline.text()


def _hidden(content: Any, text: Any) -> Iterator[Any]:
    """Yield what is not shown: by its style, by a condition that held, or as a section."""
    styles = {
        style.get(f"{_STYLE}name")
        for style in content.iter(f"{_STYLE}style")
        if any(each.get(f"{_TEXT}display") == "none" for each in style)
    }
    for each in _MARKED_HIDDEN(text):
        is_mark = each.tag == f"{_TEXT}hidden-paragraph"
        yield next(each.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), each) if is_mark else each
    for each in _STYLED(text) if styles else ():
        if each.get(f"{_TEXT}style-name") in styles:
            yield each


class _Body:
    """Reads the body of a text; its words may stand between any elements.

    Args:
        steps: Bounds how far it is read.

    Attributes:
        outline: What it says.
        comments: How many comments it has.
        deletions: How many deletions in tracked changes.
        descriptions: How many descriptions of pictures.
    """

    def __init__(self, steps: Steps) -> None:
        self.outline = outline = Outline(steps)
        self._steps = steps
        self.comments = self.deletions = self.descriptions = 0
        self._is_first_of_item = False
        self._begins: Acts = {
            f"{_TEXT}p": lambda _: self._begin_paragraph(),
            f"{_TEXT}h": lambda _: outline.begin_paragraph(),
            f"{_TEXT}s": self._add_blanks,
            f"{_TEXT}tab": lambda _: outline.add("\t"),
            f"{_TEXT}line-break": lambda _: outline.add("\n"),
            f"{_TEXT}list-item": lambda _: self._expect_item(True),
            f"{_TEXT}note": lambda _: outline.begin_note(),
            f"{_TABLE}table": lambda _: outline.begin("table"),
            f"{_TABLE}table-row": lambda _: outline.begin("row"),
            f"{_TABLE}table-cell": lambda _: outline.begin("cell"),
            f"{_TEXT}tracked-changes": self._count_deletions,
            f"{_OFFICE}annotation": self._count_comment,
            f"{_DESCRIPTION}desc": self._count_description,
        } | dict.fromkeys(_UNSEEN, lambda _: True)
        self._ends: Acts = {
            f"{_TEXT}p": lambda _: outline.end_paragraph(),
            f"{_TEXT}h": lambda _: outline.end_paragraph(),
            f"{_TEXT}list-item": lambda _: self._expect_item(False),
            f"{_TEXT}note": lambda _: outline.end_note(),
            f"{_TABLE}table": lambda _: outline.end("table"),
            f"{_TABLE}table-row": lambda _: outline.end("row"),
            f"{_TABLE}table-cell": lambda _: outline.end("cell"),
        }

    def read(self, text: Any) -> None:
        """Read the text, given by its root."""
        add, begins, ends = self.outline.add_collapsed, self._begins, self._ends
        events = etree.iterwalk(text, ("start", "end"))
        for event, element in events:
            self._steps.left -= 1
            if self._steps.left < 0:
                self._steps.refuse()
            if event == "start":
                if (act := begins.get(element.tag)) and act(element):
                    events.skip_subtree()
                elif element.text:
                    add(element.text)
            else:
                if act := ends.get(element.tag):
                    act(element)
                if element.tail:
                    add(element.tail)

    def _begin_paragraph(self) -> None:
        self.outline.begin_paragraph()
        if self._is_first_of_item:
            self.outline.mark_item()
        self._is_first_of_item = False

    def _expect_item(self, is_first: bool) -> None:
        self._is_first_of_item = is_first

    def _add_blanks(self, element: Any) -> None:
        count = element.get(f"{_TEXT}c", "1")
        self.outline.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def _count_deletions(self, changes: Any) -> bool:
        self.deletions += sum(map(has_words, changes.iterfind(_DELETED)))
        return True

    def _count_comment(self, _: Any) -> bool:
        self.comments += 1
        return True

    def _count_description(self, description: Any) -> bool:
        self.descriptions += has_words(description)
        return True
