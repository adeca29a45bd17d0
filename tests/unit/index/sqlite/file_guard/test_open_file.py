from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexReplaced
from index.sqlite.copies import PostCopies
from index.sqlite.store import Store
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(store: Store) -> Path:
    """A copy of the database with one post, after which a second was stored."""
    put(store, post("first", "1"))
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = store.path.with_name("copy.db")
    shutil.copyfile(store.path, file)
    put(store, post("second", "2"))
    return file


def ids(store: Store) -> set[str]:
    return {each.id for each in store.every_post()}


def remove_journal(store: Store) -> None:
    for ending in ("-wal", "-shm"):
        store.path.with_name(f"{store.path.name}{ending}").unlink()


def test_a_database_in_its_place_is_gone_on_with(store: Store) -> None:
    connection = store.connection
    store.renew()
    assert store.connection is connection


def test_a_copy_put_in_place_with_no_journal_is_used_from_then_on_and_the_log_says_so(
    store: Store, copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.replace(store.path)
    remove_journal(store)
    store.renew()
    store.renew()
    assert ids(store) == {"notes:1"}
    (record,) = caplog.records
    assert record.message == (
        f"{store.path} was replaced while it was in use: from now on the new file is used"
    )
    put(store, post("third", "3"))
    with closing(Store.open(store.path, clock=utc_now)) as other:
        assert ids(other) == {"notes:1", "notes:3"}


def test_each_replacement_is_logged_also_where_a_file_comes_back(
    store: Store, copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file system gives a number out again once its file is gone."""
    for _ in range(2):
        remove_journal(store)
        away = store.path.rename(store.path.with_name("away.db"))
        copy.replace(store.path)
        store.renew()
        copy = away.rename(copy)
    assert len(caplog.records) == 2
    remove_journal(store)
    store.path.unlink()
    copy.replace(store.path)
    store.renew()
    assert len(caplog.records) == 3


def test_a_copy_beside_the_former_journal_is_left_alone_until_a_restart(
    store: Store, copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.replace(store.path)
    for _ in range(2):
        with pytest.raises(IndexReplaced, match="without its journal: restart this process"):
            store.renew()
    assert len(caplog.records) == 1
    store.close()
    with closing(Store.open(store.path, clock=utc_now)) as restarted:
        assert ids(restarted) == {"notes:1"}
        assert restarted.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture
def overwritten(store: Store, copy: Path) -> bytes:
    """What a copy holds that was put into the open file itself, after a checkpoint."""
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    put(store, post("third", "3"))
    shutil.copyfile(copy, store.path)
    return copy.read_bytes()


def test_content_that_was_overwritten_is_noticed_and_never_written_into(
    store: Store, overwritten: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        with pytest.raises(IndexReplaced, match="overwritten while it was in use: restart"):
            store.renew()
    assert len(caplog.records) == 1
    store.close()
    assert store.path.read_bytes() == overwritten
    with closing(Store.open(store.path, clock=utc_now)) as restarted:
        assert ids(restarted) == {"notes:1"}
        assert restarted.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_journal_of_whoever_began_anew_is_left_alone(store: Store, overwritten: bytes) -> None:
    with pytest.raises(IndexReplaced):
        store.renew()
    assert store.path.read_bytes() == overwritten
    with closing(Store.open(store.path, clock=utc_now)) as other:
        put(other, post("third", "3"))
        with pytest.raises(IndexReplaced):
            store.renew()
        store.close()
        with closing(Store.open(store.path, clock=utc_now)) as another:
            assert ids(another) == {"notes:1", "notes:3"}


def test_nothing_is_stored_over_content_that_was_overwritten(
    store: Store, overwritten: bytes
) -> None:
    with pytest.raises(IndexReplaced, match=r"overwritten or taken away .* this was not stored"):
        put(store, post("fourth", "4"))
    store.close()
    assert store.path.read_bytes() == overwritten


def test_content_that_is_no_database_any_more_is_not_written_into(store: Store) -> None:
    put(store, post("first", "1"))
    store.path.write_bytes(b"a shopping list " * 1_000)
    with pytest.raises(IndexReplaced, match="overwritten while"):
        store.renew()
    assert store.path.read_bytes() == b"a shopping list " * 1_000


@pytest.mark.parametrize("has_journal", [True, False])
def test_a_journal_is_said_to_be_kept_where_it_is(
    store: Store, copy: Path, *, has_journal: bool
) -> None:
    store.compact()
    store.renew()
    if has_journal:
        put(store, post("third", "3"))
    shutil.copyfile(copy, store.path)
    with pytest.raises(IndexReplaced, match="restart this process") as raised:
        store.renew()
    kept = store.path.with_name(f"{store.path.name}-wal.former")
    assert kept.exists() == has_journal == (kept.name in str(raised.value))


@pytest.mark.parametrize("looks", [0, 2])
def test_an_emptied_file_stays_as_it_is_and_so_does_its_journal(store: Store, looks: int) -> None:
    put(store, post("first", "1"))
    journal = store.path.with_name(f"{store.path.name}-wal")
    before = journal.read_bytes()
    store.path.write_bytes(b"")
    for _ in range(looks):
        with pytest.raises(IndexReplaced, match="overwritten while it was in use, or is damaged"):
            store.renew()
    assert not PostCopies().release(store.path) or looks
    store.close()
    assert PostCopies().release(store.path)
    assert store.path.read_bytes() == b""
    assert journal.read_bytes() == before
    assert not list(store.path.parent.glob("*.tmp"))


def test_what_others_write_and_bring_into_the_file_is_no_overwriting(store: Store) -> None:
    for number in range(30):
        with closing(Store.open(store.path, clock=utc_now)) as other:
            put(other, post("theirs", f"t{number}"))
            if number % 10 == 0:
                other.compact()
        store.renew()
        put(store, post("ours", f"o{number}"))
        store.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        store.renew()
    assert len(ids(store)) == 60


def test_what_was_moved_away_has_all_that_was_in_its_journal(store: Store, copy: Path) -> None:
    away = store.path.rename(store.path.with_name("away.db"))
    copy.replace(store.path)
    with pytest.raises(IndexReplaced):
        store.renew()
    with closing(Store.open(away, clock=utc_now)) as moved:
        assert ids(moved) == {"notes:1", "notes:2"}


def test_a_database_that_is_gone_is_not_made_again_and_can_be_put_back(
    store: Store, copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy.unlink()
    away = store.path.rename(store.path.with_name("away.db"))
    with pytest.raises(IndexReplaced, match=r"pullquote\.db is gone while it is in use: put it"):
        store.renew()
    assert not store.path.exists()
    assert len(caplog.records) == 1
    away.rename(store.path)
    store.renew()
    store.path.rename(away)
    with pytest.raises(IndexReplaced):
        store.renew()
    assert len(caplog.records) == 2
    away.rename(store.path)
    store.renew()
    assert ids(store) == {"notes:1", "notes:2"}


def test_nothing_is_written_into_a_file_that_was_replaced(store: Store, copy: Path) -> None:
    copy.replace(store.path)
    with pytest.raises(IndexReplaced, match=r"pullquote\.db was replaced, .* this was not stored"):
        put(store, post("third", "3"))
    assert ids(store) == {"notes:1", "notes:2"}


def test_nor_where_it_is_replaced_in_the_middle_of_a_transaction(store: Store, copy: Path) -> None:
    def write() -> None:
        with store.writing():
            store.remove(["notes:1"])
            copy.replace(store.path)

    with pytest.raises(IndexReplaced):
        write()
    assert ids(store) == {"notes:1", "notes:2"}
