"""What is written at once, removed at once, and refused."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from index.errors import IndexLocked, IndexMismatch, RemovalOwed
from index.ingest.erasure import finish_erasure
from index.postgres import erasure
from index.postgres.server import database
from index.postgres.store import LONGEST_ID
from index.posts import Evidence
from index.search_scope import Filters, Scope
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.postgres.store import Store
    from tests.fakes.index.engines import KeptOnServer

COUNTED = ("posts", "passages", "postings", "word_counts", "vectors")


def counts(store: Store) -> list[int]:
    return [store.row(f"SELECT count(*) FROM {table}")[0] for table in COUNTED]  # noqa: S608


def test_words_go_in_the_transaction_that_removes_their_post(store: Store) -> None:
    put(store, post("bread goats"), post("goats", "2"))
    with store.writing():
        store.remove(["notes:1"])
        assert counts(store) == [1, 1, 1, 1, 1]
        store.remove(["notes:2"])
        assert counts(store) == [0] * len(COUNTED)
    assert store.rows("SELECT passages, length FROM labels") == [(0, 0)]


def test_an_erased_word_is_in_no_file_although_its_neighbours_stay(
    store: Store, kept: KeptOnServer, tmp_path: Path
) -> None:
    put(store, *(post(f"neighbour {n}", f"n{n}") for n in range(50)))
    put(store, post("pumpernickel " * 30, "secret", author="Adalbert Xylophon"))
    put(store, *(post(f"neighbour {n}", f"m{n}") for n in range(50)))
    with store.writing():
        store.state_evidence([Evidence("notes:n1", "notes:secret", "marked")])
        store.state_evidence([Evidence("notes:secret", "notes:n1", "marked")])
    store.merge_words()
    store.owe_erasure()
    with store.writing():
        store.remove(["notes:secret"])
    store.leave_no_trace(tmp_path / "cache")
    for trace in (b"pumpernickel", b"Xylophon", b"xylophon", b"notes:secret"):
        assert not any(trace in each for each in kept.files())
    assert len(store.every_id()) == 100
    assert kept.storage.problem() == ""


def test_an_erasure_is_owed_as_long_as_somebody_reads_the_former_state(
    store: Store, kept: KeptOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "LOCK_SECONDS", 0.1)
    put(store, post("bread"))
    store.owe_erasure()
    with closing(kept.storage.open()) as reader:
        with reader.reading():
            assert reader.every_id() == ["notes:1"]
            with pytest.raises(RemovalOwed, match="postgresql://"):
                finish_erasure(store, tmp_path / "cache")
        assert store.owes_erasure
        assert finish_erasure(store, tmp_path / "cache")
    assert not store.owes_erasure


def test_who_waits_too_long_for_another_writer_gives_up(
    store: Store, kept: KeptOnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.1)
    with closing(kept.storage.open()) as other, store.writing():
        with pytest.raises(IndexLocked, match="another process is using"):
            other.note("name", "value")
        assert other.noted("name") is None


def test_what_another_wrote_is_seen_under_the_lock_and_not_by_who_reads_one_state(
    store: Store, kept: KeptOnServer
) -> None:
    with closing(kept.storage.open()) as other, other.reading():
        assert other.every_id() == []
        put(store, post("bread", audience="slack:C1"))
        assert other.every_id() == []
        assert other.totals(None) == (0, 0)


def test_ids_as_long_as_may_be_answer_each_other(store: Store) -> None:
    # What repeats itself would be compressed.
    noise = (sha256(bytes([number])).hexdigest() for number in range(60))
    letters = "".join(noise)[: LONGEST_ID - len("notes:") - 1]
    first, second = post("Where?", f"1{letters}"), post("There.", f"2{letters[::-1]}")
    put(store, first, second)
    evidence = Evidence(first.id, second.id, "marked")
    with store.writing():
        store.state_evidence([evidence, evidence])
    assert store.evidence_of([first.id]) == [evidence]
    assert len(store.answers_to([first.id], Scope())) == 1


@pytest.mark.parametrize("more", [{"parent": "p" * 3_000}, {"author_id": "a" * 3_000}])
def test_a_name_too_long_to_be_looked_up_is_refused_with_the_remedy(
    store: Store, more: dict[str, str]
) -> None:
    with pytest.raises(IndexMismatch, match=r"more than 2,000 bytes.* give the post a shorter"):
        put(store, post("bread", **more))  # type: ignore[arg-type]
    assert store.every_id() == []


def test_the_first_and_the_last_of_all_days_are_days(store: Store) -> None:
    put(store, post("old", posted_at=datetime.min.replace(tzinfo=UTC)))
    put(store, post("new", "2", posted_at=datetime.max.replace(tzinfo=UTC)))
    assert [each.posted_at for each in store.every_post()] == [
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ]
    everything = Scope(None, Filters(since=date.min, until=date.max))
    assert store.within([1, 2], everything) == {1, 2}
    assert store.within([1, 2], Scope(None, Filters(until=date.min))) == {1}


def test_all_posts_are_read_page_by_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.postgres.reading.posts._PAGE", 2)
    put(store, *(post(f"text {n}", str(n)) for n in range(5)))
    assert [each.id for each in store.every_post()] == [f"notes:{n}" for n in range(5)]


def test_much_that_is_new_is_told_to_the_planner_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "FEWEST", 3)
    put(store, post("one"), post("two", "2"))
    store.merge_words()
    assert store.noted(erasure.ORDERED) is None
    put(store, post("three", "3"))
    before = store.statistics().changed_at
    store.merge_words()
    assert store.noted(erasure.ORDERED) == "3"
    assert store.statistics().changed_at == before
