from __future__ import annotations

import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch
from index.sqlite import integrity
from index.sqlite.store import Store
from tests.fakes.index.checkpoints import checkpoint_in_part, journal_pages
from tests.fakes.index.damage import PAGE
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

ALL = {f"notes:{number}" for number in range(60)}


def fill(store: Store, numbers: range) -> None:
    put(store, *(post(f"The baker lights oven {number}.", str(number)) for number in numbers))


def cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


@pytest.fixture
def sound(store: Store, tmp_path: Path) -> Path:
    """A database that is closed, without a journal."""
    fill(store, range(60))
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "sound.db"
    shutil.copy(store.path, path)
    return path


@pytest.fixture
def left(store: Store, tmp_path: Path) -> Path:
    """A database as a kill leaves it: much of it stands in its journal alone."""
    fill(store, range(20))
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    fill(store, range(20, 60))
    journal = store.path.with_name(f"{store.path.name}-wal")
    shutil.copy(journal, tmp_path / "left.db-wal")
    path = tmp_path / "left.db"
    shutil.copy(store.path, path)
    return path


def files(path: Path) -> list[bytes]:
    journal = path.with_name(f"{path.name}-wal")
    return [each.read_bytes() for each in (path, journal) if each.exists()]


@pytest.mark.parametrize("lost", [1, PAGE // 2, PAGE, PAGE + 1, 20 * PAGE])
def test_a_file_that_was_cut_off_is_refused_and_left_as_it_is(sound: Path, lost: int) -> None:
    cut(sound, sound.stat().st_size - lost)
    before = files(sound)
    with pytest.raises(IndexMismatch, match=r"sound\.db is damaged .* `pullquote check` says more"):
        Store.open(sound, clock=utc_now)
    assert "sound.db is damaged (" in integrity.problem(sound)
    assert files(sound) == before


def test_it_is_said_how_much_is_missing(sound: Path) -> None:
    cut(sound, sound.stat().st_size - 1)
    assert "(1 of its " in integrity.problem(sound)
    assert " pages is not in the file)" in integrity.problem(sound)


def test_nor_is_a_journal_brought_into_one_that_lacks_what_is_not_there_either(left: Path) -> None:
    only_in_file = set(range(1, left.stat().st_size // PAGE + 1)) - journal_pages(left).keys()
    cut(left, (max(only_in_file) - 1) * PAGE)
    before = files(left)
    assert len(before) == 2
    with pytest.raises(IndexMismatch, match=r"left\.db is damaged .* is not in the file"):
        Store.open(left, clock=utc_now)
    assert "left.db is damaged (1 of its " in integrity.problem(left)
    assert files(left) == before


@pytest.mark.parametrize("more", [0, 1, PAGE // 2])
@pytest.mark.parametrize("linked", [False, True])
def test_what_stands_in_the_journal_is_not_missing(left: Path, more: int, *, linked: bool) -> None:
    checkpoint_in_part(left, 2)
    newest = max(journal_pages(left))
    assert left.stat().st_size < newest * PAGE
    cut(left, left.stat().st_size + more)
    path = left
    if linked:
        path = left.with_name("elsewhere") / "link.db"
        path.parent.mkdir()
        path.symlink_to(left)
    assert integrity.problem(path) == ""
    with closing(Store.open(path, clock=utc_now)) as store:
        assert {each.id for each in store.every_post()} == ALL
        assert integrity.problem(path) == ""
    assert integrity.problem(path) == ""


def test_a_folder_may_be_called_anything(sound: Path) -> None:
    path = sound.with_name(os.fsdecode(b"caf\xe9 #?%")) / "sound.db"
    path.parent.mkdir()
    sound.rename(path)
    with closing(Store.open(path, clock=utc_now)) as store:
        assert {each.id for each in store.every_post()} == ALL
    assert integrity.problem(path) == ""
