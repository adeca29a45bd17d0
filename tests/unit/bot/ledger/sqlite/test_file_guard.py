"""What the ledger makes of its file being taken away, overwritten, or written by others."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is."""
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger that has something in its file, and something in its journal alone."""
    with closing(Ledger.open(path, KEEP, clock)) as opened:
        opened.note("old", "stands")
        opened.database.empty_log()
        opened.note("new", "stands")
        yield opened


def test_what_others_write_and_bring_into_the_file_is_no_overwriting(
    ledger: Ledger, path: Path
) -> None:
    statements = (
        "INSERT INTO notes VALUES ('theirs', hex(zeroblob(300000)))",
        "PRAGMA wal_checkpoint(PASSIVE)",
        "DELETE FROM notes WHERE name = 'theirs'",
        "VACUUM",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for each in statements:
            other.execute(each).fetchall()
            ledger.note("mine", each)
            assert ledger.noted("mine") == each
            assert ledger.noted("old") == ledger.noted("new") == "stands"
    ledger.database.compact()
    assert ledger.noted("mine") == statements[-1]


def test_a_look_at_the_file_leaves_its_locks(ledger: Ledger, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    ledger.note("mine", "written")
    with (
        closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("PRAGMA journal_mode = DELETE").fetchall()


def test_a_new_time_of_change_alone_is_no_overwriting(ledger: Ledger, path: Path) -> None:
    path.touch()
    assert ledger.noted("new") == "stands"


def test_a_database_of_another_program_in_the_same_file_is_an_overwriting(
    ledger: Ledger, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "recipes.db"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE recipes (name TEXT)")
    shutil.copyfile(other, path)
    for _ in range(2):
        with pytest.raises(UnavailableError, match="was overwritten while it was in use: stop"):
            ledger.note("mine", "lost")
    with pytest.raises(UnavailableError, match="was overwritten"), ledger.database.writing():
        pass
    ledger.close()
    assert path.read_bytes() == other.read_bytes()


def test_what_was_overwritten_stays_so_whatever_is_put_there(ledger: Ledger, path: Path) -> None:
    sound = path.read_bytes()
    path.write_bytes(b"")
    for content in (b"", b"a shopping list", sound):
        path.write_bytes(content)
        with pytest.raises(UnavailableError, match="was overwritten"):
            ledger.noted("new")
    ledger.close()
    assert path.read_bytes() == sound


def test_a_file_that_took_its_place_is_not_written_to_and_keeps_its_journal(
    ledger: Ledger, path: Path, tmp_path: Path
) -> None:
    for each in tmp_path.glob("ledger.db*"):
        each.unlink()
    with closing(Ledger.open(path, KEEP, clock)) as other:
        with pytest.raises(UnavailableError, match="was replaced or taken away while it was in"):
            ledger.note("mine", "lost")
        other.note("theirs", "stands")
        journal = path.with_name("ledger.db-wal").read_bytes()
        ledger.close()
        assert path.with_name("ledger.db-wal").read_bytes() == journal
        assert (other.noted("theirs"), other.noted("mine")) == ("stands", "")
    with closing(Ledger.open(path, KEEP, clock)) as other:
        assert other.noted("theirs") == "stands"


def test_a_link_to_the_file_is_followed(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "ledger.db"
    link.parent.mkdir()
    link.symlink_to(path)
    with closing(Ledger.open(link, KEEP, clock)) as other:
        other.note("theirs", "stands")
        assert ledger.noted("theirs") == "stands"
        link.unlink()
        with pytest.raises(UnavailableError, match="was replaced or taken away"):
            other.noted("theirs")
