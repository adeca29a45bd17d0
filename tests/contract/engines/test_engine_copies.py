"""What an engine of files does to copy a database, to compare it with a copy, and to replace it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.error_sentences import NOTHING, Told
from index.errors import IndexingError
from index.sqlite.storage import SqliteStorage
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    OpenFile = Callable[[Path], SqliteStorage]


@pytest.fixture(params=[SqliteStorage])
def storage(request: pytest.FixtureRequest) -> OpenFile:
    """What opens a file of each engine that keeps files."""

    def opened(path: Path) -> SqliteStorage:
        found: SqliteStorage = request.param(path, utc_now)
        return found

    return opened


@pytest.fixture
def path(storage: OpenFile, tmp_path: Path) -> Path:
    """A database with one post."""
    found = tmp_path / "data" / "pullquote.db"
    with closing(storage(found).open(create=True)) as engine:
        put(engine, post("goats"))
    return found


def ids(storage: OpenFile, path: Path) -> list[str]:
    with closing(storage(path).open()) as engine:
        return list(engine.every_id())


def copied(storage: OpenFile, path: Path, name: str = "copy.db") -> Path:
    copy = path.with_name(name)
    storage(path).copies.make(path, copy, remedy=NOTHING)
    return copy


def test_a_copy_holds_what_was_committed_while_others_write(storage: OpenFile, path: Path) -> None:
    with closing(storage(path).open()) as engine:
        put(engine, post("sheep", "2"))
        with engine.writing():
            engine.remove(["notes:1"])
            copy = copied(storage, path)

    assert [each.name for each in path.parent.glob("copy.db*")] == ["copy.db"]
    assert storage(copy).problem() == ""
    assert ids(storage, copy) == ["notes:1", "notes:2"]
    assert ids(storage, path) == ["notes:2"]


def test_a_damaged_database_is_not_copied_and_is_named(storage: OpenFile, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])

    with pytest.raises(IndexingError, match=r"pullquote\.db.*ask somebody"):
        storage(path).copies.make(path, path.with_name("copy.db"), remedy=Told("ask somebody"))


def test_nothing_is_lost_to_a_copy_of_the_same_or_of_a_later_moment(
    storage: OpenFile, path: Path, tmp_path: Path
) -> None:
    former = copied(storage, path, "former.db")
    with closing(storage(path).open()) as engine:
        put(engine, post("sheep", "2"))
    later = copied(storage, path)

    assert storage(path).copies.loss(path, later) == ""
    assert storage(path).copies.loss(former, later) == ""
    assert storage(path).copies.loss(tmp_path / "nowhere.db", later) == ""


def test_what_a_copy_does_not_know_is_newer(storage: OpenFile, path: Path) -> None:
    copy = copied(storage, path)
    with closing(storage(path).open()) as engine, engine.writing():
        engine.remove(["notes:1"])
    with closing(storage(copy).open()) as engine:
        put(engine, post("sheep", "2"), post("cows", "3"))

    assert storage(path).copies.loss(path, copy) == "newer"


def test_what_lies_there_and_cannot_be_opened_is_unreadable(storage: OpenFile, path: Path) -> None:
    copy = copied(storage, path)
    for content in (b"", b"no database at all, though it has some length" * 100):
        path.write_bytes(content)
        assert storage(path).copies.loss(path, copy) == "unreadable"


def test_a_renewed_copy_is_whole_and_another(storage: OpenFile, path: Path) -> None:
    copy = copied(storage, path)
    storage(path).copies.renew(copy)

    assert storage(copy).problem() == ""
    assert storage(path).copies.loss(copy, path) == "newer"
    assert storage(path).copies.loss(path, copy) == ""


def test_only_a_database_that_nobody_has_open_is_released(storage: OpenFile, path: Path) -> None:
    with closing(storage(path).open()) as engine:
        put(engine, post("sheep", "2"))
        assert not storage(path).copies.release(path)
        put(engine, post("cows", "3"))

    assert storage(path).copies.release(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert ids(storage, path) == ["notes:1", "notes:2", "notes:3"]
