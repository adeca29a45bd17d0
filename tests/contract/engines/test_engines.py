"""What an engine must do; a second one is a parameter of `engine` (conftest.py) and no more."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from index.documents import Known
from index.posts import EVERYONE, FOLLOWED, Post
from index.search_scope import Filters, Scope
from index.text.parts.passages import SPLITTING
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.documents import Model
    from index.engine import Engine

EAST = timezone(timedelta(hours=5, minutes=30))
FULL = Post(
    "web:é 'quoted'", "web", "A text.\n\nwith \x00 and 👩‍👩‍👧", "Title", "Ada", "https://a.example",
    datetime(2026, 1, 15, 12, 0, 0, 5, EAST), "web:0", "slack:C1", "2 mois",
)  # fmt: skip
PUBLIC = Scope(frozenset({EVERYONE}))


def stems_of(engine: Engine, word: str, scope: Scope) -> set[str]:
    """Return the posts that hold a word."""
    found = engine.best_matches([{word: 1.0}], scope, 10)
    return {each.post_id for each in engine.passages(found).values()}


def model_of(engine: Engine) -> Model:
    model = engine.active_model()
    assert model is not None
    return model


def test_a_post_comes_back_as_it_was_stored(engine: Engine) -> None:
    put(engine, FULL, post("bare"))
    assert engine.posts([FULL.id, "notes:1", "notes:404"]) == {
        FULL.id: FULL,
        "notes:1": post("bare"),
    }
    assert list(engine.every_post()) == [FULL, post("bare")]


def test_what_is_known_of_a_post_is_its_fingerprint_and_origin(engine: Engine) -> None:
    put(engine, FULL, origin="/a.csv")
    assert engine.known([FULL.id, "web:404"]) == {
        FULL.id: Known(FULL.fingerprint, "/a.csv", FULL.audience, FULL.url)
    }


def test_a_passage_s_text_is_what_stands_between_its_offsets(engine: Engine) -> None:
    put(engine, post(f"{'🌻 long ' * 60}.\n\n{'été ' * 90}"))
    passages = engine.passages(range(100))
    text = engine.posts(["notes:1"])["notes:1"].text
    assert len(passages) == 2
    assert all(each.text == text[each.start : each.end] for each in passages.values())
    assert [each.ordinal for each in passages.values()] == [0, 1]


def test_passages_come_with_their_posts(engine: Engine) -> None:
    put(engine, post(f"{'a long ' * 100}.\n\n{'goat ' * 90}"), post("bread", "2"), FULL)
    ids = list(range(100))
    passages, posts = engine.passages_and_posts(ids, Scope())
    assert passages == engine.passages(ids)
    assert posts == engine.posts(["notes:1", "notes:2", FULL.id])
    assert engine.passages_and_posts([], Scope()) == ({}, {})


def test_comments_are_found_by_their_post_with_their_origin(engine: Engine) -> None:
    comment = post("second", "2", parent="1")
    put(engine, post("first"), comment, post("third", "3"), origin="/a.csv")
    assert engine.comments_on(["notes:1", "notes:404"]) == [(comment, "/a.csv")]


def test_passage_ids_are_never_used_again(engine: Engine) -> None:
    put(engine, post("first"))
    with engine.writing():
        engine.remove(["notes:1"])
    put(engine, post("second"))
    assert list(engine.passages(range(9))) == [2]


def test_a_move_changes_only_where_posts_come_from(engine: Engine) -> None:
    put(engine, post("first"), origin="/a.csv")
    with engine.writing():
        engine.move({"notes:1": "/b.csv"})
    assert engine.known(["notes:1"]) == {
        "notes:1": Known(post("first").fingerprint, "/b.csv", EVERYONE, None)
    }


def test_a_model_answers_nothing_until_it_is_made_active(engine: Engine) -> None:
    model = engine.add_model("a", 8)
    assert engine.active_model() is None
    engine.activate(model)
    assert engine.active_model() == model


def test_making_one_active_drops_every_other(engine: Engine) -> None:
    for name in "abc":
        engine.activate(engine.add_model(name, 8))
    assert [engine.unfinished_model(name) for name in "abc"] == [None, None, None]


def test_an_unfinished_model_is_found_by_its_name_and_an_active_one_is_not(engine: Engine) -> None:
    engine.activate(engine.add_model("a", 8))
    begun = engine.add_model("b", 8)
    assert engine.unfinished_model("b") == begun
    assert engine.unfinished_model("a") is None


def test_numbers_of_models_are_never_used_again(engine: Engine) -> None:
    numbers = []
    for name in "abc":
        model = engine.add_model(name, 8)
        engine.activate(model)
        numbers.append(model.number)
    assert numbers == sorted(set(numbers))


def test_an_older_splitting_is_told_from_the_present_one(engine: Engine) -> None:
    old = engine.add_model("a", 8, splitting=SPLITTING - 1)
    engine.activate(old)
    assert not old.is_split_as_now
    engine.mark_split_as_now()
    now = engine.active_model()
    assert now is not None
    assert now.is_split_as_now


def test_an_error_inside_a_transaction_leaves_everything_as_it_was(engine: Engine) -> None:
    def fail() -> None:
        with engine.writing():
            engine.remove(["notes:1"])
            raise KeyboardInterrupt

    put(engine, post("first"))
    with pytest.raises(KeyboardInterrupt):
        fail()
    assert "notes:1" in engine.posts(["notes:1"])


def test_a_post_stored_again_is_replaced_with_its_passages_and_words(engine: Engine) -> None:
    put(engine, post("bread"))
    put(engine, post("goats"))
    assert [each.text for each in engine.every_post()] == ["goats"]
    assert engine.totals(None) == (1, 1)
    assert engine.best_matches([{"bread": 1.0}], Scope(), 10) == {}


def test_what_is_removed_is_found_neither_by_words_nor_by_meaning(
    engine: Engine, tmp_path: Path
) -> None:
    put(engine, post("bread"), post("bread", "2"))
    candidates = engine.candidates(tmp_path / "cache")
    question = HashingEncoder().encode_question("bread")
    with engine.reading():
        assert len(candidates.nearest(question, Scope(), model_of(engine), 9)) == 2
    with engine.writing():
        engine.remove(["notes:1", "notes:404"])
    with engine.reading():
        nearest = candidates.nearest(question, Scope(), model_of(engine), 9)
    assert {each.post_id for each in engine.passages(nearest).values()} == {"notes:2"}
    assert stems_of(engine, "bread", Scope()) == {"notes:2"}


def test_removing_spares_the_posts_of_an_origin(engine: Engine) -> None:
    put(engine, post("told"), origin=FOLLOWED)
    put(engine, post("imported", "2"), origin="/a.csv")
    with engine.writing():
        engine.remove(["notes:1", "notes:2"], spares=FOLLOWED)
    assert engine.every_id() == ["notes:1"]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(), {"notes:1", "notes:2", "notes:3"}),
        (PUBLIC, {"notes:1", "notes:3"}),
        (Scope(frozenset()), set()),
        (Scope(None, Filters(author="ada")), {"notes:3"}),
        (Scope(PUBLIC.audience, Filters(kind="comment")), {"notes:3"}),
        (Scope(None, Filters(source="nowhere")), set()),
    ],
)
def test_only_what_is_in_scope_is_a_candidate(
    engine: Engine, tmp_path: Path, scope: Scope, found: set[str]
) -> None:
    put(
        engine,
        post("bread", "1"),
        post("bread", "2", audience="slack:C1"),
        post("bread", "3", author="Ada", parent="1"),
    )
    question = HashingEncoder().encode_question("bread")
    candidates = engine.candidates(tmp_path / "cache")
    with engine.reading():
        nearest = candidates.nearest(question, scope, model_of(engine), 9)
    assert {each.post_id for each in engine.passages(nearest).values()} == found
    near = candidates.cosines(question, [*nearest, 99], model_of(engine))
    assert near == pytest.approx(nearest, abs=0.01)
    passages, posts = engine.passages_and_posts(range(9), scope)
    assert passages.keys() == nearest.keys()
    assert posts.keys() == found
    assert {engine.passages([id_])[id_].post_id for id_ in engine.within(range(9), scope)} == found
    if scope.audience != frozenset():  # words are not even looked for
        assert stems_of(engine, "bread", scope) == found
    assert all(cosine == pytest.approx(1, abs=0.01) for cosine in nearest.values())


def test_words_and_passages_are_counted_within_an_audience(engine: Engine) -> None:
    put(engine, post("bread goats"), post("bread", "2", audience="slack:C1"))
    everywhere = engine.count_holding({"bread", "goat", "owl"})
    assert everywhere == {"bread": 2, "goat": 1, "owl": 0}
    within = engine.count_holding_within(everywhere, frozenset({"slack:C1"}))
    assert within == {"bread": 1, "goat": 0, "owl": 0}
    assert engine.totals(frozenset({"slack:C1"})) == (1, 2)


def test_an_audience_of_many_labels_is_counted_and_found_as_one_of_few(engine: Engine) -> None:
    put(engine, post("bread goats"), post("bread", "2", audience="slack:C1"))
    few = frozenset({"slack:C1"})
    many = few | {f"slack:X{number}" for number in range(100)}
    everywhere = engine.count_holding({"bread", "goat"})
    told = [engine.count_holding_within(everywhere, each) for each in (few, many)]
    assert told == [{"bread": 1, "goat": 0}] * 2
    for filters in (Filters(), Filters(kind="post")):
        few_, many_ = (
            engine.best_matches([{"bread": 2.0}], Scope(each, filters), 10) for each in (few, many)
        )
        assert few_ == many_
        assert len(many_) == 1


def test_a_word_counts_by_the_best_of_its_stems_and_words_together(engine: Engine) -> None:
    put(engine, post("bread pain", "1"), post("bread goat", "2"), post("pain net", "3"))
    (one, *_), two, three = (
        list(engine.best_matches(words, Scope(), 9).values())
        for words in (
            [{"bread": 2.0}],
            [{"bread": 2.0, "pain": 1.0}],
            [{"bread": 2.0}, {"goat": 2.0}],
        )
    )
    assert two == pytest.approx([one, one, one / 2])
    assert three == pytest.approx([2 * one, one])
    assert 0 < one < 2


def test_a_word_brings_more_where_it_stands_twice_and_in_a_short_passage(engine: Engine) -> None:
    put(
        engine,
        post("goat goat net", "1"),
        post("goat net net", "2"),
        post("goat " + "net " * 9, "3"),
    )
    found = engine.best_matches([{"goat": 1.0}], Scope(), 9)
    told = [engine.passages([id_])[id_].post_id for id_ in found]
    assert told == ["notes:1", "notes:2", "notes:3"]
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert len(engine.best_matches([{"goat": 1.0}], Scope(), 2)) == 2


def test_filters_leave_the_best_that_they_hold(engine: Engine) -> None:
    put(engine, *(post("goat " * (30 - n), f"{n}", author=f"Author {n % 3}") for n in range(30)))
    scope = Scope(None, Filters(author="author 2"))
    found = engine.best_matches([{"goat": 1.0}], scope, 4)
    assert [engine.passages([id_])[id_].post_id for id_ in found] == [
        "notes:2", "notes:5", "notes:8", "notes:11",
    ]  # fmt: skip


def test_the_candidates_keep_up_with_what_others_write(engine: Engine, tmp_path: Path) -> None:
    put(engine, post("bread"))
    question = HashingEncoder().encode_question("bread")
    candidates = engine.candidates(tmp_path / "cache")
    with engine.reading():
        candidates.catch_up(model_of(engine))
    before = engine.version()
    put(engine, post("bread", "2"))
    assert engine.version() != before
    for each in (candidates, engine.candidates(tmp_path / "cache")):
        with engine.reading():
            assert len(each.nearest(question, Scope(), model_of(engine), 9)) == 2
            assert each.totals(None) == (2, 2)
