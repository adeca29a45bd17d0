"""Reads the archive that LinkedIn gives a member of their own data: posts, comments, articles."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from adapters.sources.archives.matching import Claim, below
from adapters.sources.archives.members import head, member_error, member_name, whole
from adapters.sources.byte_reader import not_utf8
from adapters.sources.formats.table import header_of
from adapters.sources.labels import text_mark
from adapters.sources.linkedin.articles import article_row
from adapters.sources.linkedin.columns import columns_of, table_rows
from adapters.sources.linkedin.dates import archive_date, is_day_first
from adapters.sources.rows import to_posts
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from adapters.sources.archives.members import Members
    from adapters.sources.labels import Labels
    from adapters.sources.linkedin.columns import Columns
    from index.posts import Post


SOURCE: Final = "LinkedIn"

_HEAD: Final = 65_536
_PROFILE: Final = re.compile(r"profile?(_\d+)?\.csv", re.IGNORECASE)
_NAMED: Final = re.compile(r"shares|comments|partages|commentaires", re.IGNORECASE)
_URN: Final = re.compile(r"urn:li:(\w+):\(?(?:(?:urn:li:)?(\w+):)?(\d+)(?:,(\d+))?")
_ACTIVITY: Final = re.compile(r"\b(activity|share|ugcPost)-(\d+)")
_OPEN: Final = frozenset({"", "PUBLIC", "MEMBER_NETWORK"})


def claims(members: Members) -> list[Claim]:
    """Returns a claim on every folder with a table of posts or comments."""
    found = {name.rpartition("/")[0] for name in members.sizes if _is_table(members, name)}
    names = sorted(members.sizes)
    return [
        Claim(root, list(_own(members, root, below(root, names))))
        for root in map(_slashed, sorted(found))
    ]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yields what its owner posted, commented and published."""
    author = _author(members, claim)
    for name in claim.names:
        own = replace(labels, file=member_name(members.file, name))
        try:
            if name.lower().endswith(".html"):
                row = article_row(_text(members, name), author)
                yield from to_posts([(0, row)] if row else [], own)
            else:
                yield from _table(members, name, claim.root, own, author)
        except PostFormatError as error:
            yield error


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the rows of one table are read."""

    columns: Columns
    author: str
    day_first: bool


def _table(
    members: Members, name: str, root: str, labels: Labels, author: str
) -> Iterator[Post | PostFormatError]:
    rows = _rows(_text(members, name), members, name)
    columns = columns_of(name, rows)
    if columns is None:
        if _NAMED.match(name.removeprefix(root)):
            yield PostFormatError(labels.file, "unknown_table")
        return
    dates = [_cell(row, columns.date) for row in rows[1:]]
    reading = _Reading(columns, author, is_day_first(dates, otherwise=columns.is_french))
    unread = [
        date for date in dates if date and archive_date(date, day_first=reading.day_first) is None
    ]
    if unread:
        count, date = len(unread), unread[0][:40]
        yield member_error(members.file, name, "unread_dates", count=count, date=date)
    numbered = ((number, _row(row, reading)) for number, row in enumerate(rows[1:], 2))
    filled = ((number, row) for number, row in numbered if row is not None)
    yield from to_posts(_whole_rows(filled, rows, columns, labels), labels)


def _whole_rows(
    filled: Iterator[tuple[int, Mapping[str, object]]],
    rows: Sequence[Sequence[str]],
    columns: Columns,
    labels: Labels,
) -> Iterator[tuple[int, Mapping[str, object] | PostFormatError]]:
    for number, row in filled:
        width = len(rows[number - 1])
        if width > columns.width and any(rows[number - 1][columns.width :]):
            error = PostFormatError(
                labels.file, "open_quote_in_row", row=number, cells=width, width=columns.width
            )
            yield number, error
        else:
            yield number, row


def _row(row: Sequence[str], reading: _Reading) -> Mapping[str, object] | None:
    columns = reading.columns
    text = _mended(_cell(row, columns.text))
    if not text:
        return None  # a post shared without a word
    link, date = _cell(row, columns.link), _cell(row, columns.date)
    moment = archive_date(date, day_first=reading.day_first)
    post, comment = _names(link)
    mark = text_mark(f"{date}\n{text}", 16)
    is_comment = columns.kind == "comment"
    return {
        "scope": "linkedin",
        "id": (comment or f"comment/{mark}") if is_comment else (post or f"share/{mark}"),
        "source": SOURCE,
        "text": text,
        "author": reading.author,
        "url": link,
        "posted_at": moment.isoformat() if moment else "",
        "parent_id": post if is_comment else "",
        "audience": _audience(_cell(row, columns.visibility)),
    }


def _audience(visibility: str) -> str:
    return EVERYONE if visibility in _OPEN else f"linkedin:{visibility.lower()}"


def _names(link: str) -> tuple[str, str]:
    """Returns the names in a link: of the post, and of a comment on it."""
    post = comment = ""
    address = unquote(link)
    for kind, inner, number, second in _URN.findall(address):
        if kind == "comment":
            post, comment = post or f"{inner}/{number}", f"comment/{number}/{second}"
        else:
            post = post or f"{kind}/{number}"
    if not post and (found := _ACTIVITY.search(address)):
        post = f"{found[1]}/{found[2]}"
    return post, comment


def _mended(text: str) -> str:
    r"""Returns a text without the quotes that stand around its line ends in some archives."""
    text = text.replace("\r\n", "\n").strip()
    first, *others = text.split("\n")
    if not others or not all(each.startswith('"') for each in others):
        return text
    *between, last = others
    if not all(each.endswith('"') for each in (first, *between)):
        return text
    # A blank line is one quote, or two.
    return "\n".join([first[:-1], *(each[1:-1] for each in between), last[1:]])


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _text(members: Members, name: str) -> str:
    data = whole(members, name)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise not_utf8(data, error, "member", member_name(members.file, name)) from error


def _rows(text: str, members: Members, name: str) -> list[list[str]]:
    try:
        return table_rows(text)
    except csv.Error as error:
        raise member_error(members.file, name, "broken_table", reason=str(error)) from error


def _is_table(members: Members, name: str) -> bool:
    if not name.lower().endswith(".csv"):
        return False
    text = head(members, name, _HEAD).decode(errors="replace")
    try:
        rows = table_rows(text)
    except csv.Error:
        return False
    # The last row may be cut off by the end of what was looked at.
    return columns_of(name, rows) is not None and not _is_our_own(text)


def _is_our_own(text: str) -> bool:
    return "text" in header_of(text.partition("\n")[0])[1]


def _slashed(root: str) -> str:
    return f"{root}/" if root else ""


def _own(members: Members, root: str, names: Iterable[str]) -> Iterator[str]:
    """Yields the tables of an archive, and its articles, of the names below its folder."""
    for name in names:
        inner = name.removeprefix(root).lower()
        if inner.endswith(".csv") and "/" not in inner:
            start = head(members, name, _HEAD).decode(errors="replace")
            if not _is_our_own(start):
                yield name
        elif inner.endswith(".html") and "article" in inner.rpartition("/")[0]:
            yield name


def _author(members: Members, claim: Claim) -> str:
    for name in claim.names:
        if _PROFILE.fullmatch(name.removeprefix(claim.root)):
            try:
                rows = _rows(_text(members, name), members, name)
            except PostFormatError:
                return ""  # told when the table is read
            if len(rows) > 1:
                return " ".join(filter(None, (_cell(rows[1], 0), _cell(rows[1], 1))))
    return ""
