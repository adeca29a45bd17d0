"""What processes that serve one chat side by side leave to each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from bot.ledger.jobs import new_job
from bot.ledger.leases import serving
from tests.fakes.bot.ledgers import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ledger.jobs import Job
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace

Pair = tuple["Ledger", "Ledger"]


@contextmanager
def serving_in(place: LedgerPlace, holder: str) -> Iterator[Ledger]:
    with closing(place.open(holder=holder)) as ledger:
        assert ledger.leases.take(serving("slack", holder), holder, 60)
        yield ledger


@pytest.fixture
def both(place: LedgerPlace) -> Iterator[Pair]:
    """The ledgers of two processes."""
    with serving_in(place, "one") as one, serving_in(place, "two") as two:
        yield one, two


def dies(ledger: Ledger) -> None:
    ledger.leases.take(serving("slack", ledger.holder), ledger.holder, -1)


def job(kind: str = "reindex") -> Job:
    return new_job(
        "slack",
        kind,  # type: ignore[arg-type] # a literal
        "x:file",
        workspace_id="T1",
        audience="everyone",
        locale="en",
        started_at=NOW,
    )


def test_a_message_is_taken_over_from_a_process_that_died_and_from_no_other(both: Pair) -> None:
    one, two = both
    assert one.deliveries.claim("slack:T1/C1/1")
    assert two.deliveries.claim("slack:T1/C1/2")
    assert one.deliveries.claim("slack:T1/C1/3")
    one.deliveries.finish("slack:T1/C1/3")
    assert two.deliveries.take_over("slack", own=False) == []
    assert two.deliveries.take_over("slack", own=True) == ["slack:T1/C1/2"]
    dies(one)
    assert two.deliveries.take_over("slack", own=False) == ["slack:T1/C1/1"]
    # It is in the hands of the other now, and is not lost with that one either.
    assert not two.deliveries.claim("slack:T1/C1/1")
    dies(two)
    with closing(one):
        assert {*one.deliveries.take_over("slack", own=False)} == {"slack:T1/C1/1", "slack:T1/C1/2"}


def test_a_process_that_died_is_told_of_once(both: Pair) -> None:
    one, two = both
    assert two.leases.ended("slack") == []
    dies(one)
    assert two.leases.ended("discord") == []
    assert two.leases.ended("slack") == ["one"]
    assert two.leases.ended("slack") == []


def test_a_job_is_gone_on_with_where_its_process_died(both: Pair) -> None:
    (one, two), begun = both, job()
    one.jobs.put(begun)
    assert one.jobs.left("slack") == [begun]
    assert two.jobs.left("slack") == []
    assert two.jobs.unfinished("slack") == [begun]
    dies(one)
    assert two.jobs.left("slack") == [begun]


def test_a_job_of_another_process_can_be_asked_to_end(both: Pair) -> None:
    (one, two), begun = both, job()
    one.jobs.put(begun)
    two.jobs.cancel(begun.id)
    assert one.jobs.are_ending() == {begun.id}
    assert one.jobs.left("slack") == [begun]  # a process that died over it is replaced all the same
    one.jobs.finish(begun.id)
    assert one.jobs.are_ending() == set()


def test_an_import_is_left_to_the_process_that_has_its_file_once(both: Pair) -> None:
    (one, two), begun = both, job("import")
    one.jobs.put(begun)
    one.jobs.wait(begun.id)
    assert two.jobs.agree(begun, "add")
    assert not two.jobs.agree(begun, "replace")
    assert not one.jobs.settle(begun.id)
    assert begun.file in one.jobs.files()
    assert two.jobs.agreed("slack") == []
    assert one.jobs.agreed("slack") == [(begun, "add")]
    assert one.jobs.agreed("slack") == []


def test_an_import_whose_file_went_with_its_process_is_left_to_nobody(both: Pair) -> None:
    (one, two), begun = both, job("import")
    one.jobs.put(begun)
    one.jobs.wait(begun.id)
    dies(one)
    assert not two.jobs.agree(begun, "add")


def test_what_another_process_heard_of_a_message_after_a_moment_is_known(both: Pair) -> None:
    one, two = both
    one.heard.note(["slack:T1/C1/1"])
    one.database.run("UPDATE heard SET at = at - 10")
    moment = two.heard.moment() - 5
    one.heard.note(["slack:T1/C1/2", "slack:T1/C1/3~2"])
    ids = [f"slack:T1/C1/{each}" for each in ("1", "2", "3", "3~1", "4")]
    later = {"slack:T1/C1/2", "slack:T1/C1/3", "slack:T1/C1/3~1"}
    assert two.heard.since(moment, ids) == later
    assert two.heard.since(0.0, ids) == later | {"slack:T1/C1/1"}
    assert two.heard.since(two.heard.moment() + 5, ids) == set()


def test_what_was_heard_long_ago_is_forgotten(ledger: Ledger) -> None:
    ledger.heard.note(["slack:T1/C1/1"])
    ledger.database.run("UPDATE heard SET at = at - 90000")
    ledger.heard.note(["slack:T1/C1/2"])
    ledger.forget_old()
    assert ledger.database.rows("SELECT post FROM heard") == [("slack:T1/C1/2",)]


def test_one_person_asks_no_more_of_all_processes_than_of_one(both: Pair) -> None:
    def take(number: int) -> float:
        return both[number % 2].asked.take("slack:T1/U1", 5, 60)

    with ThreadPoolExecutor(8) as threads:
        waits = list(threads.map(take, range(20)))
    assert waits.count(0.0) == 5
    assert all(0 < each <= 60 for each in waits if each)
    assert not both[0].asked.waits("slack:T1/U2", 5, 60)
    assert both[1].asked.waits("slack:T1/U1", 5, 60)


def test_when_somebody_asked_is_forgotten_after_a_minute(ledger: Ledger) -> None:
    ledger.asked.take("slack:T1/U1", 1, 60)
    ledger.database.run("UPDATE asked SET at = at - 61")
    assert not ledger.asked.waits("slack:T1/U1", 1, 60)
    ledger.forget_old()
    assert ledger.database.rows("SELECT account FROM asked") == []
