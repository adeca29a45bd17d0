from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.questions.quoting.excerpts import choose
from bot.questions.unasked import asked_in, asked_openly, earlier, is_same, offered
from index.posts import Answered
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.question_and_answer import Excerpt
    from index.posts import EvidenceKind, Post

WIFI = post("How do I get the wifi of the harbour hut to work on my laptop?", "q", author="Ada")
AGAIN = post("How do I get the wifi of the harbour hut to work?", "9", author="Ben")
BOX = hit(("Restart the little grey box above the stove, twice.", 0.9), name="a")


def quoted(kind: EvidenceKind = "thanked", question: Post = WIFI) -> tuple[Excerpt, ...]:
    """Return the quote of what answered a question."""
    return choose([replace(BOX, answered=Answered(question, kind))], 3)


def offered_to(
    message: Post, excerpts: tuple[Excerpt, ...], confidence: float = 0.95, before: Post = WIFI
) -> bool:
    return offered(message, excerpts, confidence, {before.id: before}) is not None


@pytest.mark.parametrize("kind", ["marked", "checked", "accepted", "solved", "thanked"])
def test_what_is_known_to_have_answered_the_same_is_offered(kind: EvidenceKind) -> None:
    assert offered_to(AGAIN, quoted(kind))


@pytest.mark.parametrize("kind", ["replied", "below"])
def test_what_only_stands_below_the_same_question_is_not(kind: EvidenceKind) -> None:
    assert not offered_to(AGAIN, quoted(kind))


def test_what_is_less_than_surely_found_is_not_offered() -> None:
    assert not offered_to(AGAIN, quoted(), 0.85)


def test_what_answered_somebody_s_own_question_is_not_offered_to_them_again() -> None:
    assert not offered_to(replace(AGAIN, author="Ada"), quoted())


def test_what_answers_another_question_or_none_is_not_offered() -> None:
    assert not offered_to(AGAIN, choose([BOX], 3))
    other = post("How do I get the stove of the harbour hut to work on my boat?", "q", author="Ada")
    assert not offered_to(AGAIN, quoted(question=other), before=other)


def test_a_reply_that_only_asks_back_is_not_offered() -> None:
    asking = hit(("Which wifi of the harbour hut do you mean?", 0.9), name="a")
    back = choose([replace(asking, answered=Answered(WIFI, "thanked"))], 3)
    assert back
    assert not offered_to(AGAIN, back)


def test_what_an_admin_pinned_is_offered_whatever_is_known_of_it() -> None:
    (excerpt,) = choose([BOX], 3)
    assert offered(AGAIN, [replace(excerpt, is_pinned=True)], 1.0, {})


@pytest.mark.parametrize(
    "message",
    [
        post(AGAIN.text, "9", parent="8"),
        post("The wifi of the harbour hut works on my laptop.", "9"),
        post("Ben, how do I get the wifi of the harbour hut to work?", "9"),
        post("Which wifi do you use in the harbour hut?", "9"),
        post("How do I open it?", "9"),
    ],
)
def test_a_reply_a_statement_what_is_said_to_somebody_and_what_names_little_ask_nobody(
    message: Post,
) -> None:
    assert asked_openly(message) == []


def test_a_post_in_a_forum_asks_by_its_title_and_by_each_sentence_that_asks() -> None:
    text = "It fails since Monday. How do I get the wifi of the hut to work? Thanks!"
    message = post(text, "9", title="Wifi in the harbour hut fails")
    assert asked_openly(message) == [message.title, "How do I get the wifi of the hut to work?"]
    assert offered_to(message, quoted(question=message), before=message)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How do I remove a deb file I installed?", "How do I install a deb file?"),
        ("Where can I download Ubuntu 6.06?", "Where can I download Ubuntu 7.04?"),
        ("Why does the oven of the hut work?", "Why does the oven of the hut not work?"),
        ("How do I set the root password for mysql?", "How do I set the root password in Ubuntu?"),
    ],
)
def test_questions_that_differ_by_a_word_that_tells_are_not_the_same(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_a_question_that_asks_less_is_the_same_and_so_is_one_whose_answer_has_the_rest() -> None:
    assert is_same(AGAIN.text, WIFI.text)
    less = "What editor is there for the applications menu?"
    more = "How do I change the order of entries in the applications menu of the desktop?"
    assert not is_same(less, more)
    before = "Which programme edits the applications menu?"
    assert is_same("How do I edit the applications menu with alacarte?", before, "Use Alacarte.")


def test_earlier_answers_leave_out_thanks() -> None:
    telling = hit(("The filter is rinsed with cold water.", 0.9), name="1")
    thanking = hit(("That worked, thanks!", 0.8), name="2")
    both = answered(asked("How is the filter cleaned?"), telling, thanking)
    assert [each.post_id for each in both.excerpts] == ["notes:1", "notes:2"]
    assert [each.post_id for each in earlier(both).excerpts] == ["notes:1"]


def test_earlier_answers_leave_out_what_only_asks() -> None:
    asking = hit(("How is the oven of the village lit?", 0.9), name="1")
    stating = hit(("The oven is lit on Fridays by Ben.", 0.8), name="2")
    both = answered(asked("How is the oven lit?"), asking, stating)
    assert [each.post_id for each in earlier(both).excerpts] == ["notes:2"]
    unsure = answered(asked("How is the oven lit?"), replace(asking, confidence=0.4))
    assert unsure.unsure
    assert earlier(unsure).unsure == ()


def test_a_long_message_is_asked_by_its_title_and_its_beginning() -> None:
    assert asked_in("Wifi", "fails\n\n since Monday") == "Wifi fails since Monday"
    assert len(asked_in("", "word " * 400)) == 500
