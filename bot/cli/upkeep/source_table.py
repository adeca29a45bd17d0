"""The sources of posts on the command line: as wide as the terminal, or for a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.table import Table

from bot.cli.console import number
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from rich.console import Console

    from index.statistics import SourceCount, Statistics

NARROW: Final = 72
"""A terminal of fewer columns gets two lines a source; a table would cut what it is for."""

_HEADS: Final = ("source", "posts", "comments", "newest", "oldest")


def show_sources(statistics: Statistics, console: Console, say: Mapping[str, str]) -> None:
    """Print each source: its name, posts, comments, and the days of the newest and the oldest.

    In a pipe a line each, and nothing is filled up or cut.
    """
    heads = [say[name] for name in _HEADS]
    rows = [_row(source) for source in statistics.sources]
    if not console.is_terminal:
        for row in (heads, *rows):
            console.print("  ".join(row), soft_wrap=True)
    elif console.width < NARROW:
        _show_narrow(heads, rows, console)
    else:
        table = Table(*heads, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        console.print(table)


def _show_narrow(heads: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    for name, *told in rows:
        console.print(name)
        for head, value in zip(heads[1:], told, strict=True):
            console.print(f"  {head}: {value}")


def _row(source: SourceCount) -> list[str]:
    return [
        one_line(source.name),
        number(source.posts),
        number(source.comments),
        _day(source.newest),
        _day(source.oldest),
    ]


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "–"
