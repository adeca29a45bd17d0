from __future__ import annotations

from typing import TYPE_CHECKING

from index.ingest.erasure import erase
from index.ingest.marks import put_marks, take_back
from index.posts import Evidence, Mark
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.ingest.indexer import Indexer
    from index.sqlite.store import Store

ADA, BEN = "slack:T1/U1", "slack:T1/U2"
ASKED = post("Where do the nets hang?", "q", author_id=ADA)
ANSWER = post("In the harbour.", "a", parent="q", author_id=BEN)
BY_ADA = Mark(ASKED.id, ANSWER.id, "checked", ADA, "asker")
BY_BEN = Mark(ASKED.id, ANSWER.id, "checked", BEN, "slack:T1/S1")
KNOWN = Evidence(ASKED.id, ANSWER.id, "checked")


def marked(store: Store, *marks: Mark) -> None:
    put(store, ASKED, ANSWER)
    with store.writing():
        put_marks(store, marks)


def test_an_answer_is_known_as_long_as_somebody_says_so(store: Store) -> None:
    marked(store, BY_ADA, BY_BEN)
    for mark, left in ((BY_ADA, [KNOWN]), (BY_BEN, [])):
        with store.writing():
            take_back(store, [mark])
        assert store.evidence_of([ASKED.id]) == left


def test_a_mark_goes_with_either_post(store: Store, indexer: Indexer) -> None:
    marked(store, BY_ADA)
    indexer.remove([ANSWER.id])
    assert store.every_mark() == []


def test_what_somebody_said_who_is_forgotten_is_forgotten(
    store: Store, indexer: Indexer, tmp_path: Path
) -> None:
    marked(store, BY_ADA, BY_BEN)
    store.suppress(BEN)
    erase(store, indexer, [], tmp_path / "cache")
    assert store.every_mark() == [BY_ADA]
    assert store.evidence_of([ASKED.id]) == [KNOWN]
