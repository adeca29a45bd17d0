"""What an engine must keep of which post answers which."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, get_args

import pytest

from index.engine.known_answers import PASSAGES
from index.posts import EVERYONE, EVIDENCE, STATED, Evidence, EvidenceKind, Mark
from index.search_scope import Filters, Scope
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.engine import Engine

QUESTION = post("Where do I hang the nets?", "1", author="Ada")
ANSWER = post("In the harbour, behind the crane.", "2", parent="1", author="Bob")
OTHER = post("In the shed.", "3", parent="1", author="Cleo")
PUBLIC = Scope(frozenset({EVERYONE}))


def evidence(kind: EvidenceKind, answer: str = "2") -> Evidence:
    return Evidence(QUESTION.id, f"notes:{answer}", kind)


def fill(engine: Engine, *stated: Evidence, audience: str = EVERYONE) -> None:
    put(engine, QUESTION, replace(ANSWER, audience=audience), OTHER)
    with engine.writing():
        engine.state_evidence(stated)


def test_an_answer_comes_with_its_passages_by_its_question(engine: Engine) -> None:
    fill(engine, evidence("thanked"))
    [found] = engine.answers_to([QUESTION.id, "notes:404"], PUBLIC)
    assert (found.evidence, found.post) == (evidence("thanked"), ANSWER)
    assert [each.text for each in found.passages] == [ANSWER.text]
    assert engine.answers_to([ANSWER.id], PUBLIC) == []
    assert engine.answers_to([], Scope()) == []


def test_the_first_passages_of_a_long_answer_come_in_order(engine: Engine) -> None:
    long = post("\n\n".join(f"{'net ' * 90}{number}." for number in range(9)), "2", parent="1")
    put(engine, QUESTION, long)
    with engine.writing():
        engine.state_evidence([evidence("accepted")])
    [found] = engine.answers_to([QUESTION.id], Scope())
    assert [each.ordinal for each in found.passages] == list(range(PASSAGES))


def test_the_strongest_evidence_comes_first_and_an_answer_comes_once(engine: Engine) -> None:
    assert get_args(EvidenceKind) == EVIDENCE
    fill(engine, evidence("replied", "3"), evidence("thanked"), evidence("marked"))
    found = engine.answers_to([QUESTION.id], Scope())
    assert [each.evidence for each in found] == [evidence("marked"), evidence("replied", "3")]
    assert engine.evidence_of([QUESTION.id]) == [
        evidence("marked"),
        evidence("thanked"),
        evidence("replied", "3"),
    ]


def test_of_answers_known_alike_the_earliest_comes_first_and_one_without_a_date_before(
    engine: Engine,
) -> None:
    noon = datetime(2026, 1, 15, 12, tzinfo=UTC)
    times = {"2": noon, "3": noon - timedelta(seconds=0.5), "4": None, "5": noon}
    put(
        engine,
        QUESTION,
        *(post(f"in shed {id_}", id_, parent="1", posted_at=at) for id_, at in times.items()),
    )
    with engine.writing():
        engine.state_evidence(evidence("replied", id_) for id_ in times)
    found = engine.answers_to([QUESTION.id], PUBLIC)
    assert [each.post.id for each in found] == ["notes:4", "notes:3", "notes:2", "notes:5"]


def test_all_questions_with_evidence_are_told_once_stored_or_not(engine: Engine) -> None:
    fill(engine, evidence("marked"), evidence("replied"), Evidence("a:404", OTHER.id, "accepted"))
    assert engine.every_question() == ["a:404", QUESTION.id]


def test_what_threads_tell_takes_the_place_of_what_they_told_but_not_of_what_is_stated(
    engine: Engine,
) -> None:
    fill(engine, *map(evidence, EVIDENCE))
    with engine.writing():
        engine.put_evidence([QUESTION.id], [evidence("below", "3")])
    left = [*map(evidence, STATED), evidence("below", "3")]
    assert engine.evidence_of([QUESTION.id]) == left


def test_what_is_stated_twice_is_taken_back_once(engine: Engine) -> None:
    fill(engine, evidence("marked"), evidence("marked"), evidence("accepted"))
    with engine.writing():
        engine.take_back_evidence([evidence("marked"), evidence("marked", "404")])
    assert engine.evidence_of([QUESTION.id]) == [evidence("accepted")]


@pytest.mark.parametrize("gone", [QUESTION.id, ANSWER.id])
def test_evidence_goes_with_either_post_and_does_not_come_back_with_it(
    engine: Engine, gone: str
) -> None:
    fill(engine, *map(evidence, EVIDENCE))
    with engine.writing():
        engine.remove([gone])
    assert engine.evidence_of([QUESTION.id]) == []
    put(engine, QUESTION, ANSWER)
    assert engine.answers_to([QUESTION.id], Scope()) == []


def test_evidence_stays_where_a_post_is_stored_again_or_spared(engine: Engine) -> None:
    fill(engine, evidence("marked"))
    put(engine, post("In the harbour.", "2", parent="1"))
    put(engine, post("Where do nets hang?", "1"))
    with engine.writing():
        engine.remove([QUESTION.id, ANSWER.id], spares="")
    assert engine.evidence_of([QUESTION.id]) == [evidence("marked")]


def test_nothing_is_seen_where_either_post_is_out_of_scope(engine: Engine) -> None:
    fill(engine, evidence("marked"), audience="slack:C1")
    both = Scope(frozenset({EVERYONE, "slack:C1"}))
    assert len(engine.answers_to([QUESTION.id], both)) == 1
    for scope in (PUBLIC, Scope(frozenset({"slack:C1"})), Scope(frozenset())):
        assert engine.answers_to([QUESTION.id], scope) == []
    assert engine.answers_to([QUESTION.id], Scope(None, Filters(kind="post"))) == []


def test_whether_a_post_is_accepted_is_known_of_it(engine: Engine) -> None:
    fill(engine, evidence("marked"), evidence("accepted", "3"))
    known = engine.known([ANSWER.id, OTHER.id])
    assert [known[each.id].is_accepted for each in (ANSWER, OTHER)] == [False, True]


def test_the_first_comments_are_found_by_their_post(engine: Engine) -> None:
    put(engine, QUESTION, ANSWER, OTHER, post("Thanks!", "4", parent="2"))
    ids = [QUESTION.id, ANSWER.id, OTHER.id]
    found = engine.replies_to(ids, 1)
    assert {id_: [each.id for each in own] for id_, own in found.items()} == {
        QUESTION.id: [ANSWER.id],
        ANSWER.id: ["notes:4"],
    }
    assert engine.replies_to(ids, 9)[QUESTION.id] == [ANSWER, OTHER]


def test_marks_are_found_by_message_account_and_standing_until_they_are_taken_back(
    engine: Engine,
) -> None:
    by_ada = Mark(QUESTION.id, ANSWER.id, "marked", "slack:T1/U1", "asker")
    trusted = Mark(QUESTION.id, ANSWER.id, "checked", "slack:T1/U2", "slack:T1/S1")
    solved = Mark(QUESTION.id, QUESTION.id, "solved", standing="tag")
    fill(engine)
    with engine.writing():
        engine.put_marks([trusted, by_ada, solved, by_ada])
    assert engine.marks_on([ANSWER.id, ANSWER.id]) == [by_ada, trusted]
    assert engine.marks_by(["slack:T1/U1"]) == [by_ada]
    assert engine.marks_by(["slack:T1/S1"]) == [trusted]
    assert {*engine.every_mark()} == {by_ada, trusted, solved}
    known = engine.known([QUESTION.id, ANSWER.id])
    assert [known[each].is_solved for each in (QUESTION.id, ANSWER.id)] == [True, False]
    with engine.writing():
        engine.remove_marks([by_ada])
        engine.remove([QUESTION.id])
    assert engine.every_mark() == []
