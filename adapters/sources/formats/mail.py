"""Reads e-mails: one as a file of its own (EML), or a mailbox of them (mbox)."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, Final

import lxml.etree
import lxml.html

from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.formats.pages.pictures import descriptions_of
from adapters.sources.formats.pages.web_archive import MOST_PARTS, is_shallow, parts_of
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_posts
from index.errors import PostFormatError
from index.text.quoted import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    },
)
"""What an e-mail may hold; whom it went to is nobody's words."""

_FIELD: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:|[ \t]")
_FROM: Final = re.compile(r"^from:", re.IGNORECASE | re.MULTILINE)
_ON_ITS_WAY: Final = re.compile(
    r"^(?:to|cc|message-id|received|return-path|delivered-to|in-reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_POSTMARK: Final = re.compile(r"From \S{1,320} [^\n]{0,40}\d\d:\d\d[^\n]{0,40}")
_BEGINS: Final = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{3,380}\d\d:\d\d[^\n]{0,40}\n"
    rb"(?=[A-Za-z][A-Za-z0-9-]{1,60}:)"
)
_ESCAPED: Final = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_ID: Final = re.compile(r"<([^<>\s]{1,500})>")
_REPLY: Final = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|sv|tr|rv|antw|réf|réponse)\s*(?:\[\d+\])?\s?:)+\s*", re.IGNORECASE
)
_SIGNATURE: Final = re.compile(r"^-- $", re.MULTILINE)
# What mail programs put the answered mail into, or begin it with.
_QUOTES: Final = frozenset({"gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted"})
_REPLY_BEGINS: Final = frozenset({"divRplyFwdMsg", "appendonsend"})
_LONGEST_FIELD: Final = 2_000
SMALLEST: Final = 200
"""Bytes of the smallest e-mails there are; a mailbox of smaller ones is only made to be slow."""


def is_mail(text: str) -> bool:
    """Return whether a file begins as an e-mail that was sent, or as a mailbox.

    A page that a browser saved has fields as well, but was never on its way.
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    is_mailbox = _POSTMARK.fullmatch(first) is not None
    fields = (rest if is_mailbox else f"{first}\n{rest}").partition("\n\n")[0]
    if not all(_FIELD.match(line) for line in fields.split("\n")):
        return False
    return _FROM.search(fields) is not None and _ON_ITS_WAY.search(fields) is not None


def mail_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield a post for each e-mail; what it answers is its parent."""
    mails = _split(data)
    most = max(1, len(data) // SMALLEST)
    if len(mails) > most:
        yield PostFormatError(labels.file, "too_many_parts", most=most)
        return
    yield from to_posts(_rows(mails, labels), labels)


def _split(data: bytes) -> list[bytes]:
    """Return the e-mails of a mailbox; a file with one e-mail is that."""
    begins = [match.span() for match in _BEGINS.finditer(data)]
    if not begins or begins[0][0] > 0:
        return [data.lstrip(b"\r\n")]
    ends = [start for start, _ in begins[1:]] + [len(data)]
    return [
        _ESCAPED.sub(b"", data[start:end]) for (_, start), end in zip(begins, ends, strict=True)
    ]


def _rows(
    mails: list[bytes], labels: Labels
) -> Iterator[tuple[int, dict[str, object] | PostFormatError]]:
    for number, mail in enumerate(mails, 1):
        row = None
        if is_shallow(mail) and parts_of(mail) <= MOST_PARTS:
            with suppress(MessageError, ValueError, LookupError, TypeError, RecursionError):
                row = _row(message_from_bytes(mail), labels)
        if row is None:
            labels.leave_out("unreadable_messages")
        else:
            yield number, row


def _row(mail: Message, labels: Labels) -> dict[str, object] | None:
    """Return what a mail says; None where it has no words that can be read."""
    text = _text(mail, labels)
    if not text.strip():
        return None
    parents = _ID.findall(_field(mail, "In-Reply-To")) or _ID.findall(_field(mail, "References"))
    id_ = next(iter(_ID.findall(_field(mail, "Message-ID"))), "") or text_mark(text, 16)
    link = _ID.sub(r"\1", _field(mail, "Archived-At")).strip()
    date = _date(mail, labels)
    return {
        "scope": "mail",
        "id": id_,
        "title": _REPLY.sub("", _field(mail, "Subject")).strip(),
        "text": text,
        "author": _author(mail),
        "url": link if link.startswith(("http://", "https://")) else "",
        "posted_at": date,
        "parent_id": parents[-1] if parents and parents[-1] != id_ else "",
    }


def _field(mail: Message, name: str) -> str:
    """Return what a field says, with its words decoded and its lines joined."""
    said = str(mail.get(name) or "")[:_LONGEST_FIELD]
    with suppress(MessageError, ValueError, LookupError):
        said = str(make_header(decode_header(said)))
    return " ".join(said.split())


def _author(mail: Message) -> str:
    """Return the name of who wrote; where there is none, the beginning of the address."""
    (name, address), *_ = getaddresses([_field(mail, "From")]) or [("", "")]
    return name.strip() or address.partition("@")[0]


def _date(mail: Message, labels: Labels) -> str:
    said = _field(mail, "Date")
    if not said:
        return ""
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        labels.leave_out("dates")
        return ""


def _text(mail: Message, labels: Labels) -> str:
    """Return the words of a mail, without its signature and what it quotes; files are counted."""
    plain, pages = [], []
    for part in _parts(mail):
        if part.get_content_disposition() == "attachment" or part.get_filename():
            labels.leave_out("attachments")
        elif part.get_content_type() == "text/plain":
            plain.append(_decoded(part))
        elif part.get_content_type() == "text/html":
            pages.append(_decoded(part))
        else:
            labels.leave_out("attachments")
    text = "\n\n".join(filter(str.strip, plain))
    if not text:
        text = "\n\n".join(filter(str.strip, (_page_text(each, labels) for each in pages)))
    signature = _SIGNATURE.search(text)
    return _without_quotes(text[: signature.start()] if signature else text, labels)


def _page_text(page: str, labels: Labels) -> str:
    """Return what a mail's page says, without the mail that it answers."""
    if not page.strip():
        return ""
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root = lxml.html.document_fromstring(page.encode(), parser=parser)
    except lxml.etree.LxmlError:
        return html_text(page)
    for quote in _quotes(root):
        labels.leave_out("quotes")
        quote.clear(keep_tail=True)
    own = lxml.html.tostring(root, encoding="unicode")
    labels.leave_out("alt_texts", len(descriptions_of(own)))
    return html_text(own)


def _quotes(root: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return the elements that hold the words of others, none within another."""
    found: list[lxml.html.HtmlElement] = []
    walk = lxml.etree.iterwalk(root, events=("start",))
    for _, each in walk:
        if each.get("id") in _REPLY_BEGINS:
            return [*found, each, *each.itersiblings()]
        if each.tag == "blockquote" or _QUOTES.intersection((each.get("class") or "").split()):
            walk.skip_subtree()
            found.append(each)
    return found


def _without_quotes(text: str, labels: Labels) -> str:
    """Return a text without the lines of others that it answers, and who is said to have them."""
    quotes = quoted_spans(text)
    labels.leave_out("quotes", len(quotes))
    kept, at = [], 0
    for start, end in quotes:
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]]).strip()


def _parts(mail: Message) -> Iterator[Message]:
    """Yield the parts with content; a mail that is forwarded whole is one."""
    payload = mail.get_payload()
    if mail.get_content_maintype() == "multipart" and isinstance(payload, list):
        for part in payload:
            if isinstance(part, Message):
                yield from _parts(part)
    else:
        yield mail


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = content.decode("windows-1252", "replace")
    return text.replace("\r\n", "\n")
