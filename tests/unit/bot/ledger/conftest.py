"""A ledger in a file, and one in a database on a server."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.fakes.bot.ledger_places import LedgerInFile, ledger_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LedgerPlace]:
    """Where a ledger is to be, of each kind."""
    if request.param == "sqlite":
        yield LedgerInFile(tmp_path / "data" / "ledger.db")
        return
    with ledger_on(request.getfixturevalue("postgres")) as found:
        yield found


@pytest.fixture
def ledger(place: LedgerPlace) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with closing(place.open()) as opened:
        yield opened
