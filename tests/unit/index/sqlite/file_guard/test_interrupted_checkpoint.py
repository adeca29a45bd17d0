"""A checkpoint that was stopped or killed leaves a torn file and a journal that still has all."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexReplaced
from index.sqlite.file_guard import overwriting
from index.sqlite.file_guard.open_file import OpenFile
from index.sqlite.store import Store
from index.sqlite_files.inspection import is_whole
from tests.fakes.index.checkpoints import checkpoint_in_part, journal_pages
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = range(20), range(20, 60)
ALL = {f"notes:{number}" for number in (*FIRST, *SECOND)}
SHARES = [0.01, 0.25, 0.5, 0.75, 0.99]


def fill(store: Store, numbers: range) -> None:
    put(store, *(post(f"The baker lights oven {number}.", str(number)) for number in numbers))
    with store.writing():
        store.connection.execute(
            "INSERT INTO evidence VALUES ('notes:1', 'notes:2', ?)", (len(numbers),)
        )


def ids(store: Store) -> set[str]:
    return {each.id for each in store.every_post()}


def restarted(path: Path) -> set[str]:
    """Open a database anew, and return what is in it; it must be sound."""
    with closing(Store.open(path, clock=utc_now)) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return ids(store)


def tear(store: Store, share: float) -> None:
    checkpoint_in_part(store.path, max(1, int(share * len(journal_pages(store.path)))))


@pytest.fixture
def half(store: Store) -> Store:
    """A database of which a part stands in the file, and the rest in the journal."""
    fill(store, FIRST)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.renew()
    fill(store, SECOND)
    return store


@pytest.mark.parametrize("share", SHARES)
def test_it_is_no_overwriting_and_nothing_is_lost(half: Store, share: float) -> None:
    tear(half, share)
    half.renew()
    put(half, post("The miller comes at noon.", "60"))
    assert ids(half) == {*ALL, "notes:60"}
    half.close()
    assert restarted(half.path) == {*ALL, "notes:60"}


@pytest.mark.parametrize("share", SHARES)
def test_nor_where_the_file_was_being_rewritten(half: Store, share: float) -> None:
    with half.writing():
        half.remove([f"notes:{number}" for number in FIRST])
    half.connection.execute("VACUUM")
    tear(half, share)
    half.renew()
    half.close()
    assert restarted(half.path) == ALL - {f"notes:{number}" for number in FIRST}


def test_it_is_looked_at_once(half: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tear(half, 0.5)
    half.renew()
    looks: list[Path] = []
    monkeypatch.setattr("index.sqlite.file_guard.overwriting.look", looks.append)
    half.renew()
    assert looks == []


def test_a_question_does_not_wait_until_a_large_file_is_read(
    half: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_allowed = threading.Event()

    def slow(path: Path, *, with_journal: bool) -> bool | None:
        is_allowed.wait(PATIENCE_SECONDS)
        return is_whole(path, with_journal=with_journal)

    monkeypatch.setattr(overwriting, "is_whole", slow)
    tear(half, 0.5)
    with monkeypatch.context() as hasty:
        hasty.setattr(OpenFile.is_overwritten, "__defaults__", (0,))
        half.renew()
        assert half.file.is_in_doubt
        assert ids(half) == ALL
    is_allowed.set()
    put(half, post("The miller comes at noon.", "60"))  # only a writer waits
    assert not half.file.is_in_doubt
    half.close()
    assert restarted(half.path) == {*ALL, "notes:60"}


def test_the_journal_stays_where_the_file_cannot_be_read_with_it_either(half: Store) -> None:
    journal = half.path.with_name(f"{half.path.name}-wal")
    before = journal.read_bytes()
    half.path.write_bytes(b"a shopping list " * 1_000)
    for _ in range(2):
        with pytest.raises(IndexReplaced, match="overwritten while it was in use, or is damaged"):
            half.renew()
    half.close()
    assert journal.read_bytes() == before
    assert half.path.read_bytes() == b"a shopping list " * 1_000
