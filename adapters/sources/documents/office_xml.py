"""Parses the XML of office documents and walks through it; nothing is fetched or expanded."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NoReturn

from lxml import etree

from adapters.sources.bytes.reader import LARGEST_POST, too_large_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Acts = dict[str, Callable[[Any], object]]
"""What is done at elements, by their tags; where it is true at the beginning, one is skipped."""

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STEPS_TO_HIDE: Final = 8
"""So many steps it takes as long as to find out what is hidden, and to empty it."""


class Steps:
    """How far a document is gone through.

    Args:
        file: The document's path as the person gave it.
        left: So many beginnings and ends of elements may still be met.
    """

    def __init__(self, file: str, left: int) -> None:
        self._file = file
        self.left = left
        self._signs_left = LARGEST_POST

    def say(self, words: str) -> None:
        """Count words of the document, which is one post.

        Raises:
            PostFormatError: There are too many.
        """
        self._signs_left -= len(words)
        if self._signs_left < 0:
            raise too_large_post(self._file)

    def refuse(self) -> NoReturn:
        """Refuse the document.

        Raises:
            PostFormatError: Always.
        """
        raise PostFormatError(self._file, "too_large_document")


def as_utf8(content: bytes) -> bytes:
    """Return a part in UTF-8: parts are in that or in UTF-16."""
    return content.decode("utf-16").encode() if content.startswith(_UTF16) else content


def root_of(content: bytes) -> Any:
    """Return the root of a part.

    Args:
        content: In UTF-8; another encoding that it declares is not asked, so that what is looked
            for in the bytes is found.

    Raises:
        ValueError: It declares a document type: no office program does, and it may define entities.
        lxml.etree.XMLSyntaxError: It is not well formed, or is nested too deeply.
    """
    if b"<!DOCTYPE" in content:
        raise ValueError("<!DOCTYPE")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    return etree.fromstring(content, parser)


def in_spaces(spaces: Iterable[str], acts: Mapping[str, Callable[[Any], object]]) -> Acts:
    """Return what is done at elements, for the same names in each of some namespaces."""
    return {f"{{{space}}}{name}": act for space in spaces for name, act in acts.items()}


def walk(root: Any, begins: Acts, ends: Acts, steps: Steps) -> None:
    """Go through all elements at which something is to be done, in their order.

    Of what is there in several ways, for programs of different age, only the first is gone through
    that holds anything.

    Raises:
        PostFormatError: There are too many.
    """
    tags = {*begins, *ends, f"{_CHOICES}Choice", f"{_CHOICES}Fallback"}
    events = etree.iterwalk(root, ("start", "end"), [*tags])
    for event, element in events:
        steps.left -= 1
        if steps.left < 0:
            steps.refuse()
        if event == "end":
            if act := ends.get(element.tag):
                act(element)
        elif act := begins.get(element.tag):
            if act(element):
                events.skip_subtree()
        elif element.tag.startswith(_CHOICES) and _is_there_before(element, steps):
            events.skip_subtree()


def _is_there_before(choice: Any, steps: Steps) -> bool:
    for each in choice.itersiblings(preceding=True):
        steps.left -= 1
        if len(each):
            return True
    return False


def has_words(element: Any) -> bool:
    """Return whether anything stands in an element."""
    return any(text.strip() for text in element.itertext())


def empty_hidden(elements: Iterable[Any], steps: Steps) -> int:
    """Empty elements that are not shown, and return how many had words.

    Args:
        elements: In their order, so that outer ones come before those within.
        steps: Bounds how many there may be.

    Raises:
        PostFormatError: There are too many.
    """
    found: list[Any] = []
    for each in elements:
        steps.left -= _STEPS_TO_HIDE
        if steps.left < 0:
            steps.refuse()
        found.append(each)
    count = 0
    for each in reversed(found):
        count += has_words(each)
        each.clear(keep_tail=True)
    return count
