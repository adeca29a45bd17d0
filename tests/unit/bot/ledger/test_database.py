from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger import database
from bot.ledger.database import APPLICATION, MIGRATIONS, Database
from bot.ledger.ledger import Ledger
from index.sqlite_files.kind import Kind
from tests.fakes.bot.ledgers import NOW, asked, clock, missed
from tests.unit.bot.ledger.conftest import KEEP

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_there_when_the_ledger_is_opened_again(path: Path) -> None:
    with closing(Ledger.open(path, KEEP, clock)) as ledger:
        ledger.questions.keep(missed(asked()))
        ledger.note("seen", "one")
        ledger.note("seen", "two")
    with closing(Ledger.open(path, KEEP, clock)) as ledger:
        assert ledger.questions.get("q1") == asked()
        assert (ledger.noted("seen"), ledger.noted("unseen")) == ("two", "")


def test_opening_a_ledger_forgets_what_is_older_than_it_is_to_be_kept(path: Path) -> None:
    with closing(Ledger.open(path, KEEP, clock)) as ledger:
        ledger.questions.keep(missed(asked(asked_at=NOW - timedelta(days=2))))
        ledger.deliveries.claim("discord:1/2")
        ledger.database.run("UPDATE deliveries SET taken_at = '2000-01-01T00:00:00+00:00'")
    with closing(Ledger.open(path, timedelta(days=1), clock)) as ledger:
        assert ledger.questions.get("q1") is None
        assert ledger.deliveries.claim("discord:1/2")


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


def test_what_fails_inside_a_transaction_leaves_nothing_of_it(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.database.writing():
            ledger.note("half", "done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ledger.noted("half") == ""
    ledger.note("whole", "done")
    assert ledger.noted("whole") == "done"


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
        opened = list(threads.map(lambda _: Database.open(path), range(8)))
    for each in opened:
        assert each.rows("PRAGMA application_id") == [(APPLICATION,)]
        assert each.rows("PRAGMA journal_mode") == [("wal",)]
        each.close()


def test_all_threads_of_a_process_may_write(ledger: Ledger) -> None:
    with ThreadPoolExecutor(4) as threads:
        claims = list(threads.map(lambda n: ledger.deliveries.claim(f"m:{n % 10}"), range(100)))
    assert claims.count(True) == 10


def test_what_is_written_inside_of_something_else_is_kept_or_given_up_with_it(path: Path) -> None:
    def write(ledger: Ledger, value: str) -> None:
        with ledger.database.writing():
            ledger.note("outer", value)
            with ledger.database.writing():
                ledger.note("inner", value)
            if value == "lost":
                raise ZeroDivisionError

    with closing(Ledger.open(path, KEEP, clock)) as ledger:
        write(ledger, "kept")
        with pytest.raises(ZeroDivisionError):
            write(ledger, "lost")
        assert (ledger.noted("outer"), ledger.noted("inner")) == ("kept", "kept")


def test_an_emptied_ledger_stays_as_it_is_and_so_does_its_journal(path: Path) -> None:
    journal = path.with_name(f"{path.name}-wal")
    ledger = Ledger.open(path, KEEP, clock)
    ledger.note("asked", "yes")
    before = journal.read_bytes()
    path.write_bytes(b"")
    ledger.close()
    assert (path.read_bytes(), journal.read_bytes()) == (b"", before)
