"""Reads a digest that is one text (RFC 1153), as Mailman sends it to who wants plain words."""

from __future__ import annotations

import re
from email.parser import BytesParser
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.mails.mailbox import SMALLEST
from adapters.sources.formats.pages.web_archive import FIELD

if TYPE_CHECKING:
    from email.message import Message

_MASTHEAD_ENDS: Final = re.compile(r"^-{70}\n\n", re.MULTILINE)
_BETWEEN: Final = f"\n\n{'-' * 30}\n\n"
_FIELDS: Final = re.compile(rf"(?:{FIELD}[^\n]*\n(?:[ \t][^\n]*\n)*){{2,60}}\n")
_FROM: Final = re.compile(r"^from:", re.IGNORECASE | re.MULTILINE)
_ENDS: Final = re.compile(r"Subject: Digest Footer\n|End of [^\n]{1,200}\n\*{5}")
_OF_ITS_PARTS: Final = ("Content-Type", "Content-Transfer-Encoding")


def mails_of_digest(text: str) -> list[Message]:
    """Return the e-mails of a digest that is one text; any other text has none."""
    begin = _MASTHEAD_ENDS.search(text)
    pieces = text[begin.end() :].split(_BETWEEN) if begin else []
    if len(pieces) > len(text) // SMALLEST + 1:
        return []
    found: list[str] = []
    for piece in pieces:
        fields = _FIELDS.match(piece)
        if fields and _FROM.search(fields.group()):
            found.append(piece)
        elif found and not _ENDS.match(piece):
            found[-1] += _BETWEEN + piece
    return [*map(_read, found)]


def _read(piece: str) -> Message:
    """Return an e-mail of a digest, whose text is read already."""
    mail = BytesParser().parsebytes(piece.encode("utf-8", "replace"), headersonly=True)
    for name in _OF_ITS_PARTS:
        del mail[name]
    return mail
