"""A database on a real server, and the posts in it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.fakes.index.engines import kept_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.postgres.store import Store
    from tests.fakes.index.engines import KeptOnServer
    from tests.fakes.postgres_server import PostgresServer


@pytest.fixture
def kept(postgres: PostgresServer) -> Iterator[KeptOnServer]:
    """A database without our tables."""
    with kept_on(postgres) as database:
        yield database


@pytest.fixture
def store(kept: KeptOnServer) -> Iterator[Store]:
    """An empty database."""
    with closing(kept.storage.open(create=True)) as opened:
        yield opened
