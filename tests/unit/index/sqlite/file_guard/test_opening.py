from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch
from index.sqlite.schema import APPLICATION, MIGRATIONS
from index.sqlite.store import Store
from tests.fakes.index.damage import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database is to be."""
    return tmp_path / "data" / "pullquote.db"


@pytest.fixture
def _open_to_all() -> Iterator[None]:
    """Let new files be everybody's, unless their maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in (folder, *folder.iterdir())}


def old(path: Path, *statements: str) -> None:
    """Make an empty index, and change it by hand."""
    Store.open(path, create=True, clock=utc_now).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.usefixtures("_open_to_all")
def test_a_new_database_its_journal_and_its_folder_are_their_owner_s_alone(path: Path) -> None:
    with closing(Store.open(path, create=True, clock=utc_now)) as store, store.writing():
        store.connection.execute("INSERT INTO withdrawn VALUES ('slack:T1/C1/1')")
        assert modes(path.parent) == {
            "data": 0o700, "pullquote.db": 0o600, "pullquote.db-wal": 0o600,
            "pullquote.db-shm": 0o600,
        }  # fmt: skip


def test_a_folder_that_was_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store.open(tmp_path / "pullquote.db", create=True, clock=utc_now).close()
    assert modes(tmp_path) == {tmp_path.name: 0o755, "pullquote.db": 0o600}


def test_every_commit_waits_for_the_disk(path: Path) -> None:
    for _ in range(2):
        with closing(Store.open(path, create=True, clock=utc_now)) as store:
            pragmas = [
                store.connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "fullfsync", "secure_delete")
            ]
            assert pragmas == ["wal", 2, 1, 1]


def test_many_that_make_the_database_at_once_get_one_and_the_same(path: Path) -> None:
    def identity(_: int) -> str:
        with closing(Store.open(path, create=True, clock=utc_now)) as store:
            query = "SELECT value FROM state WHERE name = 'identity'"
            found: str = store.connection.execute(query).fetchone()[0]
            return found

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(identity, range(8)))) == 1
    assert [each.name for each in path.parent.iterdir()] == ["pullquote.db"]


def test_a_disk_without_links_gets_the_database_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    Store.open(path, create=True, clock=utc_now).close()
    Store.open(path, clock=utc_now).close()
    assert [each.name for each in path.parent.iterdir()] == ["pullquote.db"]


def test_making_that_fails_leaves_nothing_to_be_taken_for_a_database(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("index.sqlite_files.opening.enable_wal", fail)
    with pytest.raises(IndexMismatch, match="disk is full"):
        Store.open(path, create=True, clock=utc_now)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
def test_a_file_without_a_byte_is_not_made_an_index(path: Path, *, create: bool) -> None:
    path.parent.mkdir()
    path.touch()
    journal = path.with_name("pullquote.db-wal")
    journal.write_bytes(b"what SQLite would delete")
    with pytest.raises(IndexMismatch, match=r"pullquote\.db is damaged .*\(the file is empty\)"):
        Store.open(path, create=create, clock=utc_now)
    assert (path.read_bytes(), journal.read_bytes()) == (b"", b"what SQLite would delete")


def test_a_database_without_tables_is_not_made_an_index(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    before = path.read_bytes()
    assert before
    with pytest.raises(IndexMismatch, match="it has no tables"):
        Store.open(path, create=True, clock=utc_now)
    assert path.read_bytes() == before


def test_no_index_is_made_beside_the_journal_of_one_that_is_gone(path: Path) -> None:
    Store.open(path, create=True, clock=utc_now).close()
    path.rename(path.with_name("pullquote.db-wal"))
    with pytest.raises(IndexMismatch, match=r"gone, but pullquote\.db-wal is still there"):
        Store.open(path, create=True, clock=utc_now)
    assert [each.name for each in path.parent.iterdir()] == ["pullquote.db-wal"]


@pytest.mark.parametrize(
    "change", ["PRAGMA journal_mode = DELETE", f"PRAGMA user_version = {len(MIGRATIONS) - 1}"]
)
def test_what_would_be_changed_at_the_opening_is_looked_through_first(
    path: Path, change: str
) -> None:
    old(path, change)
    content = bytearray(path.read_bytes())
    content[5 * PAGE : 6 * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    with pytest.raises(IndexMismatch, match="is damaged"):
        Store.open(path, clock=utc_now)
    assert path.read_bytes() == bytes(content)


def test_a_copy_with_another_journal_is_turned(path: Path) -> None:
    # Some versions of SQLite take this table's columns for one another in a quick check.
    old(path, "INSERT INTO evidence VALUES ('a:1', 'a:2', 3)", "PRAGMA journal_mode = DELETE")
    with closing(Store.open(path, clock=utc_now)) as store:
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store.connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)


def test_what_was_written_stands_in_the_file_though_another_has_it_open(
    path: Path, tmp_path: Path
) -> None:
    with closing(Store.open(path, create=True, clock=utc_now)) as reader:
        reader.posts(["slack:1"])
        with closing(Store.open(path, clock=utc_now)) as store, store.writing():
            store.connection.execute("INSERT INTO withdrawn VALUES ('slack:T1/C1/1')")
        shutil.copy(path, tmp_path / "copy.db")
        assert reader.posts(["slack:1"]) == {}
    with closing(Store.open(tmp_path / "copy.db", clock=utc_now)) as copy:
        assert copy.connection.execute("SELECT id FROM withdrawn").fetchall() == [
            ("slack:T1/C1/1",)
        ]
