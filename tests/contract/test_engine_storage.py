"""What every engine does with a database that is closed, missing or damaged."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.errors import IndexingError, IndexMissing
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine.storage import Storage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database is to be."""
    return tmp_path / "data" / "pullquote.db"


def test_a_database_is_made_only_where_that_is_asked_for(storage: Storage, path: Path) -> None:
    with pytest.raises(IndexMissing):
        storage.open(path)
    assert not storage.is_there(path)
    assert storage.problem(path) == ""
    storage.open(path, create=True).close()
    assert storage.is_there(path)


def test_what_is_stored_is_found_whole_counted_and_opened_again(
    storage: Storage, path: Path
) -> None:
    with closing(storage.open(path, create=True)) as engine:
        put(engine, post("goats"), post("sheep", "2"))
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    assert storage.problem(path) == ""
    counted = storage.statistics(path)
    assert counted is not None
    assert counted.posts == 2
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    with closing(storage.open(path)) as engine:
        assert engine.every_id() == ["notes:1", "notes:2"]


def test_a_damaged_database_is_named_and_not_opened(storage: Storage, path: Path) -> None:
    storage.open(path, create=True).close()
    path.write_bytes(b"no database at all, though it has some length" * 100)
    assert str(path) in storage.problem(path)
    with pytest.raises(IndexingError):
        storage.open(path)
