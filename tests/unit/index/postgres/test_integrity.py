from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.posts import Evidence
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.postgres.store import Store
    from tests.fakes.index.engines import KeptOnServer

DAMAGE = {
    "DELETE FROM passages": "posts have no passages",
    "UPDATE passages SET ordinal = ordinal + 1": "out of order",
    'UPDATE passages SET start = "end"': "begin behind their end",
    "UPDATE passages SET label = label + 1": "labelled for others than their post",
    "UPDATE vectors SET label = label + 1": "labelled for others than their passage",
    "DELETE FROM vectors": "passages have no vector",
    "UPDATE vectors SET vector = '[1,0]'": "not the length of their model",
    "UPDATE vectors SET vector = (vector::vector + vector::vector)::halfvec": "that a model makes",
    "DELETE FROM postings WHERE word = 'bread'": "words are not those of the passages",
    "UPDATE postings SET word = 'owl' WHERE word = 'goat'": "words are not those of the passages",
    "UPDATE word_counts SET passages = 9": "counts of words",
    "UPDATE labels SET length = length + 1": "labels do not count",
    "UPDATE evidence SET rank = 9": "known in no way that there is",
    "INSERT INTO evidence SELECT * FROM evidence": "answers are known twice",
    "UPDATE numbers SET passages = 1": "may be given out again",
    "UPDATE posts SET text = 'other'": "the post 'notes:1' is not as it was stored",
    "UPDATE posts SET source = 'a:b'": "the post 'notes:1' is not as it was stored",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_what_is_not_as_it_was_stored_is_named(kept: KeptOnServer, statement: str) -> None:
    with closing(kept.storage.open(create=True)) as store:
        put(store, post("bread and goats"), post("goats", "2"))
        with store.writing():
            store.state_evidence([Evidence("notes:1", "notes:2", "marked")])
        assert kept.storage.problem() == ""
        store.change(statement)
    found = kept.storage.problem()
    assert DAMAGE[statement] in found
    assert kept.name in found
    assert "restore the server's own backup" in found


def test_an_empty_database_is_whole(store: Store, kept: KeptOnServer) -> None:
    assert store.every_id() == []
    assert kept.storage.problem() == ""
