"""Reads the fields of an e-mail: what one says, and who wrote."""

from __future__ import annotations

import re
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import getaddresses
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from email.message import Message

    from adapters.sources.left_out_fields import LeftOut

_ENCRYPTED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)
_HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{1,8}")
_EXPUNGED: Final = 0x8
"""What Thunderbird marks e-mails with that were deleted and still stand in its mailboxes."""
_GMAIL: Final[dict[str, LeftOut]] = {
    **dict.fromkeys(("trash", "bin", "corbeille", "papierkorb", "papelera"), "deleted_messages"),
    **dict.fromkeys(("drafts", "brouillons", "entwürfe", "borradores"), "drafts"),
}
"""What the labels of Gmail's own say of an e-mail."""
_LONGEST: Final = 2_000
_LISTS: Final = ("List-Id", "List-Post")
_VIA_LIST: Final = re.compile(r"'?(.+?)'? (?:via|über|par) .+")
"""What a mailing list makes of an author's name where only it may send in its own."""
_ONE_AUTHOR: Final = re.compile(r'\s*"?([^<>"@]*[^<>"@\s])"?\s*<[^<>\s]+>\s*')


def said_in(mail: Message, name: str) -> str:
    """Return what a field says, with its words decoded and its lines joined."""
    return _decoded(_as_written(mail, name))


def fate_of(mail: Message) -> LeftOut | None:
    """Return what an e-mail is left out as: encrypted, deleted, or never sent."""
    if mail.get_content_type() in _ENCRYPTED:
        return "unreadable_messages"
    status = said_in(mail, "X-Mozilla-Status")
    if _HEXADECIMAL.fullmatch(status) and int(status, 16) & _EXPUNGED:
        return "deleted_messages"
    labels = said_in(mail, "X-Gmail-Labels").lower().split(",")
    return next((_GMAIL[each] for label in labels if (each := label.strip()) in _GMAIL), None)


def author_of(mail: Message) -> str:
    """Return who wrote; whoever has no name is called by what their address begins with."""
    # A name may hold a comma, which parts two of them, behind its encoding.
    written = " ".join(_as_written(mail, "From").split())
    if "<" not in written:  # some programs encode the address with it
        written = _decoded(written)
    if one := _ONE_AUTHOR.fullmatch(written):
        name = _decoded(one[1])
        via = _VIA_LIST.fullmatch(name)
        return via[1] if via and _is_by_list(mail, via[1]) else name
    people = getaddresses([written])
    names = (_decoded(name) or address.partition("@")[0] for name, address in people)
    return ", ".join(dict.fromkeys(filter(None, names)))


def _is_by_list(mail: Message, author: str) -> bool:
    """Return whether a list sends an e-mail in its own name: it says so, or answers go to whom."""
    answered = getaddresses([" ".join(_as_written(mail, "Reply-To").split())])
    named = {_decoded(name).casefold() for name, _ in answered}
    return any(map(mail.get, _LISTS)) or author.casefold() in named


def _as_written(mail: Message, name: str) -> str:
    """Return a field as it stands there; bytes that none may hold are UTF-8, or else Western."""
    found = next((said for each, said in mail.raw_items() if each.lower() == name.lower()), "")
    raw = str(found)[:_LONGEST].encode("utf-8", "surrogateescape")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "replace")


def _decoded(said: str) -> str:
    with suppress(MessageError, ValueError, LookupError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())
