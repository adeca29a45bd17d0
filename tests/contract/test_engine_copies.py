"""What every engine does to copy a database, to compare it with a copy, and to replace it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.errors import IndexingError
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine.storage import Storage


@pytest.fixture
def path(storage: Storage, tmp_path: Path) -> Path:
    """A database with one post."""
    found = tmp_path / "data" / "pullquote.db"
    with closing(storage.open(found, create=True)) as engine:
        put(engine, post("goats"))
    return found


def ids(storage: Storage, path: Path) -> list[str]:
    with closing(storage.open(path)) as engine:
        return list(engine.every_id())


def copied(storage: Storage, path: Path, name: str = "copy.db") -> Path:
    copy = path.with_name(name)
    storage.copies.make(path, copy, remedy="")
    return copy


def test_a_copy_holds_what_was_committed_while_others_write(storage: Storage, path: Path) -> None:
    with closing(storage.open(path)) as engine:
        put(engine, post("sheep", "2"))
        with engine.writing():
            engine.remove(["notes:1"])
            copy = copied(storage, path)

    assert [each.name for each in path.parent.glob("copy.db*")] == ["copy.db"]
    assert storage.problem(copy) == ""
    assert ids(storage, copy) == ["notes:1", "notes:2"]
    assert ids(storage, path) == ["notes:2"]


def test_a_damaged_database_is_not_copied_and_is_named(storage: Storage, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])

    with pytest.raises(IndexingError, match=r"pullquote\.db.*ask somebody"):
        storage.copies.make(path, path.with_name("copy.db"), remedy="ask somebody")


def test_nothing_is_lost_to_a_copy_of_the_same_or_of_a_later_moment(
    storage: Storage, path: Path, tmp_path: Path
) -> None:
    former = copied(storage, path, "former.db")
    with closing(storage.open(path)) as engine:
        put(engine, post("sheep", "2"))
    later = copied(storage, path)

    assert storage.copies.loss(path, later) == ""
    assert storage.copies.loss(former, later) == ""
    assert storage.copies.loss(tmp_path / "nowhere.db", later) == ""


def test_what_a_copy_does_not_know_is_newer(storage: Storage, path: Path) -> None:
    copy = copied(storage, path)
    with closing(storage.open(path)) as engine, engine.writing():
        engine.remove(["notes:1"])
    with closing(storage.open(copy)) as engine:
        put(engine, post("sheep", "2"), post("cows", "3"))

    assert storage.copies.loss(path, copy) == "newer"


def test_what_lies_there_and_cannot_be_read_is_damaged(storage: Storage, path: Path) -> None:
    copy = copied(storage, path)
    for content in (b"", b"no database at all, though it has some length" * 100):
        path.write_bytes(content)
        assert storage.copies.loss(path, copy) == "damaged"


def test_a_renewed_copy_is_whole_and_another(storage: Storage, path: Path) -> None:
    copy = copied(storage, path)
    storage.copies.renew(copy)

    assert storage.problem(copy) == ""
    assert storage.copies.loss(copy, path) == "newer"
    assert storage.copies.loss(path, copy) == ""


def test_only_a_database_that_nobody_has_open_is_released(storage: Storage, path: Path) -> None:
    with closing(storage.open(path)) as engine:
        put(engine, post("sheep", "2"))
        assert not storage.copies.release(path)
        put(engine, post("cows", "3"))

    assert storage.copies.release(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert ids(storage, path) == ["notes:1", "notes:2", "notes:3"]
