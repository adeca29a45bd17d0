"""Keeps how SQLite goes about each statement, and where they stand."""

from __future__ import annotations

import ast
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMA = "SELECT count(*) FROM sqlite_schema"

SMALL = (
    "SCAN CONSTANT ROW",
    "SCAN sqlite_",
    "SCAN models",
    "SCAN stamps",
    "SCAN met",
    "SCAN labels",
)
"""A few rows, and what a statement makes itself; stamps are a thousand, read from their end."""


COMMON = ("(model=?)", "(audience=?)", "(audience_key=?)", "(parent_id>?)")
"""What most rows have in common: a search by one of these alone reads as much as a scan."""


class Recorder(sqlite3.Connection):
    """Notes of each statement where it stands, and how SQLite goes about it."""

    plans: dict[str, tuple[str, ...]]
    places: set[tuple[str, int]]

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        self._note(sql, values)
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Any], /) -> sqlite3.Cursor:
        rows = list(rows)
        self._note(sql, rows[0] if rows else None)
        return super().executemany(sql, rows)

    def _note(self, sql: str, values: Any) -> None:
        frame = sys._getframe(2)  # noqa: SLF001 - who calls, and where
        self.places.add((Path(frame.f_code.co_filename).name, frame.f_lineno))
        if values is not None and sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
            rows = super().execute(f"EXPLAIN QUERY PLAN {sql}", values)
            self.plans[sql] = tuple(row[3] for row in rows)


def scans(plan: tuple[str, ...]) -> set[str]:
    """Return the steps that read a whole table, or a whole index.

    So does one that goes by what most rows have in common. A table that SQLite makes of a list of
    values is none. For the full-text index an M tells of a lookup, for its vocabulary a 1.
    """
    found = {step for step in plan if step.startswith("SCAN") and not step.startswith(SMALL)}
    return {step for step in plan if step.endswith(COMMON)} | {
        step
        for step in found
        if "VIRTUAL TABLE" not in step
        or (step.startswith("SCAN words ") and "INDEX 0:M" not in step)
        or (step.startswith(("SCAN words_in_use", "SCAN word_places")) and "INDEX 1:" not in step)
    }


def calls(file: Path) -> Iterator[ast.Call]:
    """Yield where a file has statements executed, but for what has no plan."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        sql = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
        if node.func.attr in {"execute", "executemany"} and not str(sql).startswith(
            ("PRAGMA", "BEGIN", "COMMIT", "ROLLBACK", "VACUUM", "CREATE", "DROP", _SCHEMA)
        ):
            yield node
