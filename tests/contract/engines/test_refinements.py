"""What an engine must do with the vectors of a second model, which come little by little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.posts import EVERYONE
from index.search_scope import Filters, Scope
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import Model
    from index.engine import Engine

SECOND = HashingEncoder("second", 64)
LONG = "The oven is lit on Fridays, and whoever bakes brings wood. " * 60


def refine(engine: Engine, model: Model, ids: Sequence[int]) -> None:
    """Give passages the vectors of the second model."""
    texts = [each.text for each in engine.passages(ids).values()]
    engine.put_refined(model, ids, SECOND.encode_passages(texts).astype(np.float16))


def found(engine: Engine, model: Model, question: str, scope: Scope | None = None) -> set[str]:
    """Return the posts that the second vectors find."""
    candidates = engine.refined_candidates()
    with engine.reading():
        vector = SECOND.encode_question(question)
        nearest = candidates.nearest(vector, scope or Scope(), model, 9)
    return {each.post_id for each in engine.passages(nearest).values()}


def test_a_model_that_refines_stands_beside_the_one_that_answers(engine: Engine) -> None:
    put(engine, post("bread"))
    answering = engine.active_model()
    model = engine.begin_refining("second", 64)
    assert engine.begin_refining("second", 64) == engine.refining_model() == model
    assert engine.active_model() == answering
    assert engine.unfinished_model("second") is None


def test_another_model_that_answers_leaves_the_one_that_refines(engine: Engine) -> None:
    put(engine, post("bread"))
    model = engine.begin_refining("second", 64)
    refine(engine, model, [1])
    with engine.writing():
        engine.activate(engine.add_model("other", 256))
    assert engine.refining_model() == model
    assert engine.embedded(model) == (1, 1)


def test_another_model_that_refines_takes_the_place_of_the_first(engine: Engine) -> None:
    put(engine, post("bread"))
    first = engine.begin_refining("second", 64)
    refine(engine, first, [1])
    third = engine.begin_refining("third", 64)
    assert engine.refining_model() == third
    assert engine.embedded(first) == (0, 1)
    engine.end_refining()
    assert engine.refining_model() is None


def test_what_is_not_refined_is_told_newest_first_and_beginnings_alone(engine: Engine) -> None:
    put(engine, post(LONG), post(LONG, "2"))
    model = engine.begin_refining("second", 64)
    every = engine.unrefined(model, 99)
    assert every == sorted(every, reverse=True)
    assert len(every) > 4
    ordinals = engine.passages(engine.unrefined(model, 99, first=1)).values()
    assert [(each.post_id, each.ordinal) for each in ordinals] == [("notes:1", 0), ("notes:2", 0)]
    assert engine.unrefined(model, 2, older=every[0]) == every[1:3]
    assert engine.unrefined(model, 99, newer=every[2]) == every[:2]
    refine(engine, model, [every[0]])
    assert engine.unrefined(model, 1) == [every[1]]
    assert engine.unrefined_of(["notes:1", "notes:404"], model) == [
        each for each in sorted(every) if engine.passages([each])[each].post_id == "notes:1"
    ]


def test_refining_does_not_make_the_posts_newer(engine: Engine) -> None:
    put(engine, post("bread"))
    before = engine.version(), engine.statistics().changed_at
    refine(engine, engine.begin_refining("second", 64), [1])
    assert (engine.version(), engine.statistics().changed_at) == before


def test_what_was_removed_meanwhile_and_what_is_refined_is_passed_over(engine: Engine) -> None:
    put(engine, post("bread"), post("goats", "2"))
    model = engine.begin_refining("second", 64)
    vectors = SECOND.encode_passages(["bread", "goats", "owls"]).astype(np.float16)
    engine.put_refined(model, [1, 404], vectors[:2])
    engine.put_refined(model, [1, 2], vectors[1:])
    assert engine.embedded(model) == (2, 2)
    assert found(engine, model, "bread", Scope(None, Filters())) == {"notes:1", "notes:2"}
    candidates = engine.refined_candidates()
    with engine.reading():
        cosines = candidates.cosines_of(vectors[0].astype(np.float32), ["notes:1"], model, 9)
    assert cosines == {"notes:1": [pytest.approx(1, abs=0.01)]}


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        (Scope(), {"notes:1", "notes:2", "notes:3"}),
        (Scope(frozenset({EVERYONE})), {"notes:1", "notes:3"}),
        (Scope(frozenset()), set()),
        (Scope(None, Filters(author="ada")), {"notes:3"}),
        (Scope(frozenset({"slack:C1"}), Filters(author="ada")), set()),
    ],
)
def test_second_vectors_find_only_what_is_in_scope(
    engine: Engine, scope: Scope, ids: set[str]
) -> None:
    put(
        engine,
        post("bread", "1"),
        post("bread", "2", audience="slack:C1"),
        post("bread", "3", author="Ada"),
    )
    model = engine.begin_refining("second", 64)
    refine(engine, model, [1, 2, 3])
    assert found(engine, model, "bread", scope) == ids


def test_second_vectors_follow_edits_removals_and_other_readers(engine: Engine) -> None:
    put(engine, post("bread"), post("goats", "2"), post("owls", "3"))
    model = engine.begin_refining("second", 64)
    candidates = engine.refined_candidates()
    question = SECOND.encode_question("bread goats owls wolves")
    refine(engine, model, [1])
    with engine.reading():
        assert set(candidates.nearest(question, Scope(), model, 9)) == {1}
    refine(engine, model, [3, 2])
    with engine.reading():
        assert set(candidates.nearest(question, Scope(), model, 9)) == {1, 2, 3}
    put(engine, post("wolves"), post("goats", "2", audience="slack:C1"))
    with engine.writing():
        engine.remove(["notes:3"])
    with engine.reading():
        assert candidates.nearest(question, Scope(), model, 9) == {}
    assert engine.embedded(model) == (0, 2)
    refine(engine, model, engine.unrefined(model, 9))
    public = Scope(frozenset({EVERYONE}))
    with engine.reading():
        nearest = candidates.nearest(question, public, model, 9)
    assert {each.text for each in engine.passages(nearest).values()} == {"wolves"}


def test_passages_without_a_second_vector_are_told_as_such(engine: Engine) -> None:
    put(engine, post(LONG))
    model = engine.begin_refining("second", 64)
    refine(engine, model, [2])
    with engine.reading():
        cosines = engine.refined_candidates().cosines_of(
            SECOND.encode_question("oven"), ["notes:1"], model, 3
        )
    assert [each is None for each in cosines["notes:1"]] == [True, False, True]
