"""Reads a page that a browser saved with all its parts in one file, as an e-mail has its own."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bytes.encodings import decoded
from adapters.sources.formats.pages.article.passages_beside import passages_beside
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_page import announced, page_posts
from adapters.sources.formats.pages.html_text import parsed, tree_text
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "MHTML (RFC 2557) of Chrome, Edge, Opera, Word and Internet Explorer"
"""What this was written for."""

FIELD: Final = r"[A-Za-z][A-Za-z0-9_.-]{0,75}:"
"""How a field of an e-mail begins."""
_FIELD: Final = re.compile(rf"{FIELD}|[ \t]|>From ")
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
MOST_LOOKS: Final = 8
"""So often the library may look at a line for each byte: a line once for each part around it."""
MOST_FRAMES: Final = 50
"""The frames of so many are looked through for words; of others, each counts as one passage."""
MOST_PARTS: Final = 20_000
"""So many lines may begin as those between parts do: a page has some hundreds of parts."""


def head_of(text: str) -> str | None:
    """Return the fields that a file begins with, or None where it begins with anything else."""
    fields = text.lstrip("\n").partition("\n\n")[0]
    return fields if all(_FIELD.match(line) for line in fields.split("\n")) else None


def is_web_archive(text: str) -> bool:
    """Return whether a file begins with the fields of an e-mail whose parts belong together."""
    fields = head_of(text) or ""
    return "mime-version:" in fields.lower() and _RELATED.search(fields) is not None


def web_archive_posts(data: bytes, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the article of the page within; its pictures and styles are left out.

    What its frames say is counted as what stands beside the article.
    """
    pages: list[bytes] = []
    if parts_of(data) > MOST_PARTS:
        yield PostFormatError(labels.file, "too_many_parts", most=MOST_PARTS)
        return
    if is_shallow(data):
        with suppress(MessageError, ValueError, LookupError, TypeError, RecursionError):
            pages = _pages(message_from_bytes(data.lstrip(b"\r\n")))
    if not pages:
        yield PostFormatError(labels.file, "no_page_within")
        return
    yield from page_posts(pages[0], labels)
    frames = {*pages[1:]}
    read = [*islice(frames, MOST_FRAMES)]
    passages = sum(len(_passages_in(each, labels.file)) for each in read)
    labels.leave_out("passages", passages + len(frames) - len(read))


def is_shallow(data: bytes) -> bool:
    """Return whether the library looks at no line often: as often as it has bytes, or a bit more.

    It looks at each line once for each part that is open, but what is open is not told here.
    """
    lines = data.count(b"\n") + data.count(b"\r") + 1
    looks = len(_MULTIPART.findall(data)) * lines
    return looks <= MOST_LOOKS * len(data) and not _LONG_FIELD.search(data)


def parts_of(data: bytes) -> int:
    """Return how many parts there are at most, counted without reading them."""
    # A report of an e-mail's delivery has a part for each of its paragraphs.
    reported = len(_BLOCK.findall(data)) if _REPORT in data.lower() else 0
    return len(_BOUNDARY.findall(data)) + reported


def _passages_in(frame: bytes, file: str) -> list[str]:
    """Return what a frame of a page says, by how it begins."""
    try:
        tree = parsed(decoded(frame, announced(frame), "page", file))
    except PostFormatError:
        return [""]
    return [] if tree is None else passages_beside(tree_text(tree, without=AROUND), ())


def _pages(whole: Message) -> list[bytes]:
    """Return the page, and what stands in its frames."""
    parts = [part for part in whole.walk() if part.get_content_type() in _PAGES]
    if not parts:
        return []
    # The first is the page itself; those after it are in its frames.
    start = str(whole.get_param("start") or "")
    part = next((each for each in parts if start and each.get("Content-ID") == start), parts[0])
    address = str(whole.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    page = _page(part, address)
    if page is None:
        return []
    # An e-mail's alternative says the same in other words.
    is_related = whole.get_content_type() != "multipart/alternative"
    frames = (_page(each, "") for each in parts if each is not part) if is_related else ()
    return [page, *filter(None, frames)]


def _page(part: Message, address: str) -> bytes | None:
    """Return a page, with its encoding and its address as browsers write them into pages."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    charset = part.get_content_charset() or ""
    said = ""
    if address.startswith(("http://", "https://")) and not _NOT_IN_COMMENTS.search(address):
        said = f"<!-- saved from url=({len(address):04}){address} -->\n"
    if re.fullmatch(r"[\w-]{1,40}", charset):
        said += f'<!-- <meta charset="{charset}"> -->\n'
    return said.encode() + content.removeprefix(b"\xef\xbb\xbf")
