from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from bot.ledger.schema import MIGRATIONS
from bot.ledger.sqlite import database
from bot.ledger.sqlite.database import APPLICATION, SqliteDatabase
from index.sqlite_files.kind import Kind
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is."""
    return tmp_path / "data" / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with closing(Ledger.open(path, KEEP, clock)) as opened:
        yield opened


def test_a_ledger_of_an_older_version_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Ledger.open(path, KEEP, clock)) as ledger:
        ledger.note("kept", "still")
    later = "CREATE TABLE moods (name TEXT PRIMARY KEY) STRICT;\n"
    monkeypatch.setattr(database, "KIND", Kind(APPLICATION, (*MIGRATIONS, later)))
    for _ in range(2):
        with closing(Ledger.open(path, KEEP, clock)) as ledger:
            ledger.database.run("INSERT OR IGNORE INTO moods VALUES ('fine')")
            assert ledger.noted("kept") == "still"
            assert ledger.database.rows("PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]


def test_a_ledger_of_a_newer_version_is_left_alone(path: Path) -> None:
    Ledger.open(path, KEEP, clock).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(UnavailableError, match="made by a newer Pullquote: update this one"):
        Ledger.open(path, KEEP, clock)
    with closing(sqlite3.connect(path)) as newer:
        assert newer.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)


def test_another_program_s_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(UnavailableError, match="was not made by Pullquote: move it away"):
        Ledger.open(path, KEEP, clock)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("recipes",)]


def test_a_file_that_is_no_database_is_one_clear_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("a shopping list " * 100)
    with pytest.raises(UnavailableError) as caught:
        Ledger.open(path, KEEP, clock)
    assert str(caught.value) == (
        f"{path} is damaged (file is not a database): put a backup in its place, or move it away,"
        " and what was asked, rated and watched with it"
    )


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(UnavailableError, match="cannot be used"):
        Ledger.open(path, KEEP, clock)


def test_a_ledger_that_another_process_keeps_locked_is_one_clear_sentence(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.01)
    with (
        ledger.database.writing(),
        pytest.raises(UnavailableError, match=r"cannot be used \(database is locked\)"),
    ):
        Ledger.open(path, KEEP, clock)
    Ledger.open(path, KEEP, clock).close()


def test_what_sqlite_gives_up_itself_is_told_as_it_is(ledger: Ledger) -> None:
    ledger.database.rows("PRAGMA max_page_count = 1")
    with pytest.raises(UnavailableError, match="full"), ledger.database.writing():
        ledger.note("long", "x" * 1_000_000)
    assert ledger.noted("long") == ""


def test_compacting_beside_a_reader_says_that_it_is_not_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.01)
    with (
        closing(Ledger.open(path, KEEP, clock)) as ledger,
        closing(sqlite3.connect(path)) as reader,
    ):
        ledger.note("one", "two")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM notes").fetchall()
        with pytest.raises(UnavailableError, match="another process is using"):
            ledger.database.compact()
        reader.execute("COMMIT")
        ledger.database.compact()


def test_processes_that_make_the_ledger_at_the_same_time_all_get_it(path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: SqliteDatabase.open(path), range(8)))
    for each in opened:
        assert each.rows("PRAGMA application_id") == [(APPLICATION,)]
        assert each.rows("PRAGMA journal_mode") == [("wal",)]
        each.close()


def test_an_emptied_ledger_stays_as_it_is_and_so_does_its_journal(path: Path) -> None:
    journal = path.with_name(f"{path.name}-wal")
    ledger = Ledger.open(path, KEEP, clock)
    ledger.note("asked", "yes")
    before = journal.read_bytes()
    path.write_bytes(b"")
    ledger.close()
    assert (path.read_bytes(), journal.read_bytes()) == (b"", before)
