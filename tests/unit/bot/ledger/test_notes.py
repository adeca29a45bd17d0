from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import NOW

if TYPE_CHECKING:
    from tests.fakes.bot.ledger_places import LedgerPlace


def test_a_moment_is_kept_as_it_was_noted(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        assert ledger.noted_moment("left") is None
        then = NOW - timedelta(days=2, microseconds=1)
        ledger.note("left", then.isoformat())
        assert ledger.noted_moment("left") == then
        assert ledger.noted("left") == then.isoformat()


def test_a_moment_that_a_wrong_clock_noted_is_not_waited_for(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        ledger.note("left", (NOW + timedelta(days=9_000)).isoformat())
        assert ledger.noted_moment("left") == NOW
    later = NOW + timedelta(days=30)
    with closing(place.open(KEEP, lambda: later)) as ledger:
        assert ledger.noted_moment("left") == NOW
