from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ledger.ledger import STANDS
from bot.ledger.questions.answers import Answers, Cited
from tests.fakes.bot.ledgers import ADA, NOW, asked, missed

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger


OVEN = Cited(1, "notes:1", "abc", 0, 9)
GOATS = Cited(2, "notes:2", "def", 3, 7)


def messages(ledger: Ledger, *posts: str) -> list[str]:
    return [each.message for each in ledger.answers.citing(posts)]


def puts(ledger: Ledger, message: str, *cited: Cited, question: str = "q1") -> None:
    ledger.answers.put(message, question, cited, page=2, names_asker=True)


def test_a_message_is_known_by_the_question_it_answers_and_what_it_cites(ledger: Ledger) -> None:
    ledger.questions.keep(missed(asked()))
    puts(ledger, "discord:1/2", OVEN, GOATS)
    puts(ledger, "discord:1/3", GOATS)
    assert ledger.questions.answered_by("discord:1/2") == asked()
    assert ledger.questions.replies("q1") == ["discord:1/2", "discord:1/3"]
    assert messages(ledger, "notes:2") == ["discord:1/2", "discord:1/3"]
    assert messages(ledger, "notes:3") == []
    found = ledger.answers.get("discord:1/2")
    assert found is not None
    assert (found.platform, found.channel, found.account) == ("discord", "discord:1", ADA.account)
    assert (found.question, found.page, found.names_asker) == ("q1", 2, True)
    assert found.cited == (OVEN, GOATS)
    assert found.posts == ("notes:1", "notes:2")


def test_a_message_that_shows_something_else_cites_only_that(ledger: Ledger) -> None:
    puts(ledger, "discord:1/2", OVEN)
    puts(ledger, "discord:1/2", GOATS, Cited(3, "", state="gone"))
    assert messages(ledger, "notes:1", "") == ["discord:1/2"]
    assert messages(ledger, "notes:1") == []
    assert ledger.answers.all()[0].posts == ("notes:2",)


def test_that_a_post_is_withdrawn_is_known_however_the_answer_changes_meanwhile(
    ledger: Ledger,
) -> None:
    puts(ledger, "discord:1/2", OVEN, GOATS)
    ledger.answers.mark_deleted(["notes:1"])
    puts(ledger, "discord:1/2", GOATS, OVEN)
    (posted,) = ledger.answers.all()
    assert [each.post for each in posted.cited if each.is_deleted] == ["notes:1"]


def test_an_answer_outlives_its_question_but_not_its_message_nor_a_year(ledger: Ledger) -> None:
    ledger.questions.keep(missed(asked(asked_at=NOW - timedelta(days=100))))
    puts(ledger, "discord:1/2", OVEN)
    puts(ledger, "discord:1/3", OVEN)
    ledger.questions.forget_older(timedelta(days=90))
    found = ledger.answers.get("discord:1/2")
    assert found is not None
    assert (found.question, found.account, found.names_asker) == ("", "", False)
    ledger.answers.forget("discord:1/2")
    assert messages(ledger, "notes:1") == ["discord:1/3"]
    ledger.answers.forget_older(timedelta(days=1))
    assert ledger.answers.are_there()
    a_year_later = Answers(ledger.database, lambda: NOW + timedelta(days=366))
    a_year_later.forget_older(STANDS)
    assert not ledger.answers.are_there()
    assert messages(ledger, "notes:1") == []
