from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings

from bot.ledger.ledger import Ledger
from bot.question_and_answer import Asker
from index.search_scope import Filters
from tests.fakes.bot.ledger_places import KEEP
from tests.fakes.bot.ledgers import ADA, BEN, NOW, QUESTIONS, asked, clock, found, missed
from tests.fakes.examples import at_most

if TYPE_CHECKING:
    from bot.question_and_answer import Question
    from tests.fakes.bot.ledger_places import LedgerPlace


@given(QUESTIONS)
@settings(max_examples=at_most(60))
def test_a_question_is_read_back_as_it_was_asked(question: Question) -> None:
    with TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "ledger.db", KEEP, clock)
        ledger.questions.keep(missed(question))
        kept = ledger.questions.get(question.id)
        ledger.close()
    assert kept == question


def test_all_that_a_question_may_have_is_read_back(ledger: Ledger) -> None:
    question = asked(
        "Wo ist das Brot?\0 \ufdd0 100 % sure? \U0001f956 " + "très " * 380,
        audience=None,
        filters=Filters(author="Ada", since=date(2026, 1, 1), kind="post", is_read=False),
        limit=7,
        context="And the oven?",
        is_private=True,
        mentions=(("Bob Stone", "slack:T1/U2"),),
    )
    ledger.questions.keep(missed(question))
    assert ledger.questions.get("q1") == question


def test_an_unknown_question_is_none(ledger: Ledger) -> None:
    assert ledger.questions.get("q404") is None
    assert ledger.questions.answered_by("discord:1/2") is None
    assert ledger.questions.settle("q404") == []
    assert not ledger.questions.is_private("q404")


def test_only_what_was_asked_in_private_is_private(ledger: Ledger) -> None:
    ledger.questions.keep(missed(asked(id_="open")))
    ledger.questions.keep(missed(asked(id_="alone", is_private=True)))
    assert not ledger.questions.is_private("open")
    assert ledger.questions.is_private("alone")


def test_the_latest_question_of_a_place_is_the_last_one_that_is_fresh(ledger: Ledger) -> None:
    for minutes, name in ((30, "old"), (5, "middle"), (1, "new")):
        at = NOW - timedelta(minutes=minutes)
        ledger.questions.keep(missed(asked(id_=name, asked_at=at)))
    ledger.questions.keep(missed(asked(id_="elsewhere", conversation="discord:11")))
    latest = ledger.questions.latest("discord:10", timedelta(minutes=15))
    assert latest is not None
    assert latest.id == "new"
    assert ledger.questions.latest("discord:10", timedelta()) is None
    assert ledger.questions.latest("discord:12", timedelta(minutes=15)) is None


def test_who_asked_in_a_place_is_known_until_that_is_forgotten(ledger: Ledger) -> None:
    question = replace(asked(id_="q1", asker=ADA), asked_at=NOW)
    ledger.questions.keep(missed(question))
    before, last = NOW - timedelta(seconds=1), ledger.questions.last_asked
    assert last(ADA, question.conversation) == last(ADA, question.conversation, NOW) == question
    assert last(ADA, question.conversation, before) is None
    assert last(ADA, "elsewhere") is None
    assert last(BEN, question.conversation) is None
    ledger.questions.forget("q1")
    assert last(ADA, question.conversation) is None


def test_somebody_s_own_questions_come_newest_first(ledger: Ledger) -> None:
    for minutes in range(3):
        at = NOW - timedelta(minutes=minutes)
        ledger.questions.keep(missed(asked(id_=f"q{minutes}", asked_at=at)))
    ledger.questions.keep(missed(asked(id_="other", asker=BEN)))
    ledger.questions.keep(missed(asked(id_="slack", asker=replace(ADA, platform="slack"))))
    assert [each.id for each in ledger.questions.asked_by(ADA, 2)] == ["q0", "q1"]


def test_a_rating_replaces_the_one_before_by_the_same_person(ledger: Ledger) -> None:
    ledger.questions.keep(found(asked(), "1"))
    ledger.questions.rate("q1", ADA, is_good=True)
    ledger.questions.rate("q1", BEN, is_good=True)
    ledger.questions.rate("q1", ADA, is_good=False, comment="wrong oven")
    ledger.questions.rate("q404", ADA, is_good=True)
    assert sorted(ledger.questions.ratings("q1")) == [("1", False, "wrong oven"), ("2", True, "")]
    assert ledger.questions.ratings("q404") == []


def test_open_questions_are_grouped_by_their_words_and_the_most_asked_come_first(
    ledger: Ledger,
) -> None:
    ledger.questions.keep(missed(asked("Where are the goats?", "goats")))
    for at, (text, asker) in enumerate(
        [
            ("When is the oven lit?", ADA),
            ("when is the OVEN lit", BEN),
            ("When is the oven lit", BEN),
        ]
    ):
        moment = NOW + timedelta(seconds=at)
        ledger.questions.keep(missed(asked(text, f"oven{at}", asker=asker, asked_at=moment)))
    unanswered = ledger.questions.unanswered("discord", "discord:42", 10)
    assert [(each.question.id, each.times) for each in unanswered] == [("oven0", 2), ("goats", 1)]
    assert len(ledger.questions.unanswered("discord", "discord:42", 1)) == 1


def test_an_open_question_tells_how_often_it_was_asked_in_each_place(ledger: Ledger) -> None:
    for at, (place, asker, is_private) in enumerate(
        [("10", BEN, False), ("11", ADA, False), ("10", BEN, False), ("11", BEN, False),
         ("11", ADA, True)]
    ):  # fmt: skip
        question = asked(
            "Oven?", f"q{at}", conversation=f"discord:{place}", asker=asker,
            asked_at=NOW + timedelta(seconds=at), is_private=is_private,
        )  # fmt: skip
        ledger.questions.keep(missed(question))
    [open_] = ledger.questions.unanswered("discord", "discord:42", 10)
    assert (open_.question.id, open_.times) == ("q0", 2)
    parts = [(each.question.id, each.times, each.last_asked_at) for each in open_.by_place]
    after = [NOW + timedelta(seconds=at) for at in range(5)]
    assert parts == [("q0", 1, after[2]), ("q1", 2, after[3]), ("q4", 1, after[4])]


def test_what_is_answered_filtered_or_of_another_room_is_not_open(ledger: Ledger) -> None:
    ledger.questions.keep(found(asked(id_="answered"), "1"))
    ledger.questions.keep(missed(asked(id_="narrow", filters=Filters(author="Ada"))))
    ledger.questions.keep(missed(asked(id_="away", workspace_id="discord:43")))
    ledger.questions.keep(missed(asked(id_="slack", asker=Asker("slack", "U1", "Ada"))))
    ledger.questions.keep(replace(missed(asked(id_="more")), is_all_said=True))
    assert ledger.questions.unanswered("discord", "discord:42", 10) == []


def test_signs_alone_are_a_question_of_their_own(ledger: Ledger) -> None:
    ledger.questions.keep(missed(asked("???", "q1")))
    ledger.questions.keep(missed(asked("!", "q2")))
    assert len(ledger.questions.unanswered("discord", "discord:42", 10)) == 2


def test_settling_a_question_settles_all_that_ask_the_same_in_the_room(ledger: Ledger) -> None:
    questions = [
        asked("When is the oven lit?", "q1"),
        asked("when is the oven lit", "q2", asker=BEN, asked_at=NOW + timedelta(seconds=1)),
        asked("When is the oven lit?", "q3", workspace_id="discord:43"),
        asked("Where are the goats?", "q4"),
    ]
    for question in questions:
        ledger.questions.keep(missed(question))
    assert ledger.questions.settle("q2") == questions[:2]
    assert ledger.questions.settle("q1") == []
    (left,) = ledger.questions.unanswered("discord", "discord:42", 10)
    assert left.question.id == "q4"
    assert len(ledger.questions.unanswered("discord", "discord:43", 10)) == 1


def test_forgetting_an_asker_leaves_no_byte_of_their_words_in_the_files(
    ledger: Ledger, place: LedgerPlace
) -> None:
    words = "Is the zanzibarian quokka contagious?"
    ledger.questions.keep(missed(asked(words, "q1")))
    ledger.answers.put("discord:1/2", "q1", (), page=1, names_asker=True)
    ledger.questions.keep(missed(asked("And who has it?", "q2", asker=BEN, context=words)))
    ledger.questions.keep(missed(asked("Where are the goats?", "q3", asker=BEN)))
    ledger.questions.rate("q3", ADA, is_good=False, comment="ask the quokka")
    assert b"quokka" in place.files()

    ledger.questions.forget_asker(ADA)
    ledger.database.compact()

    assert b"quokka" not in place.files()
    assert b"zanzibar" not in place.files()
    assert ledger.questions.get("q2") is not None
    assert ledger.questions.ratings("q3") == []


def test_somebody_of_the_same_id_on_another_platform_is_not_forgotten(ledger: Ledger) -> None:
    same_id = Asker("slack", ADA.id, "Zoe")
    ledger.questions.keep(missed(asked(id_="q1", asker=same_id)))
    ledger.questions.rate("q1", same_id, is_good=True)
    ledger.questions.forget_asker(ADA)
    assert ledger.questions.get("q1") is not None
    assert len(ledger.questions.ratings("q1")) == 1


def test_old_questions_are_forgotten_with_what_others_repeat_of_them(ledger: Ledger) -> None:
    old = NOW - timedelta(days=100)
    ledger.questions.keep(missed(asked("About quokkas?", "old", asked_at=old)))
    ledger.questions.keep(missed(asked("And why?", "new", context="About quokkas?")))
    ledger.questions.forget_older(timedelta(days=90))
    assert ledger.questions.get("old") is None
    left = ledger.questions.get("new")
    assert left is not None
    assert left.context == ""
