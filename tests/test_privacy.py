"""docs/privacy.md names whatever is kept, and nothing that is not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.ledger import Ledger
from index.clock import utc_now
from index.sqlite.storage import SqliteStorage
from tests.fakes.documents import read, rows, section, spans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def make_posts(path: Path) -> None:
    SqliteStorage(path, utc_now).open(create=True).close()


def make_ledger(path: Path) -> None:
    Ledger.open(path, timedelta(days=1), utc_now).close()


def tables(path: Path) -> set[str]:
    """Return the tables of a database, but SQLite's own."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main'"
            " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'"
        )
        return {name for (name,) in found}


@pytest.mark.parametrize(
    ("name", "heading", "make"),
    [
        ("pullquote.db", "## The posts: `pullquote.db`", make_posts),
        ("ledger.db", "## What the bot remembers: `ledger.db`", make_ledger),
    ],
)
def test_every_table_is_named_with_how_long_it_is_kept_and_how_it_goes_and_no_other_is(
    tmp_path: Path, name: str, heading: str, make: Callable[[Path], None]
) -> None:
    make(tmp_path / name)
    text = section(read("docs/privacy.md"), heading)
    listed = {row[0].strip("`"): row for row in rows(text)}
    beside = {"words_in_use"} & {*spans(text)}
    assert listed.keys() | beside == tables(tmp_path / name)
    assert [row for row in listed.values() if len(row) != 4 or not all(row)] == []
