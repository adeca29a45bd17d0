"""Tells the parts of an e-mail: its own, and the e-mails that it holds whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Final

from adapters.sources.formats.mails.mailbox import SMALLEST
from adapters.sources.formats.pages.web_archive import FIELD

_WHOLE: Final = frozenset({"message/rfc822", "message/global"})
_ENCRYPTED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)
# A digest in plain words (RFC 1153), as Mailman sends it.
_MASTHEAD_ENDS: Final = re.compile(r"^-{70}\n\n", re.MULTILINE)
_BETWEEN: Final = f"\n\n{'-' * 30}\n\n"
_FIELDS: Final = re.compile(rf"(?:{FIELD}[^\n]*\n(?:[ \t][^\n]*\n)*){{2,60}}\n")
_FROM: Final = re.compile(r"^from:", re.IGNORECASE | re.MULTILINE)
_ENDS: Final = re.compile(r"Subject: Digest Footer\n|End of [^\n]{1,200}\n\*{5}")
_OF_ITS_PARTS: Final = ("Content-Type", "Content-Transfer-Encoding")


@dataclass(frozen=True, slots=True)
class Parts:
    """What an e-mail is made of.

    Attributes:
        own: Its own parts that have content.
        mails: The e-mails that it holds whole: what is forwarded as a file, the mails of a digest.
        is_digest: Whether a mailing list made it of the e-mails of others.
    """

    own: list[Message]
    mails: list[Message]
    is_digest: bool


def parts_in(mail: Message) -> Parts:
    """Return the parts of an e-mail; those of the e-mails within it are theirs."""
    own: list[Message] = []
    mails: list[Message] = []
    is_digest = False
    left = [mail]
    while left:
        part = left.pop()
        payload = part.get_payload()
        is_whole = isinstance(payload, list)
        held = [each for each in payload if isinstance(each, Message)] if is_whole else []
        if part.get_content_maintype() == "multipart" and is_whole:
            is_digest |= part.get_content_subtype() == "digest"
            left += reversed(held)
        elif part.get_content_type() in _WHOLE and held and held[0].get("From"):
            mails.append(held[0])
        else:
            own.append(part)
    return Parts(own, mails, is_digest)


def is_encrypted(mail: Message) -> bool:
    """Return whether nobody can read an e-mail but whom it went to."""
    return mail.get_content_type() in _ENCRYPTED


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
