from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.posts import Post
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from index.engine.vectors import Candidates


NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)

# A history: each step stores a new state of a file, removes a post, or asks a question.
WORDS = ["oven", "goat", "net", "café", "C++", "👉 late", "fridays", "the", "Long. " * 200]
NAMES = ["1", "2", "3", "4", "5"]
written = st.builds(
    post,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(NAMES),
    title=st.sampled_from(["", "Bread", "Cheese"]),
    author=st.sampled_from([None, "Ada"]),
    parent=st.sampled_from([None, "1", "2"]),
    audience=st.sampled_from(["everyone", "slack:C1"]),
)
# A chat's: short lines, some of which are found by those before them.
said = st.builds(
    lambda text, at, thread, audience: Post(
        f"slack:T1/C1/{at}", "#oven", text, posted_at=NOON + timedelta(minutes=at),
        parent_id=thread, audience=audience,
    ),
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=4).map(" ".join),
    st.integers(1, 9),
    st.sampled_from([None, None, "slack:T1/C1/1"]),
    st.sampled_from(["everyone", "slack:C1", "slack:C1"]),
)  # fmt: skip


def histories(posts: SearchStrategy[Post]) -> SearchStrategy[list[list[Post] | str]]:
    states = st.lists(posts, max_size=9, unique_by=lambda each: each.id)
    return st.lists(states | posts.map(lambda each: each.id), min_size=1, max_size=5)


def everything(store: Store, search: Search, candidates: Candidates) -> dict[str, Any]:
    """Return all that can be told of an index but for the numbers it gave."""
    query = store.connection.execute
    query("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    passages = query(
        'SELECT posts.id, ordinal, start, "end", title_words, text_words, vector'
        " FROM passages JOIN posts ON posts.number = post JOIN vectors ON passage = passages.id"
    ).fetchall()
    return {
        "posts": {each.id: each for each in store.every_post()},
        "passages": sorted(passages),
        "words": query("SELECT * FROM words_in_use ORDER BY term").fetchall(),
        "orphans": query(
            "SELECT (SELECT count(*) FROM vectors) - (SELECT count(*) FROM passages)"
        ).fetchone(),
        "hits": {question: found(search, question) for question in ("goat", "bread", "Café?")},
        "held": held(store, candidates),
    }


def found(search: Search, question: str) -> dict[str, float]:
    hits = search.search(question, Scope(frozenset({"everyone"})), 50)
    return {hit.post.id: round(hit.score, 4) for hit in hits}


def held(store: Store, candidates: Candidates) -> int:
    """Return how many vectors are in memory, after what was written last."""
    if model := store.active_model():
        candidates.catch_up(model)
    return candidates.totals(None).all


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(histories(written) | histories(said))
def test_any_history_ends_in_the_state_of_a_fresh_import(steps: list[list[Post] | str]) -> None:
    def open_encoder(_: str) -> HashingEncoder:
        return HashingEncoder(dimension=64)

    states = []
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        with closing(Store.open(Path(first) / "a.db", create=True, clock=utc_now)) as store:
            indexer = Indexer(store, open_encoder, "hashing")
            search = Search(store, open_encoder, Path(first) / "cache")
            candidates = store.candidates(Path(first) / "cache")
            for step in steps:
                if isinstance(step, str):
                    indexer.remove([step])
                else:
                    indexer.import_posts([GivenPosts(step, "/file")], within=["/file"])
                found(search, "goat")
                held(store, candidates)
            final = list(store.every_post())
            states.append(everything(store, search, candidates))
        with closing(Store.open(Path(second) / "a.db", create=True, clock=utc_now)) as store:
            search = Search(store, open_encoder, Path(second) / "cache")
            candidates = store.candidates(Path(second) / "cache")
            Indexer(store, open_encoder, "hashing").import_posts([GivenPosts(final)])
            states.append(everything(store, search, candidates))
    assert states[0] == states[1]
