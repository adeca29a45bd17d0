"""Reads the archive that LinkedIn gives a member of their own data: posts, comments, articles."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.matching import Claim, below
from adapters.sources.archive_reading.members import (
    FolderMembers,
    head,
    member_error,
    member_name,
    whole,
)
from adapters.sources.bytes.reader import not_utf8
from adapters.sources.file_defaults import text_mark
from adapters.sources.linkedin.articles import article_row
from adapters.sources.linkedin.columns import columns_of
from adapters.sources.linkedin.dates import archive_date, is_day_first
from adapters.sources.linkedin.fields import count_columns, count_unread, is_of_an_archive
from adapters.sources.linkedin.links import names_of
from adapters.sources.linkedin.tables import decoded, table_rows, whole_rows, without_wrapping
from adapters.sources.rows import to_posts
from adapters.sources.tables.csv_table import header_of
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from adapters.sources.linkedin.columns import Columns
    from index.posts import Post


SOURCE: Final = "LinkedIn"

_HEAD: Final = 65_536
_PROFILE: Final = re.compile(r"profile?(_\d+)?\.csv", re.IGNORECASE)
_NAMED: Final = re.compile(r"shares|comments|partages|commentaires", re.IGNORECASE)
_OF_POSTS: Final = frozenset("text author auteur autrice autor autora autorin verfasser".split())
"""Heads that no table of LinkedIn's has: its words are their owner's."""

_DEEPEST: Final = 1
_OPEN: Final = frozenset({"", "PUBLIC", "MEMBER_NETWORK"})


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with a table of posts or comments."""
    found = {name.rpartition("/")[0] for name in members.sizes if _is_table(members, name)}
    names = sorted(members.sizes)
    return [
        Claim(root, list(_own(members, root, below(root, names))))
        for root in map(_slashed, sorted(found))
    ]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what its owner posted, commented and published."""
    author = _author(members, claim)
    for name in claim.names:
        own = replace(labels, file=member_name(members.file, name))
        try:
            if name.lower().endswith(".html"):
                row = article_row(_text(members, name), author)
                labels.leave_out("drafts", 0 if row else 1)
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
    columns = columns_of(name, [row for row in rows if any(row)])
    if columns is None:
        if _NAMED.match(name.removeprefix(root)):
            yield PostFormatError(labels.file, "unknown_table")
        is_packed = not isinstance(members, FolderMembers)
        count_unread(name.removeprefix(root), rows, labels, is_packed=is_packed)
        return
    header, *below_header = [*dropwhile(lambda row: not any(row), rows)]
    rows = [header, *whole_rows(below_header, columns)]
    dates = [_cell(row, columns.date) for row in rows[1:]]
    reading = _Reading(columns, author, is_day_first(dates, otherwise=columns.is_french))
    unread = [
        date for date in dates if date and archive_date(date, day_first=reading.day_first) is None
    ]
    if unread:
        count, date = len(unread), unread[0][:40]
        yield member_error(members.file, name, "unread_dates", count=count, date=date)
    count_columns(header, rows[1:], labels, columns.read)
    numbered = [*enumerate(_unwrapped(rows[1:], columns), 2)]
    made = _distinct((number, _row(row, reading)) for number, row in numbered)
    filled = [(number, row) for number, row in made if row is not None]
    labels.leave_out("wordless", len(numbered) - len(filled))
    yield from to_posts(_whole_rows(filled, rows, columns, labels), labels)


def _unwrapped(rows: Sequence[Sequence[str]], columns: Columns) -> list[Sequence[str]]:
    texts = [_cell(row, columns.text).replace("\r\n", "\n") for row in rows]
    place = columns.text
    return [
        [*row[:place], text, *row[place + 1 :]]
        for row, text in zip(rows, without_wrapping(texts), strict=True)
    ]


_Numbered = tuple[int, "Mapping[str, object] | None"]


def _distinct(rows: Iterable[_Numbered]) -> list[_Numbered]:
    """Return rows of which no two have one id: what shares its link with others has its own."""
    listed = [*rows]
    texts: dict[object, set[tuple[object, object]]] = {}
    for _, row in listed:
        if row is not None:
            texts.setdefault(row["id"], set()).add((row["posted_at"], row["text"]))
    return [
        (number, row and (row if len(texts[row["id"]]) == 1 else _marked(row)))
        for number, row in listed
    ]


def _marked(row: Mapping[str, object]) -> Mapping[str, object]:
    mark = text_mark(f"{row['posted_at']}\n{row['text']}", 16)
    return {**row, "id": f"{row['id']}/{mark}"}


def _whole_rows(
    filled: Iterable[tuple[int, Mapping[str, object]]],
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
    text = _cell(row, columns.text)
    if not text:
        return None  # a post shared without a word
    link, date = _cell(row, columns.link), _cell(row, columns.date)
    moment = archive_date(date, day_first=reading.day_first)
    post, comment = names_of(link)
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


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _text(members: Members, name: str) -> str:
    data = whole(members, name)
    try:
        return decoded(data)
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
    text = decoded(head(members, name, _HEAD), "replace")
    try:
        rows = table_rows(text)
    except csv.Error:
        return False
    # The last row may be cut off by the end of what was looked at.
    return columns_of(name, [row for row in rows if any(row)]) is not None and not _is_our_own(text)


def _is_our_own(text: str) -> bool:
    return "text" in header_of(text.partition("\n")[0])[1]


def _says_posts(text: str) -> bool:
    return not _OF_POSTS.isdisjoint(header_of(text.partition("\n")[0])[1])


def _slashed(root: str) -> str:
    return f"{root}/" if root else ""


def _own(members: Members, root: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the tables of an archive, and its articles, of the names below its folder.

    Where it is unpacked, a table that is not known may be LinkedIn's newest, whose words are
    private, or somebody's own: that is read as ever only where its heads say that it is of posts.
    """
    for name in names:
        inner = name.removeprefix(root).lower()
        folder, _, file = inner.rpartition("/")
        if inner.endswith(".csv") and folder.count("/") < _DEEPEST:
            if _is_own(members, name, file, is_beside=not folder):
                yield name
        elif inner.endswith(".html") and "article" in folder:
            yield name


def _is_own(members: Members, name: str, file: str, *, is_beside: bool) -> bool:
    text = decoded(head(members, name, _HEAD), "replace")
    try:
        rows = [row for row in table_rows(text) if any(row)]
    except csv.Error:
        rows = []
    if is_of_an_archive(file, rows):
        return True
    if isinstance(members, FolderMembers):
        return not _says_posts(text)
    # Whoever packs an archive has put nothing into it: what lies in a folder of it is named.
    return is_beside and not _is_our_own(text)


def _author(members: Members, claim: Claim) -> str:
    for name in claim.names:
        if _PROFILE.fullmatch(name.removeprefix(claim.root)):
            try:
                rows = [row for row in _rows(_text(members, name), members, name) if any(row)]
            except PostFormatError:
                return ""  # told when the table is read
            if len(rows) > 1:
                return " ".join(filter(None, (_cell(rows[1], 0), _cell(rows[1], 1))))
    return ""
