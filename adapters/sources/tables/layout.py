"""Decides what the columns of a table are: by what was given, by their heads, by their cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import printable
from adapters.sources.rows import COLUMNS, named
from adapters.sources.tables.dates import is_date
from adapters.sources.tables.heads import UNRANKED, folded, is_question, names_in, role_of
from adapters.sources.wrong_value import WrongValue
from bot.ports import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.sources.tables.heads import Role
    from bot.ports import GivenColumns

Row = dict[str, object]
"""A row's cells by the heads of their columns."""

_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_WORDS: Final = re.compile(r"[\W\d_]*|\S+@\S+\.\w+|true|false", re.IGNORECASE)
_PICTURE: Final = re.compile(
    r"image|imagen|avatar|photo|foto|picture|bild|icon|logo|website|homepage", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w[\w'’-]*")
_LOOKED_AT: Final = 100
_MOST_COLUMNS: Final = 200
_CELL: Final = 1_000
_PROSE_WORDS: Final = 4
_SAID_WORDS: Final = 2
_PROSE_LENGTH: Final = 25
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are.

    Attributes:
        texts: The heads of the columns that hold the words, in the order of the table.
        roles: The heads of the other columns, by what they are.
        names: The heads of the author's first and last name, where two columns have them.
        is_own: The table is written as Pullquote's own are: with a column called `text`.
        is_sure: Nobody need be asked whether this is right.
        is_headed: The heads are the table's own, not numbers that stand in for them.
    """

    texts: tuple[str, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    is_own: bool = False
    is_sure: bool = True
    is_headed: bool = True

    @property
    def used(self) -> frozenset[str]:
        """Is the heads of all columns of which something is made."""
        return frozenset((*self.texts, *self.roles.values(), *self.names))


class _Column:
    """One column, as far as it was looked at."""

    def __init__(self, head: str, rows: Sequence[Row]) -> None:
        self.head = head
        values = [row.get(head) for row in rows[:_LOOKED_AT]]
        self.is_flat = not any(isinstance(each, list | dict) for each in values)
        self._values = [each for each in values if each is not None and str(each).strip()]
        self.cells = [str(each)[:_CELL].strip() for each in self._values]
        self._words = [len(_WORD.findall(each)) for each in self.cells]

    @cached_property
    def are_dates(self) -> bool:
        return self._mostly([is_date(each) for each in self._values])

    @property
    def have_dates(self) -> bool:
        """Whether at least half of the cells are dates: enough where the head says so."""
        return self.is_flat and sum(map(is_date, self._values)) * 2 >= len(self._values)

    @cached_property
    def are_links(self) -> bool:
        return self._mostly([_LINK.fullmatch(each) is not None for each in self.cells])

    @property
    def are_names(self) -> bool:
        return self.is_flat and not any(len(each) > _LONGEST_NAME for each in self.cells)

    @cached_property
    def have_words(self) -> bool:
        """Whether some cells say something: in letters, and not as a link or a date."""
        worded = any(_NO_WORDS.fullmatch(each) is None for each in self.cells)
        return self.is_flat and worded and not (self.are_dates or self.are_links)

    @property
    def are_prose(self) -> bool:
        """Whether most cells are sentences, mostly different ones."""
        cells = zip(self.cells, self._words, strict=True)
        long = [len(cell) >= _PROSE_LENGTH and words >= _PROSE_WORDS for cell, words in cells]
        varied = len({*self.cells}) * 2 > len(self.cells)
        return varied and self._mostly(long) and self.have_words

    @property
    def mean_words(self) -> float:
        return sum(self._words) / len(self._words) if self._words else 0.0

    def _mostly(self, are: Sequence[bool]) -> bool:
        return self.is_flat and sum(are) * 2 > len(are)


def layout_of(
    heads: Sequence[str], sample: Sequence[Row], given: GivenColumns, *, is_headed: bool = True
) -> Layout:
    """Return what the columns of a table are.

    Args:
        heads: The heads of its columns.
        sample: Its first rows.
        given: What is known already.
        is_headed: Whether the heads are the table's own.

    Raises:
        WrongValue: Nothing in it can be a text, or a column that was given is not there.
    """
    texts, roles = _given(heads, given)
    own = _own(heads)
    for role, head in own.items():
        if role != "text" and head not in (*texts, *roles.values()):
            roles.setdefault(role, head)
    is_own = "text" in own and not texts
    if is_own:
        texts = [own["text"]]
    rest = [each for each in heads if each not in (*texts, *roles.values())]
    columns = [_Column(each, sample) for each in rest[:_MOST_COLUMNS]]
    _add_by_head(columns, roles)
    if not is_own:
        _add_by_content(columns, roles)
    if texts:
        return Layout(tuple(texts), roles, is_own=is_own, is_headed=is_headed)
    names = names_in(each.head for each in columns if each.are_names)
    if names and roles.get("author", names[0]) in names and not _is_given(given, "author"):
        roles.pop("author", None)
    else:
        names = ()
    left = [each for each in columns if each.head not in (*roles.values(), *names)]
    found, is_sure = _texts(left, is_headed=is_headed)
    if not found:
        raise _without_text(heads)
    return Layout(tuple(found), roles, names, is_sure=is_sure, is_headed=is_headed)


def _is_given(given: GivenColumns, name: str) -> bool:
    return any(each == name for each, _ in given.columns)


def _without_text(heads: Sequence[str]) -> WrongValue:
    if not heads:
        return WrongValue("no_columns")
    columns, more = named(heads)
    if more:
        return WrongValue("no_text_column_of_many", columns=columns, more=more)
    return WrongValue("no_text_column", columns=columns)


def _given(heads: Sequence[str], given: GivenColumns) -> tuple[list[str], dict[str, str]]:
    texts: list[str] = []
    roles: dict[str, str] = {}
    for name, wanted in given.columns:
        head = _called(wanted, heads)
        if name == "text":
            texts.append(head)
        else:
            roles[COLUMN_NAMES[name]] = head
    return sorted({*texts}, key=list(heads).index), roles


def _called(wanted: str, heads: Sequence[str]) -> str:
    """Return the head that is meant.

    Raises:
        WrongValue: There is none.
    """
    if wanted in heads:
        return wanted
    if wanted.isdecimal() and 0 < int(wanted) <= len(heads):
        return heads[int(wanted) - 1]
    alike = [head for head in heads if folded(head) == folded(wanted)]
    if not alike:
        columns, _ = named(heads)
        raise WrongValue("no_such_column", column=printable(wanted[:40]), columns=columns)
    return alike[0]


def _own(heads: Sequence[str]) -> dict[str, str]:
    """Return the columns that are called as Pullquote's own are."""
    own: dict[str, str] = {}
    for head in heads:
        if head.lower() in COLUMNS:
            own.setdefault(head.lower(), head)
    return own


def _add_by_head(columns: Sequence[_Column], roles: dict[str, str]) -> None:
    """Add what heads tell and cells do not contradict, the surest head of each role."""
    best: dict[Role, tuple[int, str]] = {}
    for column in columns:
        known = role_of(column.head)
        if known is None or known[0] == "text" or known[0] in roles:
            continue
        role, rank = known
        if _fits(column, role) and rank < best.get(role, (UNRANKED + 1, ""))[0]:
            best[role] = (rank, column.head)
    roles.update({role: head for role, (_, head) in best.items()})


def _fits(column: _Column, role: Role) -> bool:
    if not column.cells:
        return False
    if role == "posted_at":
        return column.have_dates
    if role == "url":
        return column.are_links
    if role in {"id", "parent_id"}:
        return column.is_flat and (role == "parent_id" or len({*column.cells}) == len(column.cells))
    return column.are_names if role == "author" else column.have_words


def _add_by_content(columns: Sequence[_Column], roles: dict[str, str]) -> None:
    for column in columns:
        if column.head in roles.values() or not column.cells:
            continue
        if "posted_at" not in roles and column.are_dates:
            roles["posted_at"] = column.head
        elif "url" not in roles and column.are_links and not _PICTURE.search(column.head):
            roles["url"] = column.head


def _texts(columns: Sequence[_Column], *, is_headed: bool) -> tuple[list[str], bool]:
    """Return the columns that hold the words, and whether that is sure."""
    sure = [
        each.head for each in columns if each.are_prose or (is_headed and _is_told_by_head(each))
    ]
    if sure:
        return sure, is_headed or len(sure) == 1
    weak = [each for each in columns if each.have_words and _is_varied(each)]
    most = max((each.mean_words for each in weak), default=0.0)
    return [each.head for each in weak if each.mean_words >= min(most, 2.0)], False


def _is_told_by_head(column: _Column) -> bool:
    if column.cells and not column.have_words:
        return False
    known = role_of(column.head)
    if known is None or known[0] != "text" or is_question(column.head):
        return is_question(column.head)
    # A word within a head tells less: a "Comment status" holds none.
    return known[1] < UNRANKED or column.mean_words >= _SAID_WORDS


def _is_varied(column: _Column) -> bool:
    most = Counter(column.cells).most_common(1)
    return bool(most) and (most[0][1] == 1 or most[0][1] * 2 < len(column.cells))
