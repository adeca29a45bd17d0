from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.questions.evaluating.replay import Offer, Offers, Record, offer, offers, told_of
from bot.questions.quoting.excerpts import choose
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.question_and_answer import Excerpt
    from index.posts import Post

ASKED = post("How do I restart the xorg server?", "1", author="Ada")
AGAIN = post("how can I restart my xorg server?", "9", author="Dan")


def recorded(*posts: Post) -> Record:
    record = Record()
    for each in posts:
        record.add(each)
    return record


def reply(text: str, name: str, author: str = "Ben") -> Post:
    return post(text, name, parent="1", author=author)


def test_a_question_repeats_where_an_earlier_one_was_answered() -> None:
    record = recorded(ASKED, reply("Press all of them.", "2"), reply("Or log out.", "3", "Cleo"))
    assert record.answers_to(AGAIN) == {"notes:2", "notes:3"}


@pytest.mark.parametrize(
    "said",
    [
        reply("Press all of them.", "2", author="Ada"),
        reply("Thanks!", "2"),
        reply("Which one do you use?", "2"),
        post("Press all of them.", "2", author="Ben"),
    ],
)
def test_nothing_was_answered_by_small_talk_by_the_asker_or_beside_it(said: Post) -> None:
    assert recorded(ASKED, said).answers_to(AGAIN) == set()


@pytest.mark.parametrize(
    "asked",
    [
        post("How do I bake bread in the oven?", "9"),
        post("Restart what?", "9"),
        post("I restart my xorg server.", "9"),
        post(AGAIN.text, "9", parent="8"),
    ],
)
def test_what_asks_something_else_or_nothing_repeats_nothing(asked: Post) -> None:
    assert recorded(ASKED, reply("Press all of them.", "2")).answers_to(asked) == set()


def test_a_word_that_everybody_asks_with_makes_no_repeat() -> None:
    others = [post(f"Where is number {each} on ubuntu hoary?", f"o{each}") for each in range(90)]
    answer = post("Press it.", "2", parent="o1", author="Ben")
    record = recorded(*others, answer)
    assert record.answers_to(post("How do I get sound on ubuntu hoary?", "9")) == set()


def test_what_was_offered_is_told_by_place_and_by_the_first_quote() -> None:
    wrong = hit(("The oven is lit on Fridays at noon.", 0.9), name="5")
    right = hit(("Press all of the keys at once.", 0.8), name="2")
    quoted: tuple[Excerpt, ...] = choose([right, wrong], 3)
    assert offer([wrong, right], quoted, {"notes:2"}).place == 2
    assert offer([wrong], (), {"notes:2"}) == Offer(None, is_quoted=False, is_right=False)


def test_the_shares_are_of_all_and_of_what_was_quoted() -> None:
    made = [
        Offer(1, is_quoted=True, is_right=True),
        Offer(5, is_quoted=True, is_right=False),
        Offer(6, is_quoted=False, is_right=False),
        Offer(None, is_quoted=False, is_right=False),
    ]
    assert offers(made) == Offers(0.25, 0.5, 0.5, 0.5)
    assert offers([]) == Offers(None, None, None, None)


def test_only_what_is_near_an_earlier_question_may_be_offered_anything() -> None:
    record = recorded(ASKED, reply("Press all of them.", "2"))
    assert record.may_be_offered(AGAIN)
    assert not record.may_be_offered(post("How do I bake rye bread in the village oven?", "9"))
    assert not record.may_be_offered(replace(AGAIN, parent_id="notes:8"))


def test_what_replies_tell_of_an_offer_is_that_it_answered_or_that_another_did_or_nothing() -> None:
    told = [told_of("notes:2", right) for right in ({"notes:2"}, {"notes:3"}, set[str]())]
    assert told == ["right", "wrong", "untold"]
