"""Makes posts of the rows of a table, whatever file it came from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.archive_reading.members import member_name
from adapters.sources.file_defaults import shortened
from adapters.sources.rows import COLUMNS, MOST_REFUSED, named, to_posts
from adapters.sources.tables.cell_markup import reader_of
from adapters.sources.tables.columns.cells import Column
from adapters.sources.tables.columns.dates import order_of
from adapters.sources.tables.columns.heads import day_first_by_head, is_question
from adapters.sources.tables.columns.layout import Layout, layout_of
from adapters.sources.tables.post_rows import PostRows
from adapters.sources.tables.refused_tables import check_one_object, check_readable
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.columns.cells import Row
    from adapters.sources.tables.post_rows import Numbered
    from bot.ports import Order
    from index.errors import Unit
    from index.posts import Post

Doubt = Literal["columns", "dates"]
"""What is to be asked of a table before it is read."""

_WORDLESS: Final = frozenset(
    {"no_text_column", "no_text_column_of_many", "no_columns", "no_such_column"}
)
"""What may be wrong with a sheet of numbers beside one of words."""
HEADS_WITHIN: Final = 20
"""The heads of a table stand in one of so many lines, below its title."""
MOST_COLUMNS: Final = 16_384
"""So many columns a sheet of Excel has at most."""
_SAMPLE_ROWS: Final = 1_000
_SAMPLE_SIZE: Final = 1_000_000
"""So many rows, or characters and cells, are looked at before the columns are decided on."""


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
        above: How many filled lines stand above the heads.
        html: Turns a cell in HTML into what people see.
    """

    rows: Iterator[Numbered]
    again: Callable[[], Iterator[Numbered]] | None
    heads: Sequence[str] | None = None
    is_headed: bool = True
    line: int | None = 1
    sheet: str = ""
    unit: Unit = "line"
    above: int = 0
    html: Callable[[str], str] = str


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
    """Return the heads with numbers after those that come again, and for those that are blank.

    A blank one behind a question belongs to it, as survey tools write a choice and what is added.
    """
    met: Counter[str] = Counter()
    heads = []
    question = ""
    for at, column in enumerate(columns, 1):
        if column:
            question = column if is_question(column) else ""
        head = column or question or str(at)
        met[head.lower()] += 1
        heads.append(head if met[head.lower()] == 1 else f"{head} ({met[head.lower()]})")
    return heads


def table_posts(table: Table, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the posts of a table; a refusal alone where somebody would have to be asked."""
    labels.leave_out("lines_above_heads", table.above)
    try:
        found = recognised(table, labels)
    except PostFormatError as error:
        yield error
        return
    match found.doubt(is_confirmed=labels.columns.is_confirmed):
        case "columns":
            names, _ = named(found.layout.texts)
            column = shortened(found.layout.texts[0])
            yield PostFormatError(
                labels.file, "unsure_columns", table.line, columns=names, column=column
            )
        case "dates":
            column = shortened(found.layout.roles["posted_at"])
            yield PostFormatError(
                labels.file, "unclear_order", table.line, column=column, date=found.doubtful
            )
        case None:
            _note_columns(found.layout, labels)
            posts = to_posts(_rows_of(found, table, labels), labels)
            yield from posts if table.unit == "line" else _counted_as(table.unit, posts)


def posts_of(tables: Iterable[Table], labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the posts of the tables of one file; sheets without words are left out and named.

    Where none has any, the first says what is wrong.
    """
    wordless: list[PostFormatError] = []
    has_other = False
    for table in tables:
        file = member_name(labels.file, table.sheet) if table.sheet else labels.file
        for each in table_posts(table, replace(labels, file=file)):
            if table.sheet and isinstance(each, PostFormatError) and each.kind in _WORDLESS:
                wordless.append(each)
                labels.leave_out_named("wordless_sheets", "other_wordless_sheets", table.sheet)
            else:
                has_other = True
                yield each
    if not has_other:
        yield from wordless[:1]


def _note_columns(layout: Layout, labels: Labels) -> None:
    """Note which columns tell author, date and title, where they have other heads than Pullquote's.

    What was recognised wrongly is then seen at once.
    """
    authors = layout.names or tuple(filter(None, (layout.roles.get("author"), layout.handle)))
    if authors and authors != ("author",):
        labels.note_column("author_column", " + ".join(authors))
    date = layout.roles.get("posted_at", "posted_at")
    if date != "posted_at":
        labels.note_column("date_column", date)
    title = layout.roles.get("title", "title")
    if title.lower() != "title":
        labels.note_column("title_column", title)


def _rows_of(
    found: Recognised, table: Table, labels: Labels
) -> Iterator[tuple[int, Mapping[str, object] | PostFormatError]]:
    return PostRows(found.layout, found.order, labels, table.sheet).fields(found.rows)


def _counted_as(
    unit: Unit, posts: Iterator[Post | PostFormatError]
) -> Iterator[Post | PostFormatError]:
    for each in posts:
        if isinstance(each, PostFormatError):
            yield PostFormatError(each.file, each.kind, each.line, unit, **each.values)
        else:
            yield each


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
    if len(heads) > MOST_COLUMNS:
        raise PostFormatError(labels.file, "too_many_columns", table.line, most=MOST_COLUMNS)
    check_readable(heads, labels)
    if len(sample) == 1 and table.heads is None:
        check_one_object(rows, labels)
    try:
        layout = layout_of(heads, rows, labels.columns, is_headed=table.is_headed)
    except WrongValue as error:
        raise PostFormatError(labels.file, error.kind, table.line, **error.values) from error
    if table.heads is None and layout.is_own:
        # A later object may say more than the first ones.
        known = {"text", *layout.roles, *layout.ignored}
        others = {each: each for each in COLUMNS - known}
        layout = replace(layout, roles={**layout.roles, **others})
    if len(heads) == 1 and not layout.is_own and len(rows) < len(sample):
        # A line of words stands above what the table is.
        columns, _ = named(heads)
        raise PostFormatError(labels.file, "no_text_column", table.line, columns=columns)
    if not layout.is_own:
        layout = replace(layout, readers=_readers(table, layout, heads, rows))
    order, doubtful = _order(table, layout, rows, labels)
    return Recognised(heads, layout, chain(sample, table.rows), order, doubtful)


def _readers(
    table: Table, layout: Layout, heads: Sequence[str], rows: Sequence[Row]
) -> dict[str, Callable[[str], str]]:
    found = {
        head: reader_of(head, {*heads}, Column(head, rows).cells, table.html)
        for head in layout.texts
    }
    return {head: reader for head, reader in found.items() if reader}


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
    if labels.columns.order is not None:
        return labels.columns.order, ""
    if head is None or (layout.is_own and head.lower() == "posted_at"):
        return None, ""  # a date of ours is read to the letter, or its row refused
    if (is_day_first := day_first_by_head(head)) is not None:
        return ("day-first" if is_day_first else "month-first"), ""
    order, doubtful = order_of(row.get(head) for row in sample)
    if table.again is None or not (order or doubtful):
        return order, doubtful
    return order_of(row.get(head) for _, row in table.again() if isinstance(row, dict))
