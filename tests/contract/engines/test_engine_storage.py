"""What every engine does with a database that is closed, missing or damaged."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.errors import IndexingError, IndexMissing
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.fakes.index.engines import Kept


def test_a_database_is_made_only_where_that_is_asked_for(kept: Kept) -> None:
    with pytest.raises(IndexMissing):
        kept.storage.open()
    assert not kept.storage.is_there()
    assert kept.storage.problem() == ""
    kept.storage.open(create=True).close()
    assert kept.storage.is_there()


def test_what_is_stored_is_found_whole_counted_and_opened_again(kept: Kept) -> None:
    with closing(kept.storage.open(create=True)) as engine:
        put(engine, post("goats"), post("sheep", "2"))
    assert kept.storage.problem() == ""
    counted = kept.storage.statistics()
    assert counted is not None
    assert counted.posts == 2
    with closing(kept.storage.open()) as engine:
        assert engine.every_id() == ["notes:1", "notes:2"]


def test_who_looks_a_database_through_writes_nothing(kept: Kept) -> None:
    with closing(kept.storage.open(create=True)) as engine:
        put(engine, post("goats"))
    before = kept.state()
    assert kept.storage.problem() == ""
    assert kept.storage.statistics() is not None
    assert kept.state() == before


def test_a_damaged_database_is_named_and_not_opened(kept: Kept) -> None:
    kept.storage.open(create=True).close()
    kept.damage()
    assert kept.name in kept.storage.problem()
    with pytest.raises(IndexingError):
        kept.storage.open()
