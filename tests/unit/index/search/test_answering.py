"""A message that answered a question that was found is fetched, and stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.posts import EVERYONE, Answered, Evidence
from index.search_scope import Filters, Scope
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Hit, Post
    from index.sqlite.store import Store

    Hits = Callable[..., dict[str, Hit]]

PUBLIC = Scope(frozenset({EVERYONE}))
WIFI = "How do I get the wifi of the harbour hut to work on my laptop?"
ASKED = post(WIFI, "1", author="Ada")
RADIO = post("Restart the little grey box above the stove, twice.", "2", parent="1", author="Bob")
GUESS = post("Perhaps somebody has unplugged it again.", "3", parent="1", author="Cleo")
THANKS = post("That worked, thanks!", "4", parent="2", author="Ada")
NOISE = [post(f"The {each} stands behind the school.", each) for each in ("oven", "goat", "cart")]


def test_what_answered_stands_before_the_question_though_it_has_no_word_of_it(
    save: Callable[..., None], hits: Hits
) -> None:
    save(ASKED, GUESS, RADIO, THANKS, *NOISE)
    found = hits("harbour hut wifi laptop", PUBLIC)
    first, second, third, *_ = found.values()
    assert (first.post, second.post, third.post) == (RADIO, GUESS, ASKED)
    assert first.answered == Answered(ASKED, "thanked")
    assert second.answered == Answered(ASKED, "replied")
    assert third.answered is None
    assert first.score > second.score > third.score  # it helped, or may have
    assert first.sentences


def test_the_statement_costs_one_lookup_however_many_questions_are_found(
    save: Callable[..., None], hits: Hits, store: Store
) -> None:
    many = [post(f"{WIFI} I have tried {number} times.", f"q{number}") for number in range(20)]
    replies = [post(f"Restart box {at}.", f"a{at}", parent=f"q{at}") for at in range(20)]
    save(*many, *replies)
    hits("anything")
    executed: list[str] = []
    store.connection.set_trace_callback(executed.append)
    assert len(hits("harbour hut wifi laptop")) > 10
    store.connection.set_trace_callback(None)
    assert len([sql for sql in executed if "evidence" in sql]) == 1


@pytest.mark.parametrize(("asked", "answer"), [("everyone", "slack:C1"), ("slack:C1", "everyone")])
def test_nothing_tells_of_an_answer_or_a_question_that_readers_may_not_see(
    save: Callable[..., None], hits: Hits, asked: str, answer: str
) -> None:
    def in_(each: Post, audience: str) -> Post:
        name, parent = each.id.partition(":")[2], (each.parent_id or "").partition(":")[2]
        return post(each.text, name, parent=parent, author=each.author, audience=audience)

    save(in_(ASKED, asked), in_(RADIO, answer), in_(THANKS, answer), *NOISE)
    found = hits("harbour hut wifi laptop", PUBLIC)
    assert not any(hit.answered for hit in found.values())
    assert all(hit.post.audience == EVERYONE for hit in found.values())
    both = hits("harbour hut wifi laptop", Scope(frozenset({EVERYONE, "slack:C1"})))
    assert both[RADIO.id].answered is not None


def test_a_filter_keeps_an_answer_out_as_well(save: Callable[..., None], hits: Hits) -> None:
    save(ASKED, RADIO, THANKS)
    found = hits("harbour hut wifi laptop", Scope(None, Filters(author="ada")))
    assert RADIO.id not in found


def test_where_nobody_said_which_one_answered_the_ranking_does(
    save: Callable[..., None], hits: Hits
) -> None:
    told = post("The wifi of the hut is slow on any laptop.", "5", parent="1", author="Dan")
    save(ASKED, RADIO, told)
    found = hits("harbour hut wifi laptop", PUBLIC, limit=2)
    assert RADIO.id not in found
    assert found[told.id].answered == Answered(ASKED, "replied")


def test_an_answer_that_goes_is_fetched_no_more(
    save: Callable[..., None], hits: Hits, store: Store
) -> None:
    save(ASKED, RADIO, THANKS)
    assert RADIO.id in hits("harbour hut wifi laptop", limit=1)
    with store.writing():
        store.remove([RADIO.id])
    assert RADIO.id not in hits("harbour hut wifi laptop", limit=1)


def test_an_answer_that_is_not_found_is_fetched_and_no_more_are_returned_than_asked_for(
    save: Callable[..., None], hits: Hits
) -> None:
    save(ASKED, RADIO, THANKS, *NOISE)
    [(id_, fetched)] = hits("harbour hut wifi laptop", limit=1).items()
    assert (id_, fetched.found_by) == (RADIO.id, ("question",))


def test_what_somebody_stated_goes_first_whatever_the_others_say(
    save: Callable[..., None], hits: Hits, store: Store
) -> None:
    told = post("The wifi of the harbour hut works on any laptop.", "5", parent="1", author="Dan")
    save(ASKED, RADIO, told, THANKS, *NOISE)
    assert next(iter(hits("harbour hut wifi laptop"))) == told.id
    with store.writing():
        store.state_evidence([Evidence(ASKED.id, RADIO.id, "marked")])
    found = hits("harbour hut wifi laptop")
    assert next(iter(found)) == RADIO.id
    best = [max(each.score for each in found[id_].sentences) for id_ in (RADIO.id, told.id)]
    assert best[0] > best[1]
