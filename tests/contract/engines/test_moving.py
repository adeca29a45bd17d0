"""Everything is copied from any engine to any other, whatever happens on the way."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.errors import UnavailableError
from index.error_sentences import verbatim
from index.errors import IndexMismatch
from index.ingest import moving
from index.ingest.moving import move
from index.posts import FOLLOWED, Evidence, Mark
from index.search_scope import Scope
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.engines import KeptInFile, KeptOnServer
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.engine import Engine
    from tests.fakes.index.engines import Kept

LONG = "The oven is lit on Fridays, and whoever bakes brings wood. " * 60
LINE = replace(post("and then the yeast was gone", audience="slack:C1"), id="slack:T1/C1/2.1")
NAMES = ("sqlite", "postgres")
ANSWERED = (
    Evidence("notes:1", "notes:2", "accepted"),
    Evidence("notes:1", "notes:2", "marked"),
    Evidence("notes:404", LINE.id, "accepted"),
)
"""What is known of answers: of one in two ways, and of one whose question is not stored."""
SECOND = HashingEncoder("second", 64)


@pytest.fixture(params=product(NAMES, NAMES), ids="-".join)
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Kept]]:
    """A database of an engine with posts, and where they are to be."""
    with ExitStack() as stack:
        found: list[Kept] = []
        for number, name in enumerate(request.param):
            if name == "sqlite":
                found.append(KeptInFile(tmp_path / str(number) / "pullquote.db"))
            else:
                server = request.getfixturevalue("postgres")
                database = KeptOnServer(server, server.make_database())
                stack.callback(database.storage.close)
                found.append(database)
        with closing(found[0].storage.open(create=True)) as engine:
            fill(engine)
        yield found


def fill(engine: Engine) -> None:
    """Store all that there may be."""
    put(engine, post(LONG, author="Ada"), post("\0 and goats", "2"), origin="/a.csv")
    put(engine, replace(LINE, id="slack:T1/C1/2.0"), LINE, origin=FOLLOWED)
    engine.suppress("slack:T1/U9", "notes:404")
    engine.mark_deleted(["slack:T1/C1/7"])
    engine.note_titles({"slack:T1/C1/7/": "slack:T1/U1"})
    engine.note("scale", "1")
    with engine.writing():
        engine.state_evidence(ANSWERED)
        engine.put_marks([Mark("notes:1", "notes:2", "marked", "slack:T1/U1", "asker")])
    model = engine.begin_refining("second", 64)
    (first, *_) = engine.unrefined_of(["notes:2"], model)
    engine.put_refined(model, [first], SECOND.encode_passages(["goats"]).astype(np.float16))


def opened(kept: Kept) -> closing[Engine]:
    return closing(kept.storage.open(create=True))


def same(here: Kept, there: Kept) -> None:
    """Fail unless both answer alike and are whole."""
    assert there.storage.problem() == ""
    question = HashingEncoder().encode_question("goats and yeast")
    with opened(here) as first, opened(there) as second:
        assert list(first.every_post()) == list(second.every_post())
        assert first.known(first.every_id()) == second.known(second.every_id())
        assert second.suppressed_among(["slack:T1/U9"]) == {"slack:T1/U9"}
        assert second.deleted_at_source(["slack:T1/C1/7"]) == {"slack:T1/C1/7"}
        assert second.titled_by(["slack:T1/U1"]) == first.titled_by(["slack:T1/U1"])
        assert second.every_title() == first.every_title()
        questions = first.every_question()
        assert second.every_question() == questions
        assert second.evidence_of(questions) == first.evidence_of(questions)
        assert second.noted("scale") == "1"
        assert second.noted(moving.BEGUN) is None
        found = []
        for engine in (first, second):
            model, refining = engine.active_model(), engine.refining_model()
            assert model is not None
            assert refining is not None
            assert engine.embedded(refining)[0] == 1
            near = engine.refined_candidates().nearest(question[:64] + 1, Scope(), refining, 9)
            texts = {each.text for each in engine.passages(near).values()}
            words = engine.best_matches([{"goat": 2.0}, {"yeast": 1.0}], Scope(), 9)
            found.append((texts, [round(each, 6) for each in words.values()]))
        assert found[0] == found[1]


def test_everything_is_there_and_nothing_is_copied_twice(pair: list[Kept]) -> None:
    here, there = pair
    with opened(here) as source, opened(there) as target:
        assert move(source, target) == 4
        before = target.version()
    same(here, there)
    with opened(there) as target:
        assert target.version() == before
        assert {*target.evidence_of(["notes:1", "notes:404"])} == {*ANSWERED}


def test_a_copying_that_was_killed_is_gone_on_with(
    pair: list[Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    monkeypatch.setattr(moving, "BATCH", 1)

    def killed(done: int, of: int) -> None:
        assert of == 4
        if done == 2:
            raise KeyboardInterrupt

    with opened(here) as source, opened(there) as target:
        with pytest.raises(KeyboardInterrupt):
            move(source, target, progress=killed)
        assert len(target.every_id()) == 2
        before = target.version()
        with source.writing():  # what was copied goes, and another comes
            source.remove(["notes:1"])
        put(source, post("owls", "3"))
        assert move(source, target) == 4
        assert target.version()[0] - before[0] == 3
    same(here, there)


def test_what_is_copied_along_is_done_before_the_target_counts_as_filled(pair: list[Kept]) -> None:
    here, there = pair
    told: list[tuple[bool, int]] = []

    @contextmanager
    def along(goes_on: bool) -> Iterator[None]:
        told.append((goes_on, len(target.every_id())))
        yield
        if len(told) == 1:
            raise KeyboardInterrupt

    with opened(here) as source, opened(there) as target:
        with pytest.raises(KeyboardInterrupt):
            move(source, target, along=along)
        assert move(source, target, along=along) == 4
        assert told == [(False, 0), (True, 4)]
        with pytest.raises(IndexMismatch, match="holds posts already"):
            move(source, target, along=along)
    assert len(told) == 2
    same(here, there)


def test_where_what_is_copied_along_is_refused_nothing_is_begun(pair: list[Kept]) -> None:
    here, there = pair
    told: list[bool] = []

    @contextmanager
    def along(goes_on: bool) -> Iterator[None]:
        told.append(goes_on)
        yield from ()
        raise UnavailableError(verbatim("it holds a ledger"))

    with opened(here) as source, opened(there) as target:
        for _ in range(2):
            with pytest.raises(UnavailableError):
                move(source, target, along=along)
    assert told == [False, False]


def test_what_is_no_longer_told_of_answers_is_not_there_either(
    pair: list[Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    with opened(here) as source, opened(there) as target:
        with monkeypatch.context() as patch:
            patch.setattr(moving, "BATCH", 1)
            patch.setattr(moving, "_copy_notes", _killed)
            with pytest.raises(KeyboardInterrupt):
                move(source, target)
        assert {*target.evidence_of(["notes:1", "notes:404"])} == {*ANSWERED}
        before = target.version()
        with source.writing():
            source.take_back_evidence(ANSWERED[1:])
        assert move(source, target) == 4
        assert target.version() == before
    same(here, there)


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_answers_that_are_not_the_same_in_the_end_are_told(
    pair: list[Kept], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    monkeypatch.setattr(moving, "_copy_evidence", lambda *_: None)
    with opened(here) as source, opened(there) as target:
        with source.writing():
            source.take_back_evidence(ANSWERED)
            source.state_evidence([ANSWERED[1]])
        with pytest.raises(IndexMismatch, match="have not the same answered questions"):
            move(source, target)


def test_what_is_written_meanwhile_is_copied_too(pair: list[Kept]) -> None:
    here, there = pair
    left = [post("later", "9")]

    def write(*_: int) -> None:
        if left:
            with opened(here) as other:
                put(other, left.pop())

    with opened(here) as source, opened(there) as target:
        assert move(source, target, progress=write) == 5
    same(here, there)


def test_a_database_with_other_posts_is_left_alone(pair: list[Kept]) -> None:
    here, there = pair
    with opened(here) as source, opened(there) as target:
        put(target, post("owls", "3"))
        with pytest.raises(IndexMismatch, match="holds posts already: name an empty database"):
            move(source, target)
        assert target.every_id() == ["notes:3"]


def test_posts_that_older_rules_split_are_to_be_split_again_first(pair: list[Kept]) -> None:
    here, there = pair
    with opened(here) as source, opened(there) as target:
        model = source.active_model()
        assert model is not None
        source.activate(source.add_model("old", 8, splitting=model.splitting - 1))
        with pytest.raises(IndexMismatch, match="run `pullquote reindex` first"):
            move(source, target)
