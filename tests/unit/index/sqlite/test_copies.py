from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.error_sentences import NOTHING
from index.sqlite.copies import PostCopies
from index.sqlite.file_guard.changes import current_version, follows
from index.sqlite_files.copying import TargetRefused
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.sqlite.store import Store


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Path:
    """A copy of a database with one post."""
    put(store, post("goats"))
    made = tmp_path / "copy.db"
    PostCopies().make(store.path, made, remedy=NOTHING)
    return made


def test_what_is_remembered_of_a_database_is_not_taken_for_that_of_its_renewed_copy(
    copy: Path,
) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        before = current_version(connection)
        assert follows(connection, current_version(connection), before)
    PostCopies().renew(copy)

    with closing(sqlite3.connect(copy)) as connection:
        after = current_version(connection)
        assert not follows(connection, after, before)
    assert after.stamp != before.stamp


def test_a_copy_is_one_file_its_owner_s_alone(copy: Path) -> None:
    assert [each.name for each in copy.parent.glob("copy.db*")] == ["copy.db"]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_over_by_a_copy(store: Store, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(TargetRefused, match=r"copy\.db"):
        PostCopies().make(store.path, copy, remedy=NOTHING)
    assert copy.read_bytes() == before


def test_a_database_of_before_the_stamps_may_hold_what_a_copy_lacks(
    store: Store, copy: Path
) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("PRAGMA user_version = 1")

    assert PostCopies().loss(store.path, copy) == "newer"


def test_a_file_of_another_program_is_named_as_such(tmp_path: Path, copy: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bees (name)")
    link = tmp_path / "link.db"
    link.symlink_to(copy)

    assert "not made by Pullquote" in PostCopies().foreign(other)
    assert "is a link" in PostCopies().foreign(link)
    assert not PostCopies().foreign(copy)
    assert not PostCopies().foreign(tmp_path / "nowhere.db")
