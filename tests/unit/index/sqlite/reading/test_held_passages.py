"""What is held in memory of the passages is what is stored, whatever happens to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.posts import EVERYONE
from index.sqlite.reading.held_passages import HeldPassages
from index.sqlite.reading.scope_conditions import audience_key
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.sqlite.store import Store

ROOM = "slack:T1/C1"
PUBLIC = frozenset({audience_key(EVERYONE)})


def told(store: Store, held: HeldPassages) -> dict[int, tuple[int, bool]]:
    """Return what is held of each stored passage: its length, and whether all may see it."""
    held.catch_up(store.connection)
    rows = store.connection.execute("SELECT id FROM passages ORDER BY id").fetchall()
    ids = np.array([row[0] for row in rows])
    places, known = held.places(ids)
    assert known.all()
    assert held.ids(places).tolist() == ids.tolist()
    seen = held.are_visible(store.connection, places, PUBLIC)
    lengths = held.lengths(places).tolist()
    return dict(zip(ids.tolist(), zip(lengths, seen.tolist(), strict=True), strict=True))


def reading(store: Store, held: HeldPassages) -> list[str]:
    """Return what is read of the passages to bring up to date what is held."""
    executed: list[str] = []
    store.connection.set_trace_callback(executed.append)
    held.catch_up(store.connection)
    store.connection.set_trace_callback(None)
    return [sql for sql in executed if "words_docsize" in sql or "FROM passages" in sql]


def test_it_keeps_up_with_what_is_stored_and_removed(store: Store) -> None:
    held = HeldPassages()
    assert told(store, held) == {}
    put(store, *(post("goat " * n, f"{n}", audience=(EVERYONE, ROOM)[n % 2]) for n in range(1, 9)))
    assert list(told(store, held).values()) == [(n + 1, n % 2 == 0) for n in range(1, 9)]
    mean = held.mean_length(store.connection)
    assert mean == sum(range(2, 10)) / 8
    assert held.mean_length(store.connection, PUBLIC) == (3 + 5 + 7 + 9) / 4
    with store.writing():
        store.remove(["notes:8"])
    put(store, post("goat goat", "1", audience="slack:T1/C2"))
    assert held.mean_length(store.connection) == mean  # as of the last time
    assert list(told(store, held).values())[-1] == (3, False)
    assert held.mean_length(store.connection) == (sum(range(3, 9)) + 3) / 7
    assert held.mean_length(store.connection, PUBLIC) == (3 + 5 + 7) / 3
    assert told(store, held) == told(store, HeldPassages())


def test_words_of_a_long_passage_are_all_counted(store: Store) -> None:
    put(store, post("a go " * 150, "1"), post("goat", "2"))
    (length, _), (short, _) = told(store, HeldPassages()).values()
    assert length == 301
    assert short == 2


def test_only_what_is_new_is_read(store: Store) -> None:
    held = HeldPassages()
    put(store, *(post("goat", f"{n}") for n in range(9)))
    assert len(reading(store, held)) == 1
    assert reading(store, held) == []
    put(store, post("goat", "new"))
    newest = max(told(store, HeldPassages()))
    (sql,) = reading(store, held)
    assert f"id > {newest - 1} " in sql


def test_when_more_than_half_is_gone_all_is_read_again(store: Store) -> None:
    held = HeldPassages()
    put(store, *(post("goat " * n, f"{n}") for n in range(1, 9)))
    held.catch_up(store.connection)
    with store.writing():
        store.remove([f"notes:{n}" for n in range(1, 7)])
    held.catch_up(store.connection)
    put(store, post("goat", "new"))
    (sql,) = reading(store, held)
    assert "id > 0 " in sql
    assert held.mean_length(store.connection) == (8 + 9 + 2) / 3


def test_how_many_bear_a_label_and_how_long_they_are_is_known(store: Store) -> None:
    put(
        store,
        *(post("goat " * n, f"{n}", audience=EVERYONE if n > 1 else ROOM) for n in range(1, 5)),
    )
    held = HeldPassages()
    held.catch_up(store.connection)
    assert held.share(store.connection, PUBLIC) == 3 / 4
    assert held.share(store.connection, frozenset({"none"})) == 0
    assert held.mean_length(store.connection, frozenset({"none"})) == 0
    with store.writing():
        store.remove(["notes:1", "notes:2"])
    put(store, post("goat " * 9, "new", audience=ROOM))
    held.catch_up(store.connection)
    assert held.share(store.connection, PUBLIC) == 2 / 3
    assert held.mean_length(store.connection, PUBLIC) == (4 + 5) / 2
    assert held.mean_length(store.connection, frozenset({audience_key(ROOM)})) == 10


def test_what_went_before_labels_were_read_is_counted_for_none(store: Store) -> None:
    put(store, *(post("goat " * n, f"{n}") for n in range(1, 5)))
    held = HeldPassages()
    held.catch_up(store.connection)
    with store.writing():
        store.remove(["notes:1"])
    held.catch_up(store.connection)
    assert held.mean_length(store.connection, PUBLIC) == (3 + 4 + 5) / 3
    assert held.share(store.connection, PUBLIC) == 1
