"""Makes posts of the rows of a table, whatever file it came from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.file_defaults import printable, text_mark
from adapters.sources.rows import COLUMNS, MOST_REFUSED, named, to_posts
from adapters.sources.tables.dates import moment, order_of
from adapters.sources.tables.heads import day_first_by_head
from adapters.sources.tables.layout import Layout, Row, layout_of
from adapters.sources.tables.private import check_readable
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from adapters.sources.file_defaults import Labels
    from bot.ports import Order
    from index.errors import Unit
    from index.posts import Post

Numbered = tuple[int, Row | PostFormatError]
"""The line a row begins on, with its cells or what is wrong with it."""

Doubt = Literal["columns", "dates"]
"""What is to be asked of a table before it is read."""

_SAMPLE_ROWS: Final = 1_000
_SAMPLE_SIZE: Final = 1_000_000
"""So many rows, or characters and cells, are looked at before the columns are decided on."""
_REMEMBERED: Final = 300_000
"""So many rows without ids are remembered, to tell those that come again."""
_TELLING: Final = ("text", "author", "posted_at", "url", "title")
"""What tells rows without ids apart."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table.

    Attributes:
        rows: The rows below the heads.
        again: Gives the same rows once more; None where that cannot be.
        heads: The heads of its columns; None where each row names its own, as objects do.
        is_headed: The heads are the table's own, not numbers that stand in for them.
        line: Where the heads stand.
        sheet: Which sheet of its file it is, where there are several; else "".
        unit: What its rows are counted as.
    """

    rows: Iterator[Numbered]
    again: Callable[[], Iterator[Numbered]] | None
    heads: Sequence[str] | None = None
    is_headed: bool = True
    line: int | None = 1
    sheet: str = ""
    unit: Unit = "line"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table whose columns are known.

    Attributes:
        heads: The heads of all of them.
        layout: What they are.
        rows: All its rows.
        order: Which number of its dates is the day, where that is known.
        doubtful: A date that can be read in both ways; "" where none is.
    """

    heads: Sequence[str]
    layout: Layout
    rows: Iterator[Numbered]
    order: Order | None
    doubtful: str

    def doubt(self, *, is_confirmed: bool) -> Doubt | None:
        """Return what is to be asked first; None for nothing."""
        if not (self.layout.is_sure or is_confirmed):
            return "columns"
        return "dates" if self.order is None and self.doubtful else None


def distinct(columns: Sequence[str]) -> list[str]:
    """Return the heads with numbers after those that come again, and for those that are blank."""
    met: Counter[str] = Counter()
    heads = []
    for at, column in enumerate(columns, 1):
        head = column or str(at)
        met[head.lower()] += 1
        heads.append(head if met[head.lower()] == 1 else f"{head} ({met[head.lower()]})")
    return heads


def table_posts(table: Table, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the posts of a table; a refusal alone where somebody would have to be asked."""
    try:
        found = recognised(table, labels)
    except PostFormatError as error:
        yield error
        return
    match found.doubt(is_confirmed=labels.columns.is_confirmed):
        case "columns":
            names, _ = named(found.layout.texts)
            column = printable(found.layout.texts[0][:40])
            yield PostFormatError(
                labels.file, "unsure_columns", table.line, columns=names, column=column
            )
        case "dates":
            column = printable(found.layout.roles["posted_at"][:40])
            yield PostFormatError(
                labels.file, "unclear_order", table.line, column=column, date=found.doubtful
            )
        case None:
            for each in to_posts(PostRows(found, labels, table.sheet).fields(), labels):
                yield _counted_as(table.unit, each) if isinstance(each, PostFormatError) else each


def _counted_as(unit: Unit, error: PostFormatError) -> PostFormatError:
    if unit == "line":
        return error
    return PostFormatError(error.file, error.kind, error.line, unit, **error.values)


def recognised(table: Table, labels: Labels) -> Recognised:
    """Return a table with what its columns are.

    Raises:
        PostFormatError: None of them can be a text, or one that was given is not there.
    """
    sample = list(_sample(table.rows))
    rows = [row for _, row in sample if not isinstance(row, PostFormatError)]
    if table.heads is None and sample and not rows:
        return Recognised((), Layout(("text",), is_own=True), chain(sample, table.rows), None, "")
    heads = table.heads or [*dict.fromkeys(head for row in rows for head in row)]
    check_readable(heads, labels)
    try:
        layout = layout_of(heads, rows, labels.columns, is_headed=table.is_headed)
    except WrongValue as error:
        raise PostFormatError(labels.file, error.kind, table.line, **error.values) from error
    if table.heads is None and layout.is_own:
        # A later object may say more than the first ones.
        others = {each: each for each in COLUMNS - {"text"} if each not in layout.roles}
        layout = replace(layout, roles={**layout.roles, **others})
    if len(heads) == 1 and not layout.is_own and len(rows) < len(sample):
        # A line of words stands above what the table is.
        columns, _ = named(heads)
        raise PostFormatError(labels.file, "no_text_column", table.line, columns=columns)
    order, doubtful = _order(table, layout, rows, labels)
    return Recognised(heads, layout, chain(sample, table.rows), order, doubtful)


def _sample(rows: Iterator[Numbered]) -> Iterator[Numbered]:
    size = 0
    refused = 0
    for number, (line, row) in enumerate(rows, 1):
        yield line, row
        if isinstance(row, PostFormatError):
            refused += 1
            if refused > MOST_REFUSED:
                return
            continue
        if not size and "text" in row and row.keys() <= COLUMNS:
            return  # one of our own needs no second look
        size += 1 + len(row) + sum(len(cell) for cell in row.values() if isinstance(cell, str))
        if number - refused >= _SAMPLE_ROWS or size >= _SAMPLE_SIZE:
            return


def _order(
    table: Table, layout: Layout, sample: Sequence[Row], labels: Labels
) -> tuple[Order | None, str]:
    """Return which number of the dates is the day, judged by the whole column."""
    head = layout.roles.get("posted_at")
    if head is None or head.lower() == "posted_at":
        return None, ""
    if labels.columns.order is not None:
        return labels.columns.order, ""
    if (is_day_first := day_first_by_head(head)) is not None:
        return ("day-first" if is_day_first else "month-first"), ""
    order, doubtful = order_of(row.get(head) for row in sample)
    if table.again is None or not (order or doubtful):
        return order, doubtful
    return order_of(row.get(head) for _, row in table.again() if isinstance(row, dict))


class PostRows:
    """Turns the rows of a table into what is said of each post."""

    def __init__(self, found: Recognised, labels: Labels, sheet: str) -> None:
        self._found = found
        self._layout = found.layout
        self._labels = labels
        self._prefix = f"{sheet}/" if sheet else ""
        self._met: set[int] = set()
        self._has_own_names = all(role == head for role, head in self._layout.roles.items())

    def fields(self) -> Iterator[tuple[int, Mapping[str, object] | PostFormatError]]:
        """Yield the rows, by the names of what they say of a post."""
        used = self._layout.used
        make = self._of_own if self._layout.is_own else self._of_any
        for line, row in self._found.rows:
            if isinstance(row, PostFormatError):
                yield line, row
                continue
            for head in row.keys() - used:
                if row[head] not in (None, ""):
                    self._labels.leave_out_named("columns", "other_columns", head)
            fields = make(row)
            if fields is not None:
                yield line, fields

    def _of_own(self, row: Row) -> Mapping[str, object]:
        [text] = self._layout.texts
        if self._has_own_names and text == "text" and not self._prefix:
            return row
        if text not in row:
            return row  # what is wrong with it is told with its own columns
        return {"text": row[text], **self._said(row)}

    def _of_any(self, row: Row) -> Mapping[str, object] | None:
        text = self._text(row)
        fields = {"text": text, **self._said(row)}
        if not text:
            self._labels.leave_out("rows_without_text")
            return None
        if fields.get("id") in (None, ""):
            said = "\0".join(str(fields.get(each) or "") for each in _TELLING)
            fields["id"] = mark = self._prefix + text_mark(said, 16)
            if hash(mark) in self._met:
                self._labels.leave_out("repeated_rows")
                return None
            if len(self._met) < _REMEMBERED:
                self._met.add(hash(mark))
        return fields

    def _text(self, row: Row) -> str:
        """Return the words of a row: of several columns each under its head."""
        texts = self._layout.texts
        said = {head: _written(row.get(head)).strip() for head in texts}
        if len(texts) == 1 or not self._layout.is_headed:
            return "\n\n".join(filter(None, said.values()))
        return "\n\n".join(f"{head.strip()}\n{words}" for head, words in said.items() if words)

    def _said(self, row: Row) -> dict[str, object]:
        """Return what a row says of a post beside its text."""
        said: dict[str, object] = {}
        for role, head in self._layout.roles.items():
            value = row.get(head)
            if value is None or value == "":
                continue
            if role == "posted_at" and head.lower() != role:
                said[role] = self._date(value)
            elif role == head.lower() and self._layout.is_own:
                said[role] = value
            elif not isinstance(value, list | dict):
                said[role] = _written(value)
        for role in ("id", "parent_id"):
            if self._prefix and role in said:
                said[role] = f"{self._prefix}{said[role]}"
        return said

    def _date(self, value: object) -> str | None:
        found = moment(value, self._found.order) if str(value).strip() else None
        if found is None and str(value).strip():
            self._labels.leave_out("dates")
        return found.isoformat() if found else None


def _written(value: object) -> str:
    """Return a cell as a person would write it."""
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
