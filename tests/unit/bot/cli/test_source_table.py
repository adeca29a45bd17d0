from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO

import pytest
from rich.console import Console

from bot.cli.upkeep.source_table import show_sources
from index.statistics import SourceCount, Statistics

SAY = {name: name for name in ("source", "posts", "comments", "newest", "oldest")}
DAY = datetime(2026, 3, 3, tzinfo=UTC)
NAME = "minutes of the meetings of the harbour board"
STORED = Statistics((SourceCount(NAME, 1_234, 5, DAY, None),), 1_300, None, None, 0)


def printed(*, width: int, is_terminal: bool) -> list[str]:
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=is_terminal, color_system=None)
    show_sources(STORED, console, SAY)
    return out.getvalue().splitlines()


def test_a_pipe_gets_a_line_a_source_that_is_neither_cut_nor_filled_up() -> None:
    assert printed(width=20, is_terminal=False) == [
        "source  posts  comments  newest  oldest",
        f"{NAME}  1,234  5  2026-03-03  –",
    ]


@pytest.mark.parametrize("width", [40, 71])
def test_a_narrow_terminal_gets_every_word_within_its_width(width: int) -> None:
    lines = printed(width=width, is_terminal=True)
    assert max(map(len, lines)) <= width
    assert " ".join(" ".join(lines).split()) == (
        f"{NAME} posts: 1,234 comments: 5 newest: 2026-03-03 oldest: –"
    )


def test_a_wide_terminal_gets_a_table() -> None:
    heads, row = printed(width=100, is_terminal=True)
    assert heads.split() == list(SAY)
    assert row.startswith(NAME)
    assert "2026-03-03" in row
