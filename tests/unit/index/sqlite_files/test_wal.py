from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.sqlite_files.wal import enable_wal
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

MODE = "PRAGMA journal_mode"


def test_a_journal_is_turned_once_and_stays_turned(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        enable_wal(connection, 0)
        enable_wal(connection, 0)
        assert connection.execute(MODE).fetchone() == ("wal",)


def test_it_waits_for_another_that_reads_the_file_just_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("CREATE TABLE posts (id TEXT)")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM posts").fetchall()
        monkeypatch.setattr(time, "sleep", lambda _: reader.execute("COMMIT"))
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            enable_wal(connection, PATIENCE_SECONDS)
            assert not reader.in_transaction
            assert connection.execute(MODE).fetchone() == ("wal",)


def test_a_file_that_stays_locked_is_an_error_once_patience_is_out(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("CREATE TABLE posts (id TEXT)")
        writer.execute("BEGIN EXCLUSIVE")
        with (
            closing(sqlite3.connect(path, timeout=0)) as connection,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            enable_wal(connection, PATIENCE_SECONDS, iter([0.0, PATIENCE_SECONDS + 1]).__next__)
