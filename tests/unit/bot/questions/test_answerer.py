from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.logs import question_id
from bot.questions.answerer import Answerer
from index.errors import IndexMismatch, IndexMissing
from tests.fakes.bot.questions import question
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.question_and_answer import Answer, Question
    from index.search.search import Search
    from index.sqlite.store import Store


OVEN = post(
    "The village oven is lit on Fridays at six in the morning. Bring your own dough and a cloth.",
    "oven",
    author="Ada",
    url="https://example.org/oven",
)
GOATS = post("Goats graze behind the school from April until the first frost of autumn.", "goats")
SECRET = post("The village oven will be sold to the brewery.", "sale", audience="slack:C1")
THINGS = (
    "barley clay copper felt glass granite hemp honey iron ivory jute lace lead leather linen "
    "marble milk mustard nickel oak olive onion paper pepper pine plaster rice rope rubber rye "
    "salt sand silk silver slate soap steel straw sugar tar tea tin velvet wax wheat"
)
SHEDS = [
    post(f"{thing.title()} is kept in shed number {number}.", f"shed-{number}")
    for number, thing in enumerate(THINGS.split())
]
PUBLIC = frozenset({"everyone"})

OPEN = "When is the village oven lit?"
UNKNOWN = "Which violin concerto did the orchestra of Vienna rehearse yesterday?"
UNKNOWN_OF_THE_SALE = "Who built the village oven in 1880?"


def test_an_answer_quotes_what_was_stored_and_says_who_wrote_it(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS)
    answer = ask(OPEN)
    first = answer.excerpts[0]
    assert answer.found
    assert "lit on Fridays" in first.text
    assert first.text == OVEN.text[first.start : first.end]
    assert (first.citation.author, first.citation.url) == ("Ada", "https://example.org/oven")
    assert answer.nearest == ()
    assert answer.elapsed_seconds > 0


def test_the_answer_is_to_the_question_that_was_asked_and_as_long_as_it_may_be(
    save: Callable[..., None], answerer: Answerer, now: datetime
) -> None:
    save(OVEN, GOATS, post(f"{OVEN.text} Or so they say.", "gossip"))
    asked = question(OPEN, now, limit=1)
    answer = asyncio.run(answerer.ask(asked))
    assert answer.question is asked
    assert len(answer.excerpts) == 1


def test_what_is_not_in_the_posts_is_not_found_but_the_nearest_posts_are_offered(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS, SECRET, *SHEDS)
    answer = ask(UNKNOWN_OF_THE_SALE, audience=PUBLIC)
    assert not answer.found
    assert answer.excerpts == ()
    assert [near.number for near in answer.nearest] == [1]
    assert "village oven" in answer.nearest[0].title


@pytest.mark.parametrize(
    "text",
    ["who won the chess world cup in 1987?", "when does the opera season begin?",
     "where is the zebra umbrella kept?", "xyzzy", "¿dónde está el paraguas?"],
)  # fmt: skip
def test_posts_on_something_else_are_not_offered_however_likely_a_day_or_a_place_is_asked_for(
    save: Callable[..., None], ask: Callable[..., Answer], text: str
) -> None:
    save(OVEN, GOATS, *SHEDS[:6])
    answer = ask(text)
    assert (answer.excerpts, answer.unsure, answer.nearest) == ((), (), ())


BAKER = post("The village oven is lit by the baker, who has the key.", "baker")


def test_a_follow_up_is_answered_with_something_new(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, BAKER, GOATS)
    first = ask(OPEN, limit=1)
    more = ask("What else?", context=OPEN, limit=1)
    assert first.found
    assert more.found
    assert more.excerpts[0].post_id != first.excerpts[0].post_id
    assert more.excerpts[0].citation.number == 1


def test_a_follow_up_to_which_there_is_nothing_new_says_so(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS)
    more = ask("What else?", context=OPEN)
    assert more.is_all_said
    assert not more.found
    assert more.unsure == ()
    assert OVEN.id not in {each.post_id for each in more.nearest}


def test_a_follow_up_about_something_unknown_does_not_say_that_it_was_said(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS, SECRET, *SHEDS)
    assert not ask("And who else?", context=UNKNOWN).is_all_said


def test_a_follow_up_may_be_answered_by_what_was_quoted_for_another_reason(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS)
    answer = ask("And at what time?", context="Where is the village oven lit?")
    assert answer.found
    assert "six in the morning" in answer.excerpts[0].text


def test_what_has_nothing_to_do_with_a_question_is_not_offered_as_near(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS, SECRET, *SHEDS)
    answer = ask("How tall is the Eiffel tower?")
    assert (answer.excerpts, answer.nearest) == ((), ())


def test_what_readers_may_not_see_is_neither_quoted_nor_named_as_near(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS, SECRET, *SHEDS)
    question_text = "To whom will the village oven be sold?"
    of_members = ask(question_text, audience=PUBLIC | {"slack:C1"})
    of_all = ask(question_text, audience=PUBLIC)
    nearest = ask(UNKNOWN_OF_THE_SALE, audience=PUBLIC).nearest
    assert SECRET.id in {each.post_id for each in of_members.excerpts}
    assert SECRET.id not in {each.post_id for each in of_all.excerpts}
    assert len(nearest) >= 1
    assert SECRET.text not in {near.title for near in nearest + of_all.nearest}


def test_a_reader_who_may_see_nothing_is_told_nothing(
    save: Callable[..., None], ask: Callable[..., Answer]
) -> None:
    save(OVEN, GOATS)
    answer = ask(OPEN, audience=frozenset())
    assert (answer.excerpts, answer.nearest) == ((), ())


def test_before_the_first_import_it_says_so_and_afterwards_it_answers(
    ask: Callable[..., Answer], database: Path, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(UnavailableError, match=r"there are no posts in .* yet") as caught:
        ask(OPEN)
    assert isinstance(caught.value.__cause__, IndexMissing)
    assert not database.exists()

    save: Callable[..., None] = request.getfixturevalue("save")
    save(OVEN)
    assert ask(OPEN).found


def test_an_index_that_breaks_is_named_and_answers_again_once_it_is_whole(
    save: Callable[..., None], ask: Callable[..., Answer], store: Store
) -> None:
    save(OVEN)
    assert ask(OPEN).found
    store.connection.execute("ALTER TABLE posts RENAME TO mislaid")
    with pytest.raises(UnavailableError, match="is damaged") as caught:
        ask(OPEN)
    assert isinstance(caught.value.__cause__, IndexMismatch)
    store.connection.execute("ALTER TABLE mislaid RENAME TO posts")
    assert ask(OPEN).found


def test_a_fault_that_is_not_the_index_s_is_passed_on_as_it_is(now: datetime) -> None:
    def open_retriever() -> Search:
        raise ZeroDivisionError

    answerer = Answerer(open_retriever)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(answerer.ask(question(OPEN, now)))
    answerer.close()


def test_what_is_found_can_be_read_before_anything_is_chosen(
    save: Callable[..., None], answerer: Answerer, now: datetime
) -> None:
    save(OVEN, GOATS)
    hits = asyncio.run(answerer.hits(question(UNKNOWN, now), 1))
    assert len(hits) == 1


@pytest.mark.parametrize(("text", "found"), [(OPEN, True), (UNKNOWN, False)])
def test_an_answer_is_one_record_that_holds_no_word_of_question_or_post(
    save: Callable[..., None],
    ask: Callable[..., Answer],
    caplog: pytest.LogCaptureFixture,
    text: str,
    found: bool,
) -> None:
    save(OVEN, GOATS, *SHEDS)
    with caplog.at_level(logging.DEBUG):
        answer = ask(text)
    (record,) = [each for each in caplog.records if each.name == "bot.questions.answerer"]
    assert record.levelno == logging.INFO
    assert record.getMessage().startswith(
        f"answered platform=test found={found} excerpts={len(answer.excerpts)} milliseconds="
    )
    written = caplog.text.lower()
    told = [OVEN.text, GOATS.text, text, "fridays", "graze", "oven", "violin", "ada"]
    assert not [words for words in told if words.lower() in written]


def test_a_question_that_cannot_be_answered_leaves_no_record_of_an_answer(
    ask: Callable[..., Answer], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(UnavailableError):
        ask(OPEN)
    assert "answered" not in caplog.text


async def test_the_records_of_a_question_carry_its_id(
    save: Callable[..., None], answerer: Answerer, now: datetime
) -> None:
    save(OVEN)
    seen = []

    async def ask(asked: Question) -> None:
        await answerer.ask(asked)
        seen.append(question_id.get())

    await asyncio.gather(ask(question(OPEN, now)))
    assert seen == ["q1"]
