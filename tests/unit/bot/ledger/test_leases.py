from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace


def test_one_alone_has_a_lease_until_it_is_given_back(ledger: Ledger) -> None:
    assert not ledger.leases.are_held()
    assert ledger.leases.take("discord", "first", 60)
    assert ledger.leases.are_held()
    assert not ledger.leases.take("discord", "second", 60)
    assert ledger.leases.take("slack", "second", 60)
    assert ledger.leases.take("discord", "first", 60)
    ledger.leases.give_back("discord", "second")
    assert not ledger.leases.take("discord", "second", 60)
    ledger.leases.give_back("discord", "first")
    assert ledger.leases.take("discord", "second", 60)
    assert not ledger.leases.take("discord", "first", 60)


def test_a_lease_that_is_over_is_another_s(ledger: Ledger) -> None:
    assert ledger.leases.take("discord", "first", -1)
    assert not ledger.leases.are_held()
    assert ledger.leases.take("discord", "second", 60)
    assert not ledger.leases.take("discord", "first", 60)


def test_of_many_that_want_a_lease_at_once_one_has_it(place: LedgerPlace) -> None:
    with closing(place.open()) as one, closing(place.open()) as other:

        def take(number: int) -> bool:
            return (one, other)[number % 2].leases.take("discord", str(number), 60)

        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(take, range(40))).count(True) == 1
