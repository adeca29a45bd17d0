"""Parts a mailbox (mbox) into its e-mails, as they were before they were put into it."""

from __future__ import annotations

import re
from typing import Final

from adapters.sources.formats.pages.web_archive import FIELD

POSTMARK: Final = re.compile(r"From [^\n]{1,380}\d\d:\d\d[^\n]{0,40}")
"""The line that stands above each e-mail of a mailbox: who sent it, and when."""

_LINE: Final = re.compile(rf"^{POSTMARK.pattern}\n(?=>From |{FIELD})".encode(), re.MULTILINE)
_DATED: Final = re.compile(rb" (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\n]{3,20} \d\d:\d\d")
_SENT: Final = re.compile(
    rb"^(?:from|to|cc|message-id|received|return-path|delivered-to|in-reply-to"
    rb"|x-gm-thrid|x-mozilla-status):",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT: Final = 2_000
"""So many bytes below such a line are looked at for what the fields of every e-mail say."""

_ESCAPED: Final = re.compile(rb"^>+From ", re.MULTILINE)
_UNSPACED_QUOTE: Final = re.compile(rb">(?!From )[^ \n>]")
SMALLEST: Final = 200
"""Bytes of the smallest e-mails there are; a mailbox of smaller ones is only made to be slow."""


def mails_in(data: bytes) -> list[bytes] | None:
    """Return the e-mails of a mailbox; a file with one e-mail is that.

    Returns:
        The e-mails, or None where there are more than a file of this size can hold.
    """
    whole = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").lstrip(b"\n")
    lines = [match.span() for match in _LINE.finditer(whole)]
    if not lines or lines[0][0] > 0:
        return [whole]
    if len(lines) > max(1, len(data) // SMALLEST):
        return None
    begins = [lines[0], *(each for each in lines[1:] if _begins_mail(whole, *each))]
    ends = [start for start, _ in begins[1:]] + [len(whole)]
    return [_unescaped(whole[start:end]) for (_, start), end in zip(begins, ends, strict=True)]


def _begins_mail(data: bytes, start: int, end: int) -> bool:
    """Return whether a line parts two e-mails: not every program puts a blank line above it.

    Some programs leave the lines of a text that begin so as they are.
    """
    is_parted = data[start - 2 : start] == b"\n\n"
    if not is_parted and not _DATED.search(data, start, end):
        return False
    fields = data[end : end + _LOOKED_AT].partition(b"\n\n")[0]
    return _SENT.search(fields) is not None


def _unescaped(mail: bytes) -> bytes:
    """Return an e-mail without the sign that its mailbox put before lines of the text.

    Some put none before a line that begins with the sign: among lines quoted like it, it is one.
    """
    return _ESCAPED.sub(lambda found: _one_unescaped(mail, found), mail)


def _one_unescaped(mail: bytes, found: re.Match[bytes]) -> bytes:
    line = found.group()
    before = mail.rfind(b"\n", 0, max(0, found.start() - 1)) + 1
    after = mail.find(b"\n", found.end()) + 1
    beside = (mail[before : before + 6], mail[after : after + 6] if after else b"")
    is_quoted = line.startswith(b">From") and any(map(_UNSPACED_QUOTE.match, beside))
    return line if is_quoted else line[1:]
