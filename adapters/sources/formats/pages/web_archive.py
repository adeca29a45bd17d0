"""Reads a page that a browser saved with all its parts in one file, as an e-mail has its own."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_page import page_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "MHTML (RFC 2557) of Chrome, Edge, Opera, Word and Internet Explorer"
"""What this was written for."""

_FIELD: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:|[ \t]")
_RELATED: Final = re.compile(
    r"^content-type:\s*multipart/(?:related|alternative)", re.IGNORECASE | re.MULTILINE
)
_PAGES: Final = ("text/html", "application/xhtml+xml")
_NOT_IN_COMMENTS: Final = re.compile(r"[<>\s]|--")
# The library ends a line where either sign of its end stands.
_BEGINS: Final = rb"(?:^|[\r\n])"
_LONG_FIELD: Final = re.compile(_BEGINS + rb"content-type:(?:[^\n]|\n[ \t]){2000}", re.IGNORECASE)
_MULTIPART: Final = re.compile(_BEGINS + rb"content-type:\s*multipart/", re.IGNORECASE)
_BOUNDARY: Final = re.compile(_BEGINS + rb"--(?!>)")
_BLOCK: Final = re.compile(rb"\n\r?\n|\r\r")
_REPORT: Final = b"message/delivery-status"
MOST_NESTED: Final = 8
"""So deep parts may be within parts: each line is looked at once for each."""
MOST_PARTS: Final = 20_000
"""So many lines may begin as those between parts do: a page has some hundreds of parts."""


def is_web_archive(text: str) -> bool:
    """Return whether a file begins with the fields of an e-mail whose parts belong together."""
    fields = text.lstrip("\n").partition("\n\n")[0]
    if not all(_FIELD.match(line) for line in fields.split("\n")):
        return False
    return "mime-version:" in fields.lower() and _RELATED.search(fields) is not None


def web_archive_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the article of the page within; its pictures, styles and frames are left out."""
    page = None
    if parts_of(data) > MOST_PARTS:
        yield PostFormatError(labels.file, "too_many_parts", most=MOST_PARTS)
        return
    if is_shallow(data):
        with suppress(MessageError, ValueError, LookupError, TypeError, RecursionError):
            page = _page(message_from_bytes(data.lstrip(b"\r\n")))
    if page is None:
        yield PostFormatError(labels.file, "no_page_within")
    else:
        yield from page_posts(page, labels)


def is_shallow(data: bytes) -> bool:
    """Return whether the library reads each line a few times at most."""
    return len(_MULTIPART.findall(data)) <= MOST_NESTED and not _LONG_FIELD.search(data)


def parts_of(data: bytes) -> int:
    """Return how many parts there are at most, counted without reading them."""
    # A report of an e-mail's delivery has a part for each of its paragraphs.
    reported = len(_BLOCK.findall(data)) if _REPORT in data.lower() else 0
    return len(_BOUNDARY.findall(data)) + reported


def _page(whole: Message) -> bytes | None:
    """Return the page, with its encoding and its address as browsers write them into pages."""
    parts = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    if not parts:
        return None
    # The first is the page itself; those after it are in its frames.
    start = str(whole.get_param("start") or "")
    part = next((each for each in parts if start and each.get("Content-ID") == start), parts[0])
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    charset = part.get_content_charset() or ""
    address = str(whole.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    said = ""
    if address.startswith(("http://", "https://")) and not _NOT_IN_COMMENTS.search(address):
        said = f"<!-- saved from url=({len(address):04}){address} -->\n"
    if re.fullmatch(r"[\w-]{1,40}", charset):
        said += f'<!-- <meta charset="{charset}"> -->\n'
    return said.encode() + content.removeprefix(b"\xef\xbb\xbf")
