from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from adapters.chat.cards import corrected_card
from adapters.chat.wording import ENGLISH
from bot.corrections.restatement import (
    RemovedExcerpt,
    citations_of,
    is_stale,
    looks_the_same,
    revised,
)
from bot.ledger.questions.answers import PostedAnswer
from bot.question_and_answer import Excerpt
from bot.questions.quoting.post_references import citation
from index.documents import Known
from index.posts import EVERYONE, Answered
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.corrections.restatement import RevisedAnswer
    from index.posts import Post

HIT = hit(("Goats graze behind the school.", 0.9), confidence=0.4, title="Goats")
ANSWER = answered(asked(), HIT)
POSTED = PostedAnswer("m1", "q1", "test:U1", 1, False, citations_of(ANSWER))
EDITED = replace(HIT.post, text="Sheep graze behind the school.")


def test_an_unsure_quote_goes_when_its_post_changes_although_its_title_stays() -> None:
    known = Known(EDITED.fingerprint, "", EDITED.audience, None)
    assert [each.text for each in ANSWER.unsure] == ["Goats graze behind the school."]
    assert is_stale(POSTED, {EDITED.id: known})
    again = revised(POSTED, None, {EDITED.id: EDITED}, {EDITED.audience})
    assert not looks_the_same(POSTED, again)
    card = corrected_card(again, ENGLISH)
    assert card.quotes == ()
    assert [each.title for each in card.pointers] == ["Goats"]


QUESTION = post("Where do the goats graze?", "q", author="Bob", audience="slack:C1")
BELOW = replace(
    hit(("Goats graze behind the school.", 0.9), name="a"), answered=Answered(QUESTION, "marked")
)
BOTH = {EVERYONE, "slack:C1"}


def restated(*posts: Post, audience: set[str] = BOTH) -> RevisedAnswer:
    answer = answered(asked(), BELOW)
    posted = PostedAnswer("m1", "q1", "test:U1", 1, False, citations_of(answer))
    assert posted.posts == (QUESTION.id, BELOW.post.id)
    known = {
        each.id: Known(each.fingerprint, "", each.audience, None) for each in (BELOW.post, *posts)
    }
    again = revised(posted, None, {each.id: each for each in (BELOW.post, *posts)}, audience)
    is_same = looks_the_same(posted, again)
    assert is_stale(posted, known) or audience != BOTH or is_same
    assert again.is_corrected is not is_same
    return again


def question_above(answer: RevisedAnswer) -> str:
    [quote] = answer.quotes
    assert isinstance(quote, Excerpt)
    assert quote.text == BELOW.post.text
    return quote.asked.title if quote.asked else ""


def test_the_question_above_a_quote_is_cited_and_stays_as_long_as_it_is_stored() -> None:
    assert question_above(restated(QUESTION)) == QUESTION.text


def test_it_goes_with_its_post_and_the_quote_stays() -> None:
    assert question_above(restated()) == ""


def test_it_goes_where_a_reader_may_not_see_it() -> None:
    assert question_above(restated(QUESTION, audience={EVERYONE})) == ""


def test_it_changes_with_its_post() -> None:
    edited = replace(QUESTION, text="Where do the sheep graze?")
    assert question_above(restated(edited)) == edited.text


def test_above_an_unsure_quote_stands_no_question() -> None:
    unsure = replace(HIT, answered=Answered(QUESTION, "marked"))
    answer = answered(asked(), unsure)
    assert [each.asked for each in answer.unsure] == [None]
    assert [each.post for each in citations_of(answer)] == [HIT.post.id]


def test_what_is_left_out_is_not_named_as_a_question_either() -> None:
    answer = answered(asked(), BELOW)
    assert [each.asked is None for each in answer.excerpts] == [False]
    left = answer.leaving_out([QUESTION.id])
    assert [(each.asked, each.answered_by) for each in left.excerpts] == [(None, None)]


def test_what_is_newer_is_cited_and_stays_as_long_as_it_is_stored() -> None:
    old = hit(
        ("Goats graze behind the school.", 0.9),
        name="a",
        posted_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    new = hit(
        ("Goats are sold by now, all of them.", 0.2),
        name="b",
        posted_at=datetime(2024, 2, 1, tzinfo=UTC),
    )
    answer = answered(asked(), old, new)
    assert [each.post_id for each in answer.newer] == [new.post.id]
    posted = PostedAnswer("m1", "q1", "test:U1", 1, False, citations_of(answer))
    assert len({each.number for each in posted.cited}) == len(posted.cited) == 2
    both = {each.post.id: each.post for each in (old, new)}
    again = revised(posted, None, both, {EVERYONE})
    assert looks_the_same(posted, again)
    assert again.cited == posted.cited
    card = corrected_card(again, ENGLISH)
    assert card.notes == (ENGLISH.answering["newer.still"],)
    assert [each.credit.posted_at for each in card.pointers] == [new.post.posted_at]
    alone = revised(posted, None, {old.post.id: old.post}, {EVERYONE})
    assert corrected_card(alone, ENGLISH).pointers == ()
    assert [each.post_id for each in answer.leaving_out([new.post.id]).newer] == []


WRITTEN = post("Goats graze behind the school. Come and see!", "w", author="Bob")


def left_of(id_: str, text: str) -> Excerpt | RemovedExcerpt:
    """Return what an answer shows of a post with this id whose text is another one now."""
    before = replace(WRITTEN, id=id_)
    place = citation(1, before)
    quoted = Excerpt("Goats graze behind the school.", 0, 30, id_, score=0.9, citation=place)
    answer = replace(answered(asked()), excerpts=(quoted,))
    posted = PostedAnswer("m1", "q1", "test:U1", 1, False, citations_of(answer))
    [left] = revised(posted, None, {id_: replace(before, text=text)}, {EVERYONE}).quotes
    return left


@pytest.mark.parametrize("id_", ["discord:1/2/3", "slack:T1/C1/1.2"])
def test_its_author_alone_edits_the_words_out_of_a_message(id_: str) -> None:
    assert left_of(id_, "Nothing to see.") == RemovedExcerpt(1, is_deleted=True)
    moved = "Look: Goats graze behind the school. Come!"
    assert left_of(id_, moved) == RemovedExcerpt(1, is_deleted=False)
    assert left_of(f"{id_}~page", "Nothing to see.") == RemovedExcerpt(1, is_deleted=False)


def test_who_took_words_out_of_an_imported_file_is_not_known() -> None:
    assert left_of("notes:1", "Nothing to see.") == RemovedExcerpt(1, is_deleted=False)
