"""Recognises what a file holds by its first bytes; its name only breaks ties."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.bytes.encodings import ROOT
from adapters.sources.bytes.reader import HEAD, is_western
from adapters.sources.copied_pages.page import is_copied_page
from adapters.sources.documents.document import document_kind
from adapters.sources.formats.mails.mail import is_mail
from adapters.sources.formats.markdown import has_front_matter
from adapters.sources.formats.pages.web_archive import is_web_archive
from adapters.sources.linkedin.boilerplate import tells_degree
from adapters.sources.linkedin.recognition import is_linkedin
from adapters.sources.linkedin.whole_page import is_whole
from adapters.sources.messengers.slackdump_lists import is_slackdump_list, is_slackdump_transcript
from adapters.sources.rows import COLUMNS
from adapters.sources.tables.columns.heads import is_question, surely
from adapters.sources.tables.csv_table import announces_delimiter, header_of
from adapters.sources.tables.workbooks.workbook import is_workbook
from adapters.sources.transcripts.discord_table import is_discord_table
from adapters.sources.transcripts.discord_text import is_discord_text
from adapters.sources.transcripts.hacker_news import is_hacker_news
from adapters.sources.transcripts.message_page import is_message_page
from adapters.sources.transcripts.reddit import is_reddit
from adapters.sources.transcripts.subtitles import is_subtitles
from adapters.sources.transcripts.whatsapp import is_whatsapp
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Sequence

Content = Literal["archive", "office", "image", "compressed", "database"]
"""What a file may hold that is no text."""

Format = Literal[
    "jsonl", "json", "sheets", "table", "linkedin", "markdown", "plain", "feed", "page",
    "web_archive", "message_page", "discord_text", "discord_table", "whatsapp", "hacker_news",
    "reddit", "copied_page", "document", "mail",
    "subtitles",
]  # fmt: skip

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNATURES: Final[dict[bytes, Content]] = {
    b"PK\x03\x04": "archive",
    b"\xd0\xcf\x11\xe0": "office",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"\x1f\x8b": "compressed",
    b"\xfd7zXZ": "compressed",
    b"BZh9": "compressed",
    b"SQLite format 3": "database",
}
_FIRST_LINE: Final = 1_000
_CONTROL: Final = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f]")
_JSON_LINE: Final = re.compile(r'\{\s*("|\}\s*$)')
_JSON_ARRAY: Final = re.compile(r"\[\s*(\{|\]\s*$)")
_GOES_ON: Final = ("{", "[", ",", ":")
"""So a line ends in the middle of an object."""
_WRAPPED: Final = re.compile(r":\s*\[\s*\{")
_JSON_FEED: Final = re.compile(
    r'\s*\{(?:[^{}\[\]]{0,2000}[{,])?\s*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\b'
)
_COLUMN: Final = re.compile(r"[\w .-]{1,40}")
_HEAD: Final = re.compile(r"[\w .?'’()/:-]{1,100}")

# So many lines in another encoding, and none in ours, are not slips of a few lines.
_FOREIGN_LINES: Final = 5


def format_of(head: bytes, name: str, file: str) -> Format:
    """Return the format of a file that begins with `head`.

    Args:
        head: Its first bytes; all of them where there are fewer than `HEAD`.
        name: Its name, for the ending.
        file: Its path as the person gave it, for the errors.

    Raises:
        PostFormatError: It is empty, not text, JSON that is not one object a line, or no posts.
    """
    if is_workbook(head, name):
        return "sheets"
    if document_kind(head, name):
        return "document"
    _check_text(head, file)
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if _JSON_FEED.match(text):
        raise PostFormatError(file, "json_feed")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines and len(head) < HEAD:
        raise PostFormatError(file, "empty_file")
    ending = name.lower().rpartition(".")[2]
    if marked := _marked_up(text, ending) or _transcript(text, lines, name):
        return marked
    found = _line_format(lines, ending)
    if found not in {"jsonl", "json"} and _is_binary(head):
        raise PostFormatError(file, "binary")
    if found is not None:
        _check_encoding(head, file)
        return found
    return _whole_format(text, lines, ending)


def _check_text(head: bytes, file: str) -> None:
    """Refuse what is plainly no text, text of the other common kind, or what slackdump wrote.

    Raises:
        PostFormatError: It is.
    """
    if head.startswith(_UTF16) or _is_utf16(head):
        raise PostFormatError(file, "utf16")
    if head.startswith(b"bplist00") and b"WebMainResource" in head:
        raise PostFormatError(file, "safari_archive")
    if head.startswith(b"SQLite format 3") and file.endswith("slackdump.sqlite"):
        raise PostFormatError(file, "slackdump_database")
    for signature, content in _SIGNATURES.items():
        if head.startswith(signature):
            raise PostFormatError(file, "not_text", content=content)
    begin = head[:_FIRST_LINE].decode("utf-8-sig", "replace")
    if is_slackdump_list(begin):
        raise PostFormatError(file, "slackdump_list")
    if is_slackdump_transcript(begin):
        raise PostFormatError(file, "slackdump_transcript")


def _marked_up(text: str, ending: str) -> Format | None:
    root = ROOT.match(text)
    if is_mail(text):
        return "mail"
    if is_web_archive(text):
        return "web_archive"
    if root is not None and is_message_page(text):
        return "message_page"
    if root is not None:
        return "page" if root[1].lower() in {"html", "head"} else "feed"
    return "page" if ending in {"html", "htm", "xhtml"} else None


def _transcript(text: str, lines: Sequence[str], name: str) -> Format | None:
    if is_discord_text(text):
        return "discord_text"
    if is_subtitles(text):
        return "subtitles"
    return "whatsapp" if is_whatsapp(lines, name) else None


def _whole_format(text: str, lines: Sequence[str], ending: str) -> Format:
    if has_front_matter(text):
        return "markdown"
    if is_hacker_news(text):
        return "hacker_news"
    if is_reddit(text):
        return "reddit"
    is_markdown = ending in {"md", "markdown"}
    is_of_linkedin = is_whole(lines) or any(map(tells_degree, lines))
    if not is_markdown and not is_of_linkedin and is_copied_page(lines):
        return "copied_page"
    if is_linkedin(text, is_markdown=is_markdown):
        return "linkedin"
    return "markdown" if is_markdown else "plain"


def _line_format(lines: Sequence[str], ending: str) -> Format | None:
    if _is_jsonl(lines, ending):
        return "json" if _is_one_document(lines) else "jsonl"
    if lines and is_discord_table(header_of(lines[0])[1]):
        return "discord_table"
    if lines and _is_table(lines, ending):
        return "table"
    return None


def _is_jsonl(lines: Sequence[str], ending: str) -> bool:
    if not lines:
        return False
    # Half of the lines are enough: a broken one, the first included, is told by its line.
    objects = sum(_JSON_LINE.match(line) is not None for line in lines)
    return (
        objects * 2 >= len(lines)
        or _JSON_LINE.match(lines[0]) is not None
        or _JSON_ARRAY.match("\n".join(lines[:2])) is not None
        or ending in {"jsonl", "ndjson", "json"}
    )


def _is_one_document(lines: Sequence[str]) -> bool:
    first, several = lines[0], len(lines) > 1
    if first == "[":
        return True
    if first.startswith("{"):
        return first.endswith(_GOES_ON) or not (several or _WRAPPED.search(first) is None)
    return first.startswith("[") and not (several and first.endswith("]"))


def _is_table(lines: Sequence[str], ending: str) -> bool:
    if ending in {"csv", "tsv", "tab"} or announces_delimiter(lines[0]):
        return True
    delimiter, columns = header_of(lines[0])
    if "text" in columns and len(COLUMNS.intersection(columns)) > 1:
        return all(_COLUMN.fullmatch(column) for column in columns)
    return _are_heads(columns) and any(
        line.count(delimiter) >= len(columns) - 1 for line in lines[1:3]
    )


def _are_heads(columns: Sequence[str]) -> bool:
    """Return whether a line names a text and something else, as the heads of a table do."""
    if not all(_HEAD.fullmatch(column) for column in columns):
        return False
    known = {"text" if is_question(each) else surely(each) for each in columns} - {None}
    return "text" in known and len(known) > 1


def _is_binary(head: bytes) -> bool:
    return b"\0" in head or len(_CONTROL.findall(head)) * 10 > len(head)


def _is_utf16(head: bytes) -> bool:
    """Return whether every second byte is mostly zero, as in UTF-16 without its mark."""
    half = len(head) // 2
    if half < 2:  # noqa: PLR2004 -- too short to tell
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 10 > half * 6 and min(even, odd) * 10 < half


def _check_encoding(head: bytes, file: str) -> None:
    """Refuse a file of lines as a whole where hardly a line of it would be left.

    Raises:
        PostFormatError: Several lines are not UTF-8, and none needs UTF-8 and is.
    """
    foreign = []
    for number, line in enumerate(head.split(b"\n")[:-1], 1):
        if line.isascii():
            continue
        try:
            line.decode()
        except UnicodeDecodeError:
            foreign.append(number)
        else:
            return
    if len(foreign) >= _FOREIGN_LINES:
        raise PostFormatError(
            file, "western_lines" if is_western(head) else "foreign_lines", foreign[0]
        )
