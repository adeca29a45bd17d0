"""Decodes pages and feeds: as they announce, or as UTF-8. Nothing is guessed."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from adapters.sources.bytes.reader import not_utf8
from index.errors import PostFormatError

if TYPE_CHECKING:
    from adapters.sources.bytes.reader import Part

# Atomic, for many comments one after the other could be taken as one in too many ways.
ROOT: Final = re.compile(
    r"\s*+(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
    r"<(html|head|rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a page or a feed begins, up to the name of its outermost element."""


# Python has them among its encodings, but no page is written in one, and some take very long.
_NO_FILE_HAS: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
# What can be read as ASCII up to its announcement is not in one of these.
_NOT_AS_ANNOUNCED: Final = ("utf-16", "utf-32")
_UTF8: Final = "utf-8-sig"


def decoded(data: bytes, announced: str, part: Part, file: str) -> str:
    """Return the text of a page or feed, in the encoding that it announces or in UTF-8.

    Args:
        data: All its bytes.
        announced: The name of an encoding; "" where none is announced.
        part: What it is called in an error.
        file: Its path as the person gave it.

    Raises:
        PostFormatError: It is in neither of them.
    """
    if data.startswith(codecs.BOM_UTF8):
        announced = ""  # it tells more surely than any name
    try:
        return data.decode(_encoding(announced))
    except UnicodeDecodeError as error:
        if (text := _as_utf8(data)) is not None:
            return text
        raise not_utf8(data, error, part, file) from error
    except LookupError as error:
        raise PostFormatError(file, "unknown_encoding", name=announced) from error


def as_marked_utf8(data: bytes, announced: str) -> bytes:
    """Return text in UTF-8 with its mark, where it is in the encoding that its server announced.

    Args:
        data: What the server gave.
        announced: The name of an encoding; "" where none is announced, and nothing is changed.
    """
    if not announced:
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(_encoding(announced)).encode()
    except (LookupError, UnicodeError):
        return data


def _encoding(announced: str) -> str:
    name = codecs.lookup(announced or _UTF8).name
    if name in _NO_FILE_HAS:
        raise LookupError(name)
    return _UTF8 if name == "utf-8" or name.startswith(_NOT_AS_ANNOUNCED) else name


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode(_UTF8)
    except UnicodeDecodeError:
        return None
