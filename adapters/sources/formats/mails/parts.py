"""Tells the parts of an e-mail: its own, and the e-mails that it holds whole."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import Final

_WHOLE: Final = frozenset({"message/rfc822", "message/global"})
_SIGNATURES: Final = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
"""What a program makes of a text to prove whose it is."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an e-mail is made of.

    Attributes:
        own: Its own parts that have content, without pages that say again what plain words say.
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
    left = [(mail, False)]
    while left:
        part, is_said = left.pop()
        payload = part.get_payload()
        is_whole = isinstance(payload, list)
        held = [each for each in payload if isinstance(each, Message)] if is_whole else []
        if part.get_content_maintype() == "multipart" and is_whole:
            is_digest |= part.get_content_subtype() == "digest"
            is_said |= part.get_content_subtype() == "alternative" and any(map(_is_plain, held))
            left += ((each, is_said) for each in reversed(held))
        elif part.get_content_type() in _WHOLE and held and held[0].get("From"):
            mails.append(held[0])
        elif part.get_content_type() not in _SIGNATURES and not (is_said and _is_page(part)):
            own.append(part)
    return Parts(own, mails, is_digest)


def words_of(part: Message) -> str:
    """Return the words of a part as they are written in it."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = content.decode("windows-1252", "replace")
    return text.replace("\r\n", "\n")


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and bool(words_of(part).strip())


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html" and not part.get_filename()
