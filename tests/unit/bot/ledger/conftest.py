"""A ledger in a file of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.ledger.ledger import Ledger
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEEP = timedelta(days=90)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger is."""
    return tmp_path / "data" / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    opened = Ledger.open(path, KEEP, clock)
    yield opened
    opened.close()
