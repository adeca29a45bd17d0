from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.fakes.bot.ledgers import NOW, asked, missed

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace


def test_what_is_kept_is_there_when_the_ledger_is_opened_again(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        ledger.questions.keep(missed(asked()))
        ledger.note("seen", "one")
        ledger.note("seen", "two")
    with closing(place.open()) as ledger:
        assert ledger.questions.get("q1") == asked()
        assert (ledger.noted("seen"), ledger.noted("unseen")) == ("two", "")


def test_opening_a_ledger_forgets_what_is_older_than_it_is_to_be_kept(place: LedgerPlace) -> None:
    with closing(place.open()) as ledger:
        ledger.questions.keep(missed(asked(asked_at=NOW - timedelta(days=2))))
        ledger.deliveries.claim("discord:1/2")
        ledger.database.run("UPDATE deliveries SET taken_at = '2000-01-01T00:00:00+00:00'")
    with closing(place.open(timedelta(days=1))) as ledger:
        assert ledger.questions.get("q1") is None
        assert ledger.deliveries.claim("discord:1/2")


def test_what_fails_inside_a_transaction_leaves_nothing_of_it(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.database.writing():
            ledger.note("half", "done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ledger.noted("half") == ""
    ledger.note("whole", "done")
    assert ledger.noted("whole") == "done"


def test_all_threads_of_a_process_may_write(ledger: Ledger) -> None:
    with ThreadPoolExecutor(4) as threads:
        claims = list(threads.map(lambda n: ledger.deliveries.claim(f"m:{n % 10}"), range(100)))
    assert claims.count(True) == 10


def test_what_is_written_inside_of_something_else_is_kept_or_given_up_with_it(
    place: LedgerPlace,
) -> None:
    def write(ledger: Ledger, value: str) -> None:
        with ledger.database.writing():
            ledger.note("outer", value)
            with ledger.database.writing():
                ledger.note("inner", value)
            if value == "lost":
                raise ZeroDivisionError

    with closing(place.open()) as ledger:
        write(ledger, "kept")
        with pytest.raises(ZeroDivisionError):
            write(ledger, "lost")
        assert (ledger.noted("outer"), ledger.noted("inner")) == ("kept", "kept")
