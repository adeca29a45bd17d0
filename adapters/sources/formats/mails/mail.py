"""Reads e-mails: one as a file of its own (EML), or a mailbox of them (mbox)."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.mails.digests import mails_of_digest
from adapters.sources.formats.mails.fields import author_of, fate_of, said_in
from adapters.sources.formats.mails.mail_text import own_text, text_of
from adapters.sources.formats.mails.mailbox import POSTMARK, SMALLEST, mails_in
from adapters.sources.formats.mails.parts import parts_in
from adapters.sources.formats.pages.web_archive import MOST_PARTS, head_of, is_shallow, parts_of
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "e-mails (RFC 5322) as Thunderbird, Apple Mail, Gmail and mailing lists save them"
"""What this was written for."""

KNOWN: Final = Known(
    "e-mails",
    VERSIONS,
    {
        "From": "author",
        "Subject": "title",
        "Date": "posted_at",
        "Message-ID": "id",
        "In-Reply-To": "parent_id",
        "References": "parent_id",
        "Archived-At": "url",
        "text/plain": "text",
        "text/html": "text",
        "img.alt": "alt_texts",
        "attachment": "attachments",
        "quote": "quotes",
        "signature": "signatures",
        "list_notice": "list_notices",
    },
)
"""What an e-mail may hold; whom it went to is nobody's words."""

_FROM: Final = re.compile(r"^from:", re.IGNORECASE | re.MULTILINE)
_ON_ITS_WAY: Final = re.compile(
    r"^(?:to|cc|message-id|received|return-path|delivered-to|in-reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_ID: Final = re.compile(r"<([^<>\s]{1,500})>")
_REPLY: Final = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|sv|tr|rv|antw|réf|réponse)\s*(?:\[\d+\])?\s?:)+\s*", re.IGNORECASE
)


def is_mail(text: str) -> bool:
    """Return whether a file begins as an e-mail that was sent, or as a mailbox.

    A page that a browser saved has fields as well, but was never on its way.
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    is_mailbox = POSTMARK.fullmatch(first) is not None
    fields = head_of(rest if is_mailbox else text)
    if fields is None:
        return False
    return _FROM.search(fields) is not None and _ON_ITS_WAY.search(fields) is not None


def mail_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield a post for each e-mail, and for each that is within one.

    What an e-mail answers is its parent.
    """
    mails = mails_in(data)
    if mails is None:
        most = max(1, len(data) // SMALLEST)
        yield PostFormatError(labels.file, "too_many_parts", most=most)
    else:
        yield from to_posts(_numbered_rows(mails, labels), labels)


def _numbered_rows(
    mails: list[bytes], labels: Labels
) -> Iterator[tuple[int, dict[str, object] | PostFormatError]]:
    met: set[object] = set()
    for number, mail in enumerate(mails, 1):
        rows = None
        if is_shallow(mail) and parts_of(mail) <= MOST_PARTS:
            with suppress(MessageError, ValueError, LookupError, TypeError, RecursionError):
                rows = _rows(message_from_bytes(mail), labels)
        if rows is None:
            labels.leave_out("unreadable_messages")
            continue
        for row in rows:
            # A list sends back what somebody sent, and a digest has it once more.
            if row["id"] in met:
                labels.leave_out("repeated_rows")
            else:
                met.add(row["id"])
                yield number, row


def _rows(whole: Message, labels: Labels) -> list[dict[str, object]]:
    """Return what an e-mail says, and what those say that it holds whole."""
    rows: list[dict[str, object]] = []
    left = [whole]
    while left:
        mail = left.pop()
        if fate := fate_of(mail):
            labels.leave_out(fate)
            continue
        parts = parts_in(mail)
        text = text_of(parts.own, labels)
        digest = mails_of_digest(text)
        left += reversed([*digest, *parts.mails])
        if digest or parts.is_digest:
            labels.leave_out("list_notices", int(text.strip() != ""))
        elif own := own_text(text, labels):
            rows.append(_row(mail, own, labels))
        elif not parts.mails:
            labels.leave_out("wordless")
    return rows


def _row(mail: Message, text: str, labels: Labels) -> dict[str, object]:
    parents = _ID.findall(said_in(mail, "In-Reply-To")) or _ID.findall(said_in(mail, "References"))
    author, date = author_of(mail), _date(mail, labels)
    told_apart = text_mark(f"{author}\n{date}\n{text}", 16)
    id_ = next(iter(_ID.findall(said_in(mail, "Message-ID"))), "") or told_apart
    link = _ID.sub(r"\1", said_in(mail, "Archived-At")).strip()
    return {
        "scope": "mail",
        "id": id_,
        "title": _REPLY.sub("", said_in(mail, "Subject")).strip(),
        "text": text,
        "author": author,
        "url": link,
        "posted_at": date,
        "parent_id": parents[-1] if parents and parents[-1] != id_ else "",
    }


def _date(mail: Message, labels: Labels) -> str:
    said = said_in(mail, "Date")
    if not said:
        return ""
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        labels.leave_out("dates")
        return ""
