"""What a reader may not see changes nothing of what the reader is told."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.store import Store
from tests.fakes.examples import at_most
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Hit, Post

READERS = ["everyone", "slack:T1/C1"]
HIDDEN = [f"slack:T1/H{number}" for number in range(3)]
QUESTIONS = ["when is the oven lit?", "goats and nets", "bread oven goat net"]

texts = st.lists(
    st.sampled_from(["oven", "goat", "net", "bread", "lit", "the", "school", "on Fridays."]),
    min_size=1,
    max_size=12,
).map(" ".join)
seen_posts = st.lists(
    st.builds(post, texts, st.integers(0, 9).map(str), audience=st.sampled_from(READERS)),
    min_size=1,
    max_size=8,
    unique_by=lambda each: each.id,
)
# Long ones and short ones, posts and comments on what is seen.
hidden_posts = st.lists(
    st.builds(
        post,
        st.tuples(texts, st.integers(1, 30)).map(lambda both: f"{both[0]} " * both[1]),
        st.integers(0, 99).map("h{}".format),
        parent=st.none() | st.integers(0, 9).map(str),
        audience=st.sampled_from(HIDDEN),
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda each: each.id,
)


def told(imports: Sequence[Sequence[Post]], removed: Sequence[Post]) -> list[list[Hit]]:
    """Return what readers are told after these imports, and after some posts were removed."""
    answers = []
    with (
        TemporaryDirectory() as folder,
        closing(Store.open(Path(folder) / "p.db", create=True, clock=utc_now)) as store,
    ):
        store.connection.execute("PRAGMA synchronous = OFF")  # a disk takes most of the time here
        indexer = Indexer(store, lambda _: HashingEncoder(dimension=64), "hashing")
        search = Search(store, lambda _: HashingEncoder(dimension=64), store.path.with_name("no"))
        scope = Scope(frozenset(READERS))
        for posts in imports:
            indexer.import_posts([GivenPosts([*posts])])
            search.search(QUESTIONS[0], scope, 1)
        indexer.remove([each.id for each in removed])
        for question in QUESTIONS:
            hits = search.search(question, scope, 20)
            # Nobody is told the number of a passage.
            bare = [replace(hit, passage=replace(hit.passage, id=0)) for hit in hits]
            answers.append(bare)
    return answers


@pytest.mark.slow
@settings(max_examples=at_most(25))
@given(seen_posts, hidden_posts, hidden_posts, st.integers(0, 40))
def test_no_number_of_hidden_posts_changes_a_score_or_an_answer(
    seen: list[Post], before: list[Post], after: list[Post], removed: int
) -> None:
    alone = told([seen], [])
    assert any(alone)
    assert told([before, seen, after], [*before, *after][:removed]) == alone
