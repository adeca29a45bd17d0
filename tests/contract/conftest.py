"""The engines of which the contract is asked."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from index.clock import utc_now
from index.sqlite.storage import SqliteStorage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.engine import Engine
    from index.engine.storage import Storage

ENGINES: Final[dict[str, Storage]] = {"sqlite": SqliteStorage(utc_now)}
"""What opens each engine."""


@pytest.fixture(params=ENGINES)
def storage(request: pytest.FixtureRequest) -> Storage:
    """What opens an engine."""
    return ENGINES[request.param]


@pytest.fixture
def engine(storage: Storage, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each engine."""
    with closing(storage.open(tmp_path / "data" / "pullquote.db", create=True)) as opened:
        yield opened
