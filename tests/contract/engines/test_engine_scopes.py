"""What every engine takes each filter to mean, on its own and with an audience."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from index.search_scope import Filters, Scope
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Engine

EVENING = datetime(2026, 3, 1, 23, 59, 59, 999_999, UTC)
POSTS = (
    replace(
        post("bread one", author="Éloïse Martin", posted_at=EVENING, audience="slack:C1"),
        id="slack:T1/C1/1", author_id="slack:T1/U1", source="kitchen",
    ),
    replace(
        post("bread two", author="A page", audience="slack:C1"),
        id="slack:T1/C1/1~page", author_id="slack:T1/U1", source="kitchen",
    ),
    replace(
        post("bread three", author="Martine", posted_at=datetime(2026, 3, 2, tzinfo=UTC)),
        id="slack:T1/C2/2", parent_id="slack:T1/C1/1", source="garden",
    ),
    post("bread four", "4", source="kitchen", author="eloise MARTIN"),
    post("bread five", "5", source="elsewhere", posted_at=datetime(2020, 1, 1, tzinfo=UTC)),
)  # fmt: skip
FIRST, PAGE, THREAD, NOTE, OLD = (each.id for each in POSTS)
CHANNEL = Filters(source="kitchen", channel="slack:T1/C1")


@pytest.fixture(autouse=True)
def _posts(engine: Engine) -> None:
    put(engine, *POSTS)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {FIRST, PAGE, THREAD, NOTE, OLD}),
        (Filters(author="martin"), {FIRST, NOTE}),
        (Filters(author="ELOISE"), {FIRST, NOTE}),
        (Filters(author="eloise martin", author_id="slack:T1/U1"), {FIRST, NOTE}),
        (Filters(author="nobody", author_id="slack:T1/U1"), {FIRST}),
        (Filters(source="Kitchen"), {FIRST, PAGE, NOTE}),
        (Filters(source="kitch"), set()),
        (CHANNEL, {FIRST, PAGE, THREAD, NOTE}),
        (Filters(channel="slack:T1/C1"), {FIRST, PAGE, THREAD}),
        (Filters(channel="slack:T1/C"), set()),
        (Filters(since=date(2026, 3, 1)), {FIRST, THREAD}),
        (Filters(until=date(2026, 3, 1)), {FIRST, OLD}),
        (Filters(since=date(2026, 3, 1), until=date(2026, 3, 1)), {FIRST}),
        (Filters(kind="comment"), {THREAD}),
        (Filters(kind="post", source="kitchen", author="eloise"), {FIRST, NOTE}),
    ],
)
def test_each_half_of_the_search_finds_what_a_filter_leaves(
    engine: Engine, tmp_path: Path, filters: Filters, found: set[str]
) -> None:
    model = engine.active_model()
    assert model is not None
    question = HashingEncoder().encode_question("bread")
    for audience in (None, frozenset({"everyone"})):
        scope = Scope(audience, filters)
        visible = {each.id for each in POSTS if each.id in found and _may_see(each.audience, scope)}
        near = engine.candidates(tmp_path / "cache").nearest(question, scope, model, 9)
        words = engine.best_matches([{"bread": 2.0}], scope, 9)
        for ids in (near, words, engine.within(range(9), scope)):
            assert {each.post_id for each in engine.passages(ids).values()} == visible


def _may_see(label: str, scope: Scope) -> bool:
    return scope.audience is None or label in scope.audience


def test_the_newest_posts_come_first_and_undated_ones_last(engine: Engine) -> None:
    everyone = frozenset({"everyone"})
    assert [each.id for each in engine.newest(everyone, 9)] == [OLD, NOTE]
    both = everyone | {"slack:C1"}
    assert [each.id for each in engine.newest(both, 2)] == [FIRST, OLD]
    assert engine.newest(frozenset(), 9) == []


def test_a_blank_name_is_nobody_s_and_an_account_has_what_it_passed_on(engine: Engine) -> None:
    assert engine.posts_by(author=" ") == engine.posts_by(source="") == []
    assert sorted(engine.posts_by(author_id="slack:T1/U1")) == [FIRST, PAGE]
    assert engine.posts_by(post=NOTE, audience=frozenset({"slack:C1"})) == []
