"""What the command line says and asks of the columns of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.validation import wrong
from bot.ports import COLUMN_NAMES, GivenColumns, TableSource
from bot.text import one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.ports import FoundSources, Order, TablePreview
    from index.posts import Post

_WIDEST: Final = 100
"""So much of a post is shown, in characters."""


def _columns(values: list[str] | None) -> list[str] | None:
    """Return what columns are.

    Raises:
        BadParameter: One of them is not said in this form.
    """
    for value in values or ():
        name, _, head = value.partition("=")
        is_none = name != "text" and value.endswith("=")
        if name not in COLUMN_NAMES or not (head.strip() or is_none):
            raise wrong("no_column", value=repr(value), known=", ".join(COLUMN_NAMES))
    return values


def _order(value: str | None) -> str | None:
    """Return which number of a date is the day.

    Raises:
        BadParameter: It is neither.
    """
    if value not in {None, "day-first", "month-first"}:
        raise wrong("no_order", value=repr(value))
    return value


Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=COLUMN",
        help='What a column of a table is, as in text="What did you like?"; repeatable.',
        callback=_columns,
    ),
]
Dates = Annotated[
    str | None,
    typer.Option(
        metavar="ORDER",
        help="How a table writes dates: `day-first` or `month-first`.",
        callback=_order,
    ),
]


def given(columns: list[str] | None, dates: str | None) -> GivenColumns:
    """Return what was said of the columns."""
    pairs = (each.partition("=")[::2] for each in columns or ())
    order: Order | None = "day-first" if dates == "day-first" else None
    if dates == "month-first":
        order = "month-first"
    return GivenColumns(tuple((name, head.strip()) for name, head in pairs), order)


def told(found: FoundSources, given: GivenColumns) -> FoundSources:
    """Return what was found, with what was said of the columns."""
    found.sources[:] = [
        each.told(given) if isinstance(each, TableSource) else each for each in found.sources
    ]
    return found


def settle(found: FoundSources, say: Mapping[str, str]) -> None:
    """Ask what is not sure of the columns of tables, each thing once, where a person can answer."""
    if not console.can_ask():
        return
    for at in range(len(found.sources)):
        source = found.sources[at]
        while isinstance(source, TableSource) and (preview := source.in_doubt()):
            source = found.sources[at] = source.settled(_answer(preview, say))


def _answer(preview: TablePreview, say: Mapping[str, str]) -> Order | None:
    for line in _lines(preview, say):
        console.out().tell(line)
    if preview.doubt == "columns":
        if not console.agrees(say["columns_right"], default=True):
            console.aside().tell(say["columns_wrong"], style="yellow")
            raise typer.Exit(Exit.PARTLY)
        return None
    date, by_day, by_month = preview.dates
    asked = say["which_order"].format(date=plain(date), day=by_day, month=by_month)
    while (answer := console.typed(asked, suffix=" ")) not in {"1", "2"}:
        console.aside().tell(say["one_or_two"], style="yellow")
    return "day-first" if answer == "1" else "month-first"


def _lines(preview: TablePreview, say: Mapping[str, str]) -> Iterator[str]:
    yield f"{plain(preview.file)}:"
    for role, heads in preview.columns.items():
        if (name := say.get(f"column_{role}")) is not None:
            yield "  " + say["column_is"].format(name=name, heads=" + ".join(map(_quoted, heads)))
    if preview.left_out:
        heads = ", ".join(map(_quoted, preview.left_out))
        yield "  " + say["column_is"].format(name=say["column_left_out"], heads=heads)
    yield say["first_rows"]
    for post in preview.posts:
        yield f"  {_row(post, has_heads=len(preview.columns['text']) > 1)}"


def _quoted(head: str) -> str:
    return f'"{one_line(head)}"'


def _row(post: Post, *, has_heads: bool) -> str:
    day = post.posted_at.date().isoformat() if post.posted_at else ""
    text = post.text.replace("\n\n", " · ").replace("\n", ": ") if has_heads else post.text
    shown = one_line(" · ".join(filter(None, (post.author, day, post.title, text))))
    return shown if len(shown) <= _WIDEST else f"{shown[: _WIDEST - 1]}…"
