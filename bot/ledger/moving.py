"""Copies a ledger from one database to another, whatever keeps them, and compares both.

All of it is copied in one transaction, as it is at one moment, so that nothing is half there
after a kill.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.errors import UnavailableError
from bot.ledger.schema import TABLES, is_truth
from index.error_sentences import Told

if TYPE_CHECKING:
    from bot.ledger.database import Database

BEGUN: Final = "copied from"
"""Under this note the target remembers that it is being filled, until all is copied."""


class _Contents(NamedTuple):
    """What a table holds: how many rows, and a hash over them in any order."""

    rows: int
    digest: str


def copy(source: Database, target: Database, *, goes_on: bool = False) -> int:
    """Copy all that is remembered; return how many rows there are.

    The target may be filled again until `finish` is called.

    Args:
        source: What is read.
        target: What is filled: an empty ledger, or one that such a copying began.
        goes_on: Whether it is filled again although it was finished: what was copied along was not.

    Raises:
        UnavailableError: The target remembers other things; or both differ in the end.
    """
    count = 0
    with target.writing(), source.reading():
        if not goes_on:
            _must_be_ours(target)
        for table in reversed(TABLES):
            target.run(f"DELETE FROM {table}")
        for table in TABLES:
            columns = source.columns(table)
            rows = _rows(source, table, columns)
            _fill(target, table, columns, rows)
            if _contents(rows) != _contents(_rows(target, table, columns)):
                raise UnavailableError(
                    Told(
                        "{here} and {there} have not the same {what}: give the same command again",
                        here=source.home,
                        there=target.home,
                        what=table,
                    )
                )
            count += len(rows)
        target.run("INSERT INTO notes (name, value) VALUES (?, ?)", BEGUN, source.home)
    return count


def finish(target: Database) -> None:
    """Note that all is copied: from now on the target is a ledger like any other."""
    target.run("DELETE FROM notes WHERE name = ?", BEGUN)


def _must_be_ours(target: Database) -> None:
    """Refuse a ledger that remembers something that no copying put there."""
    if target.rows("SELECT 1 FROM notes WHERE name = ?", BEGUN):
        return
    if any(target.rows(f"SELECT 1 FROM {each} LIMIT 1") for each in TABLES):
        raise UnavailableError(
            Told(
                "{place} holds a ledger already: name an empty database or folder",
                place=target.home,
            )
        )


def _rows(database: Database, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    query = f"SELECT {_named(columns)} FROM {table}"
    if table == "notes":
        return database.rows(f"{query} WHERE name <> ?", BEGUN)
    return database.rows(query)


def _fill(database: Database, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(columns))
    truths = [is_truth(each) for each in columns]
    for row in rows:
        values = [
            bool(value) if is_true and value is not None else value
            for value, is_true in zip(row, truths, strict=True)
        ]
        database.run(f"INSERT INTO {table} ({_named(columns)}) VALUES ({marks})", *values)


def _named(columns: list[str]) -> str:
    return ", ".join(f'"{each}"' for each in columns)


def _contents(rows: list[tuple[Any, ...]]) -> _Contents:
    # What a server tells as True a file tells as 1.
    each = sorted(
        json.dumps([int(value) if isinstance(value, bool) else value for value in row])
        for row in rows
    )
    return _Contents(len(each), hashlib.sha256("\n".join(each).encode()).hexdigest())
