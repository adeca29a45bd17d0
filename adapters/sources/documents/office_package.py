"""Reads the parts of an office document: members of a zip that hold XML, within bounds."""

from __future__ import annotations

import io
import posixpath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from lxml import etree

from adapters.sources.archive_reading.members import ZipMembers, whole
from adapters.sources.documents.office_xml import Steps, as_utf8, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is read of a document may be so much, or so many times its packed bytes, where that is more.
# Six hundred pages of text stay below it, whatever the file's size; texts are packed 5 to 15 times.
_MOST_BYTES: Final = 30_000_000
_BYTES_A_BYTE: Final = 30
_MOST_TAGS: Final = 1_000_000
_TAGS_A_BYTE: Final = 1.0
_MOST_STEPS: Final = 500_000
_STEPS_A_BYTE: Final = 0.5
_ATTRIBUTES_A_TAG: Final = 2
"""So many attributes take as long as a tag."""
_TAGS_A_PART: Final = 200
"""A part takes as long as so many tags, be it ever so small."""
LOOKED_INTO: Final = 4
"""The weight of parts in which something is looked up in each element."""

_TOO_LONG: Final = "Text node too long"
"""What the library says to 10 MB of text without a tag."""
_SPACE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class OfficePackage:
    """An office document, opened. Each part is given once, however often it is referred to.

    Args:
        data: All of it.
        file: Its path as the person gave it.

    Attributes:
        steps: Bounds how far its parts are gone through together.

    Raises:
        PostFormatError: It is broken.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._members = ZipMembers(io.BytesIO(data), file, with_hidden=True)
        self._most_bytes = max(_MOST_BYTES, _BYTES_A_BYTE * len(data))
        self._most_tags = max(_MOST_TAGS, _TAGS_A_BYTE * len(data))
        self.steps = Steps(file, int(max(_MOST_STEPS, _STEPS_A_BYTE * len(data))))
        self._tags = 0
        self._given: set[str] = set()
        self._relations: dict[str, list[tuple[str, str, str]]] = {}

    def part(self, name: str, weight: int = 1) -> Any:
        """Return the root of a part; None where there is none, or it was given before.

        Args:
            name: What it is called.
            weight: How many times as long as others its elements take.

        Raises:
            PostFormatError: It cannot be read, or the document is too large.
            ValueError: It declares a document type.
            lxml.etree.XMLSyntaxError: It is not well formed, or is nested too deeply.
        """
        if name in self._given or name not in self._members.sizes:
            return None
        self._given.add(name)
        content = as_utf8(whole(self._members, name))
        tags = content.count(b"<") + content.count(b"=") // _ATTRIBUTES_A_TAG
        self._tags += weight * tags + _TAGS_A_PART
        if self._members.budget.used > self._most_bytes or self._tags > self._most_tags:
            self.steps.refuse()
        try:
            return root_of(content)
        except etree.XMLSyntaxError as error:
            if _TOO_LONG in str(error):
                self.steps.refuse()
            raise

    def related(self, name: str, kind: str, weight: int = 1) -> Iterator[tuple[str, Any]]:
        """Yield the names and the roots of the parts that a part leads to.

        Args:
            name: The part's name; "" for the document as a whole.
            kind: How they are related, such as `footnotes`.
            weight: How many times as long as others their elements take.
        """
        for _, found in self.names(name, kind):
            if (root := self.part(found, weight)) is not None:
                yield found, root

    def names(self, name: str, kind: str) -> Iterator[tuple[str, str]]:
        """Yield the ids and the names of such parts, be they there or not."""
        if name not in self._relations:
            self._relations[name] = [*self._read_relations(name)]
        return ((id_, path) for found, id_, path in self._relations[name] if found == kind)

    def _read_relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"), LOOKED_INTO)
        for each in () if root is None else root.iter(f"{_SPACE}Relationship"):
            if each.get("TargetMode") != "External":
                target = posixpath.join("/", folder, unquote(each.get("Target", "")))
                kind = each.get("Type", "").rpartition("/")[2]
                yield kind, each.get("Id", ""), posixpath.normpath(target).lstrip("/")
