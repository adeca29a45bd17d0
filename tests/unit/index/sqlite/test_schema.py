from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import index
from index.clock import utc_now
from index.errors import IndexMismatch
from index.posts import EVIDENCE
from index.sqlite.schema import _MARKS, APPLICATION, KIND, MIGRATIONS
from index.sqlite.store import Store
from index.sqlite_files.kind import Kind

OPENING = """
import sys
from pathlib import Path
from index.clock import utc_now
from index.sqlite.store import Store
print("ready", flush=True)
sys.stdin.readline()
Store.open(Path(sys.argv[1]), create=True, clock=utc_now).close()
print("opened")
"""


def tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_a_new_database_is_brought_to_the_newest_version_and_signed(store: Store) -> None:
    version = store.connection.execute("PRAGMA user_version").fetchone()[0]
    application = store.connection.execute("PRAGMA application_id").fetchone()[0]
    assert (version, application) == (len(MIGRATIONS), APPLICATION)


def test_migrating_again_changes_nothing(store: Store) -> None:
    before = tables(store.connection)
    KIND.migrate(store.connection)
    assert tables(store.connection) == before


def test_what_was_known_of_answers_is_known_alike_in_the_next_version() -> None:
    kinds = ("marked", "accepted", "thanked", "replied", "below")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        before = MIGRATIONS[: MIGRATIONS.index(_MARKS)]
        Kind(APPLICATION, before, KIND.functions).migrate(connection)
        for rank, kind in enumerate(kinds):
            connection.execute("INSERT INTO evidence VALUES ('q', ?, ?)", (kind, rank))
        KIND.migrate(connection)
        found = dict(connection.execute("SELECT answer, rank FROM evidence").fetchall())
        marks = connection.execute("SELECT * FROM marks").fetchall()
    assert {answer: EVIDENCE[rank] for answer, rank in found.items()} == dict(
        zip(kinds, kinds, strict=True)
    )
    assert marks == [("q", "marked", 0, "", "admin")]


def test_every_database_has_an_identity_of_its_own(store: Store, tmp_path: Path) -> None:
    query = "SELECT value FROM state WHERE name = 'identity'"
    mine = store.connection.execute(query).fetchone()
    with closing(Store.open(tmp_path / "other.db", create=True, clock=utc_now)) as other:
        assert other.connection.execute(query).fetchone() != mine


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA max_page_count = 6")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            KIND.migrate(connection)
        assert tables(connection) == []
        connection.execute("PRAGMA max_page_count = 1000")
        KIND.migrate(connection)
        assert tables(connection)


def test_another_program_s_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(IndexMismatch, match=r"a.db was not made by Pullquote: move it away"):
        Store.open(path, clock=utc_now)
    assert path.read_bytes() == before


def test_a_newer_version_s_database_is_refused(store: Store) -> None:
    store.connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(IndexMismatch, match=r"made by a newer Pullquote: update this one"):
        Store.open(store.path, clock=utc_now)


@pytest.mark.slow
def test_processes_that_migrate_at_the_same_moment_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(index.__file__).parents[1],
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    answers = [process.communicate("\n", timeout=60)[0] for process in processes]
    assert answers == ["opened\n"] * 3
    with closing(Store.open(path, clock=utc_now)) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
