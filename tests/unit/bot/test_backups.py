from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.backups import back_up, restore
from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from bot.settings.loading import load
from index.clock import utc_now
from index.errors import IndexingError, IndexMissing
from index.sqlite.storage import SqliteStorage
from tests.fakes.bot.ledgers import NOW, asked, clock, found
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings.values import Settings

STORAGE = SqliteStorage(Path("data", "pullquote.db"), utc_now)
BACKUP = Path("backups", "monday")


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """Let new files be everybody's, unless their maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def settings() -> Settings:
    """A data folder with a post and a question."""
    kept = load(Path(".env"), {"PULLQUOTE_DATA": "data"})
    store_post("goats", "1")
    ask(kept, "q1")
    return kept


def store_post(name: str, number: str) -> None:
    with closing(STORAGE.open(create=True)) as engine:
        put(engine, post(name, number))


def ask(settings: Settings, id_: str, **more: Any) -> None:
    with closing(Ledger.open(settings.ledger, timedelta(days=9_000), clock)) as ledger:
        question = asked(id_=id_, **more)
        ledger.questions.keep(found(question, "1"))


def stored(settings: Settings) -> tuple[list[str], list[str]]:
    """Return the ids of the posts and of the questions."""
    with (
        closing(STORAGE.open()) as engine,
        closing(Ledger.open(settings.ledger, timedelta(days=9_000), clock)) as ledger,
    ):
        kept = [id_ for id_ in ("q1", "q2") if ledger.questions.get(id_)]
        return list(engine.every_id()), kept


def test_a_backup_holds_posts_and_ledger_for_their_owner_alone(settings: Settings) -> None:
    names = back_up(STORAGE, settings, BACKUP)

    assert names == ["ledger.db", "pullquote.db"]
    assert sorted(each.name for each in BACKUP.iterdir()) == names
    modes = [each.stat().st_mode & 0o777 for each in (BACKUP, *sorted(BACKUP.iterdir()))]
    assert modes == [0o700, 0o600, 0o600]
    assert [each.name for each in BACKUP.parent.iterdir()] == ["monday"]


def test_nothing_is_written_over_by_a_backup(settings: Settings) -> None:
    BACKUP.mkdir(parents=True)
    with pytest.raises(UnavailableError, match=r"monday is already there"):
        back_up(STORAGE, settings, BACKUP)
    assert list(BACKUP.iterdir()) == []


def test_no_backup_is_made_of_what_is_damaged_or_not_there(settings: Settings) -> None:
    settings.ledger.unlink()
    settings.database.write_bytes(settings.database.read_bytes()[:-4096])
    with pytest.raises(IndexingError, match=r"pullquote\.db.* is damaged"):
        back_up(STORAGE, settings, BACKUP)
    settings.database.unlink()
    with pytest.raises(IndexMissing):
        back_up(STORAGE, settings, BACKUP)
    assert not BACKUP.parent.exists() or list(BACKUP.parent.iterdir()) == []


def test_what_is_newer_than_the_backup_stays_unless_forced(settings: Settings) -> None:
    back_up(STORAGE, settings, BACKUP)
    ask(settings, "q2", asked_at=NOW + timedelta(hours=1))
    with pytest.raises(UnavailableError, match=r"ledger\.db holds what the backup does not"):
        restore(STORAGE, settings, BACKUP)
    store_post("sheep", "2")

    assert restore(STORAGE, settings, BACKUP, force=True) == ["ledger.db", "pullquote.db"]
    assert stored(settings) == (["notes:1"], ["q1"])


def test_what_is_damaged_is_replaced_only_if_forced(settings: Settings) -> None:
    back_up(STORAGE, settings, BACKUP)
    settings.database.write_bytes(b"no database at all, though it has some length" * 100)
    settings.ledger.write_bytes(b"")
    with pytest.raises(UnavailableError, match=r"is damaged.*--force"):
        restore(STORAGE, settings, BACKUP)

    restore(STORAGE, settings, BACKUP, force=True)
    assert stored(settings) == (["notes:1"], ["q1"])


def test_a_damaged_backup_changes_nothing(settings: Settings) -> None:
    back_up(STORAGE, settings, BACKUP)
    copy = BACKUP / "pullquote.db"
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = settings.ledger.read_bytes(), settings.database.read_bytes()

    with pytest.raises(IndexingError, match=r"monday/pullquote\.db is damaged.*another backup"):
        restore(STORAGE, settings, BACKUP, force=True)
    assert (settings.ledger.read_bytes(), settings.database.read_bytes()) == before
    assert sorted(each.name for each in settings.data.iterdir()) == ["ledger.db", "pullquote.db"]


def test_plain_copies_are_restored_with_their_journals(settings: Settings) -> None:
    BACKUP.mkdir(parents=True)
    with closing(STORAGE.open()) as engine:
        put(engine, post("sheep", "2"))
        for each in settings.data.glob("pullquote.db*"):
            (BACKUP / each.name).write_bytes(each.read_bytes())
    settings.database.unlink()

    assert restore(STORAGE, settings, BACKUP) == ["pullquote.db"]
    assert stored(settings) == (["notes:1", "notes:2"], ["q1"])


def test_a_restore_that_was_killed_between_the_files_is_made_whole_by_the_next(
    settings: Settings,
) -> None:
    back_up(STORAGE, settings, BACKUP)
    store_post("sheep", "2")
    # As a kill leaves it: the ledger in its place, the posts beside theirs.
    left = settings.data / "pullquote.db.new.abc.tmp"
    left.mkdir()
    (BACKUP / "ledger.db").rename(settings.ledger)
    (left / "pullquote.db").write_bytes((BACKUP / "pullquote.db").read_bytes())
    assert stored(settings) == (["notes:1", "notes:2"], ["q1"])

    restore(STORAGE, settings, BACKUP, force=True)
    assert stored(settings) == (["notes:1"], ["q1"])
    assert not left.exists()


def test_what_a_killed_restore_left_goes_with_what_is_forgotten(settings: Settings) -> None:
    left = settings.data / "pullquote.db.new.abc.tmp"
    left.mkdir()
    (left / "pullquote.db").write_bytes(settings.database.read_bytes())
    with closing(STORAGE.open()) as engine:
        engine.leave_no_trace(settings.cache)
    assert not left.exists()


def test_what_holds_no_backup_is_named(settings: Settings, tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(UnavailableError, match=r"holds no pullquote\.db or ledger\.db"):
            restore(STORAGE, settings, folder)
    with pytest.raises(UnavailableError, match="is the data folder itself"):
        restore(STORAGE, settings, settings.data)


@pytest.mark.parametrize(
    ("name", "error"), [("pullquote.db", IndexingError), ("ledger.db", UnavailableError)]
)
def test_another_programs_file_is_no_backup(
    settings: Settings, name: str, error: type[Exception]
) -> None:
    BACKUP.mkdir(parents=True)
    with closing(sqlite3.connect(BACKUP / name)) as connection:
        connection.execute("CREATE TABLE bees (name)")
    before = settings.ledger.read_bytes(), settings.database.read_bytes()

    with pytest.raises(error) as refused:
        restore(STORAGE, settings, BACKUP, force=True)
    said = f"{BACKUP / name} was not made by Pullquote: nothing was restored, take another backup"
    assert str(refused.value) == said
    assert (settings.ledger.read_bytes(), settings.database.read_bytes()) == before
