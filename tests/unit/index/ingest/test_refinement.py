from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.embedding.baseline import baseline_of
from index.ingest import refinement
from index.ingest.refinement import Refiner
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder, InterruptedEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = "The oven is lit on Fridays, and whoever bakes brings wood. " * 60


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refinement, "BATCH", 1)


@pytest.fixture
def second() -> HashingEncoder:
    return HashingEncoder("second", 64)


def read(store: Store) -> list[tuple[str, int]]:
    """Return the posts and ordinals of what is refined, in the order in which it was."""
    rows = store.connection.execute("SELECT passage FROM refinements ORDER BY sequence").fetchall()
    passages = store.passages([row[0] for row in rows])
    return [(passages[row[0]].post_id[6:], passages[row[0]].ordinal) for row in rows]


def test_the_beginnings_of_the_newest_posts_are_read_first(
    store: Store, second: HashingEncoder
) -> None:
    put(store, post(LONG), post("goats", "2"), post(LONG, "3"))
    assert Refiner(store, second).refine()
    beginnings = [("3", 1), ("3", 0), ("2", 0), ("1", 1), ("1", 0)]
    assert read(store)[:5] == beginnings
    assert len(read(store)) == store.totals(None).all > len(beginnings)


def test_what_is_asked_for_is_read_before_the_rest(store: Store, second: HashingEncoder) -> None:
    put(store, *(post(f"goats {number}", str(number)) for number in range(5)))
    refiner = Refiner(store, second)
    refiner.refine_some()
    refiner.refine_some(["notes:1"])
    refiner.refine_some(["notes:1"])
    assert read(store) == [("4", 0), ("1", 0), ("3", 0)]


def test_what_comes_meanwhile_is_read_next(store: Store, second: HashingEncoder) -> None:
    put(store, post("goats"), post("owls", "2"))
    refiner = Refiner(store, second)
    refiner.refine_some()
    put(store, post("bread", "3"))
    assert refiner.refine()
    assert read(store) == [("2", 0), ("3", 0), ("1", 0)]


def test_another_goes_on_where_one_was_stopped(store: Store, second: HashingEncoder) -> None:
    put(store, *(post(f"goats {number}", str(number)) for number in range(5)))
    told: list[tuple[int, int]] = []
    stops = iter([True, True, False])
    is_done = Refiner(store, second).refine(
        may_go_on=lambda: next(stops), progress=lambda *both: told.append(both)
    )
    assert (is_done, told) == (False, [(1, 5), (2, 5)])
    told.clear()
    seen = len(second.seen)
    with closing(Store.open(store.path, clock=utc_now)) as other:
        assert Refiner(other, second).refine(progress=lambda *both: told.append(both))
    assert told == [(3, 5), (4, 5), (5, 5)]
    assert len(second.seen) == seen + 3


def test_a_post_that_goes_while_it_is_read_leaves_no_vector(store: Store) -> None:
    put(store, post("goats"), post("owls", "2"))

    def remove() -> None:
        with closing(Store.open(store.path, clock=utc_now)) as other, other.writing():
            other.remove(["notes:2"])

    refiner = Refiner(store, InterruptedEncoder("second", 64))
    refiner = Refiner(store, InterruptedEncoder("second", 64, interrupt=remove))
    assert refiner.refine()
    assert read(store) == [("1", 0)]
    assert refiner.counts() == (1, 1)


def test_what_the_model_says_of_an_average_text_is_noted_once(
    store: Store, second: HashingEncoder
) -> None:
    put(store, post("goats"))
    Refiner(store, second)
    assert baseline_of(store.noted, "second") is not None
    assert baseline_of(store.noted, "third") is None
    seen = len(second.seen)
    Refiner(store, second)
    assert len(second.seen) == seen


def test_nothing_that_was_erased_stays_in_the_file(
    store: Store, second: HashingEncoder, erase_all: Callable[[Store], None]
) -> None:
    put(store, post("goats"))
    Refiner(store, second).refine()
    (blob,) = store.connection.execute("SELECT vector FROM vectors WHERE model = 2").fetchone()
    assert blob in store.path.read_bytes() + wal(store)
    erase_all(store)
    assert blob not in store.path.read_bytes() + wal(store)


def wal(store: Store) -> bytes:
    journal = store.path.with_name(f"{store.path.name}-wal")
    return journal.read_bytes() if journal.exists() else b""


@pytest.fixture
def erase_all() -> Callable[[Store], None]:
    def run(store: Store) -> None:
        with store.writing():
            store.remove(["notes:1"])
        store.leave_no_trace(store.path.with_name("no.cache"))

    return run
