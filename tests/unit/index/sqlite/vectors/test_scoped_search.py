"""What a filter holds is found as a comparison with all of it would, at the price of a part."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clock import utc_now
from index.posts import EVERYONE, Post
from index.search_scope import Filters, Scope
from index.sqlite.store import Store
from index.sqlite.vectors import scoped_search
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.documents import Model
    from index.sqlite.vectors.candidates import Candidates
    from index.sqlite.vectors.refined_candidates import RefinedCandidates

WORDS = "bread goats owls nets oven harbour school bicycles wolves flour".split()
FIRST = datetime(2024, 1, 1, 12, tzinfo=UTC)
SECOND = HashingEncoder("second", 64)
NEW_YEAR = date(2024, 1, 1)


def said(number: int, text: str = "", audience: str = EVERYONE) -> Post:
    """Return one of many posts: two of three are no comments, a day later each."""
    text = text or " ".join(WORDS[number * step % 10] for step in (1, 3, 7)) + f" {number}"
    return post(
        text,
        str(number),
        author=("Ada", "Bo", None)[number % 3],
        posted_at=FIRST + timedelta(days=number),
        parent="0" if number % 3 == 1 else None,
        audience=audience,
    )


class Place(NamedTuple):
    store: Store
    first: Candidates
    second: RefinedCandidates
    models: tuple[Model, Model]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Posts of which some were removed and edited since their vectors were read."""
    folder = tmp_path_factory.mktemp("scopes")
    with closing(Store.open(folder / "pullquote.db", create=True, clock=utc_now)) as store:
        labels = (EVERYONE, EVERYONE, "slack:T1/C1", EVERYONE, "slack:T1/C2")
        put(store, *(said(number, "", labels[number % 5]) for number in range(300)))
        answering, refining = store.active_model(), store.begin_refining("second", 64)
        assert answering is not None
        first, second = store.candidates(folder / "cache"), store.refined_candidates()
        refine(store, refining)
        with store.reading():
            first.catch_up(answering)
            second.nearest(SECOND.encode_question("bread"), Scope(), refining, 1)
        with store.writing():
            store.remove([f"notes:{number}" for number in range(0, 300, 7)])
        put(store, *(said(number, "owls bread", "slack:T1/C1") for number in range(5, 60, 5)))
        refine(store, refining)
        yield Place(store, first, second, (answering, refining))


def refine(store: Store, model: Model) -> None:
    """Give every passage that has none a second vector."""
    ids = store.unrefined(model, 999)
    texts = [each.text for each in store.passages(ids).values()]
    store.put_refined(model, ids, SECOND.encode_passages(texts).astype(np.float16))


def is_in(one: Post, scope: Scope) -> bool:
    """Say what the database is asked, in Python."""
    wanted, day = scope.filters, one.posted_at and one.posted_at.date()
    assert day is not None
    return (
        (scope.audience is None or one.audience in scope.audience)
        and (wanted.author is None or wanted.author == one.author)
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and (wanted.kind is None or (wanted.kind == "comment") == (one.parent_id is not None))
    )


days = st.none() | st.dates(NEW_YEAR, NEW_YEAR + timedelta(days=310))
filters = st.builds(
    Filters,
    author=st.sampled_from([None, None, "Ada", "Bo", "Nobody"]),
    since=days,
    until=days,
    kind=st.sampled_from([None, "post", "comment"]),
)
some = st.frozensets(st.sampled_from([EVERYONE, "slack:T1/C1", "slack:T1/C2"]))
questions = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@given(st.builds(Scope, st.none() | some, filters), questions, st.integers(1, 12))
def test_the_nearest_in_scope_are_those_of_a_comparison_with_all(
    place: Place, scope: Scope, asked: str, count: int
) -> None:
    posts = {each.id: each for each in place.store.every_post()}
    with pytest.MonkeyPatch.context() as patch, place.store.reading():
        patch.setattr(scoped_search, "FEW", 10)
        patch.setattr(scoped_search, "ROUNDS", (2, 8))
        each_way: tuple[tuple[Candidates | RefinedCandidates, HashingEncoder], ...] = (
            (place.first, HashingEncoder()),
            (place.second, SECOND),
        )
        for (candidates, encoder), model in zip(each_way, place.models, strict=True):
            question = encoder.encode_question(asked)
            every = candidates.nearest(question, Scope(), model, 999)
            passages = place.store.passages(every)
            assert len(every) == len(posts)
            within = {
                id_: each
                for id_, each in every.items()
                if is_in(posts[passages[id_].post_id], scope)
            }
            found = candidates.nearest(question, scope, model, count)
            # Of those that 8 bits cannot tell apart, either may be the last one found.
            assert list(found.values()) == pytest.approx(list(within.values())[:count], abs=0.01)
            assert found == {id_: pytest.approx(within[id_], abs=1e-6) for id_ in found}


def named(place: Place, scope: Scope, asked: str, count: int = 5) -> Counter[int]:
    """Return with what limits the passages of a scope were asked for, and how often."""
    asked_for: list[str] = []
    place.store.connection.set_trace_callback(asked_for.append)
    with place.store.reading():
        question = HashingEncoder().encode_question(asked)
        assert place.first.nearest(question, scope, place.models[0], count)
    place.store.connection.set_trace_callback(None)
    limits = [sql.rpartition(" LIMIT ")[2] for sql in asked_for if "FROM posts CROSS JOIN" in sql]
    return Counter(map(int, limits))


@pytest.mark.parametrize(
    ("filters", "limits"),
    [
        (Filters(), {}),
        (Filters(kind="post"), {11: 1}),
        (Filters(since=NEW_YEAR), {11: 1}),
        (Filters(since=NEW_YEAR + timedelta(days=295)), {11: 1}),
    ],
)
@pytest.mark.parametrize("audience", [None, frozenset({EVERYONE, "slack:T1/C1"})])
def test_never_more_than_a_few_passages_of_a_scope_are_named(
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
    filters: Filters,
    limits: dict[int, int],
    audience: frozenset[str] | None,
) -> None:
    monkeypatch.setattr(scoped_search, "FEW", 10)
    assert named(place, Scope(audience, filters), "bread") == limits


def test_all_are_named_of_a_scope_that_is_far_from_the_question(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoped_search, "FEW", 10)
    monkeypatch.setattr(scoped_search, "ROUNDS", (1, 2))
    # Nothing is like the question, and of equals the oldest come first.
    late = Scope(None, Filters(since=NEW_YEAR + timedelta(days=200)))
    assert named(place, late, "zeppelin") == {11: 1, -1: 1}


def test_none_are_named_where_every_vector_was_looked_at(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoped_search, "FEW", 10)
    last = Scope(None, Filters(since=NEW_YEAR + timedelta(days=280)))
    assert named(place, last, "bread", 99) == {11: 1}
