from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.ledger.activity import Activity, AskedOften, DayCount, activity_in
from tests.fakes.bot.ledgers import ADA, BEN, NOW, asked, found, missed

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Answer


def keep(ledger: Ledger, *answers: Answer, seconds: float = 0.1) -> None:
    for each in answers:
        ledger.questions.keep(replace(each, elapsed_seconds=seconds))


def test_nothing_was_asked_of_an_empty_ledger(ledger: Ledger) -> None:
    assert activity_in(ledger.database) == Activity([], [], [])


def test_questions_are_counted_by_day_answered_and_not(ledger: Ledger) -> None:
    yesterday = NOW - timedelta(days=1)
    keep(ledger, found(asked(id_="1"), "A"), missed(asked(id_="2")))
    keep(ledger, found(asked(id_="3", asked_at=yesterday, is_private=True), "A"))
    activity = activity_in(ledger.database)
    assert activity.days == [DayCount(date(2026, 1, 14), 1, 0), DayCount(date(2026, 1, 15), 1, 1)]
    assert (activity.asked, activity.found) == (3, 2)


def test_what_is_asked_most_is_told_as_it_was_asked_last_and_nothing_private(
    ledger: Ledger,
) -> None:
    hour = timedelta(hours=1)
    keep(ledger, missed(asked("when is the oven lit", "1", asked_at=NOW - hour)))
    keep(ledger, found(asked("When is the OVEN lit?", "2", asker=BEN), "A"))
    keep(ledger, found(asked("Who sells bread?", "3"), "A"))
    for name in "456":
        keep(ledger, found(asked("Who is ill?", name, is_private=True), "A"))
    often = activity_in(ledger.database).often
    assert often == [
        AskedOften("When is the OVEN lit?", 2, 1),
        AskedOften("Who sells bread?", 1, 1),
    ]


def test_the_slowest_come_first_and_the_words_of_private_ones_are_left_out(ledger: Ledger) -> None:
    keep(ledger, found(asked("Fast?", "1"), "A"), seconds=0.1)
    keep(ledger, found(asked("Slow?", "2"), "A"), seconds=2.5)
    keep(ledger, found(asked("slow", "4"), "A"), seconds=1.5)
    keep(ledger, missed(asked("Who is ill?", "3", is_private=True)), seconds=9.0)
    slow = activity_in(ledger.database).slow
    assert [(each.text, each.seconds) for each in slow] == [
        ("", 9.0),
        ("Slow?", 2.5),
        ("Fast?", 0.1),
    ]


def test_a_question_of_before_has_no_duration(ledger: Ledger) -> None:
    keep(ledger, found(asked(), "A"))
    ledger.database.run("UPDATE questions SET elapsed_seconds = NULL")
    activity = activity_in(ledger.database)
    assert (activity.slow, activity.asked) == ([], 1)


def test_ratings_are_counted(ledger: Ledger) -> None:
    keep(ledger, found(asked(id_="1"), "A"), found(asked(id_="2"), "A"))
    ledger.questions.rate("1", ADA, is_good=True)
    ledger.questions.rate("2", ADA, is_good=True)
    ledger.questions.rate("2", BEN, is_good=False, comment="No.")
    activity = activity_in(ledger.database)
    assert (activity.good, activity.bad) == (2, 1)
