"""An admin's answer is on the disk before anyone hears of it."""

# ruff: noqa: ARG002 - this admin sees the same, whatever is asked

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.admin.open_questions.unanswered import GivenAnswer, OpenQuestions
from bot.errors import UnavailableError
from bot.question_and_answer import Asker
from tests.fakes.bot.ledgers import ADA, BEN, NOW, asked, missed
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.question_and_answer import Question
    from bot.services import Services
    from index.ports import Encoder

ANSWER = GivenAnswer("It is lit at six.", BEN, "discord:42", NOW)
POST = "discord:42/answers/q1"
CARLA = Asker("discord", "3", "Carla")


@dataclass
class Admin:
    """An admin who sees all places but one; keeps what was stored when somebody was told."""

    services: Services
    stored: list[bool] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    is_slow: bool = False

    async def sees(self, question: Question) -> frozenset[str] | None:
        return frozenset({"discord:42"})

    async def readers(self, question: Question) -> frozenset[str]:
        return frozenset({"discord:42"})

    async def tell(self, question: Question, *, here: bool) -> str:
        self.stored.append(POST in await self.services.library.posts([POST]))
        return question.conversation

    async def may_see(self, question: Question) -> bool:
        self.looked.append(question.conversation)
        return question.conversation != "discord:11"

    async def places(self, asked: Sequence[Question]) -> Mapping[str, str]:
        if self.is_slow:
            raise TimeoutError
        seen = [each for each in asked if each.conversation != "discord:11"]
        return {each.conversation: "#square" for each in seen}

    async def audiences(self, question: Question) -> Sequence[str]:
        return ["discord:42"]

    def link(self, question: Question) -> str | None:
        return "https://example.org/told"


@pytest.fixture
def services(tmp_path: Path, encoder: Encoder) -> Iterator[Services]:
    """What a platform stands on, with an open question."""
    with opened_services(tmp_path, encoder=encoder) as made:
        made.ledger.questions.keep(missed(asked(asker=ADA)))
        yield made


async def test_an_answer_is_stored_before_anyone_is_told_and_then_links_to_where_that_was(
    services: Services,
) -> None:
    admin = Admin(services)
    done = await OpenQuestions("discord", services).answer("q1", ANSWER, admin)
    assert [each.is_told for each in done or ()] == [True]
    assert admin.stored == [True]
    stored = await services.library.posts([POST])
    assert (stored[POST].text, stored[POST].url) == (ANSWER.text, "https://example.org/told")


async def test_a_question_whose_answer_cannot_be_stored_stays_open_and_nobody_is_told(
    tmp_path: Path, services: Services
) -> None:
    (tmp_path / "pullquote.db").write_bytes(b"")
    admin, questions = Admin(services), OpenQuestions("discord", services)
    with pytest.raises(UnavailableError):
        await questions.answer("q1", ANSWER, admin)
    assert admin.stored == []
    ((_, open_),) = (await questions.listed("discord:42", admin)).questions
    assert open_.question.id == "q1"


async def test_of_two_admins_who_answer_one_is_heard(services: Services) -> None:
    questions = OpenQuestions("discord", services)
    assert await questions.answer("q1", ANSWER, Admin(services))
    assert await questions.answer("q1", ANSWER, Admin(services)) is None


async def test_of_each_place_it_is_asked_once_whether_the_admin_may_see_it(
    services: Services,
) -> None:
    for number in range(6):
        place = "discord:11" if number % 2 else "discord:10"
        question = asked(f"Roof {number}?", f"{number}", conversation=place)
        services.ledger.questions.keep(missed(question))
    admin = Admin(services)
    page = await OpenQuestions("discord", services).listed("discord:42", admin)
    assert len(page.questions) == 4
    assert sorted(admin.looked) == ["discord:10", "discord:11"]


async def test_what_is_asked_in_other_words_stands_on_one_line_and_is_settled_with_it(
    tmp_path: Path, encoder: Encoder
) -> None:
    texts = ["who repairs the windmill?", "hello, who is repairing the windmill please?"]
    with opened_services(tmp_path, encoder=encoder) as services:
        ledger = services.ledger.questions
        for number, text in enumerate([*texts, "who repairs the oven?"]):
            when = NOW - timedelta(hours=9 - number)
            asker = BEN if number == 1 else ADA
            ledger.keep(missed(asked(text, f"q{number}", asker=asker, asked_at=when)))
        ledger.keep(missed(asked("Who repaired the windmill?", "q9", asker=BEN)))
        admin, questions = Admin(services), OpenQuestions("discord", services)
        page = await questions.listed("discord:42", admin)
        lines = [(each.question.id, each.times) for _, each in page.questions]
        assert lines == [("q0", 2), ("q2", 1)]
        assert page.questions[0][1].last_asked_at == NOW
        plan = await questions.plan("q0", admin, BEN)
        assert plan
        assert plan.told
        assert len(plan.told) == 2
        await questions.dismiss("q0", admin, BEN)
        left = await questions.listed("discord:42", admin)
        assert [each.question.id for _, each in left.questions] == ["q2"]


async def test_what_was_asked_first_where_the_admin_does_not_read_is_listed_where_they_do(
    services: Services,
) -> None:
    earlier = NOW - timedelta(hours=1)
    hidden = asked(id_="q0", asker=CARLA, conversation="discord:11", asked_at=earlier)
    for each in (hidden, asked("Who sweeps?", "q5", conversation="discord:11")):
        services.ledger.questions.keep(missed(each))
    services.ledger.questions.keep(missed(asked("Who SWEEPS?", "q6", is_private=True)))
    admin, questions = Admin(services), OpenQuestions("discord", services)
    page = await questions.listed("discord:42", admin)
    assert [(each.question.id, each.times) for _, each in page.questions] == [("q1", 1), ("q6", 1)]
    table = await questions.table("discord:42", admin)
    assert earlier.isoformat().encode() not in table.content
    for looks in (admin, Admin(services, is_slow=True)):
        plan = await questions.plan("q1", looks, BEN)
        assert plan
        assert plan.question.id == "q1"
    await questions.dismiss("q1", admin, BEN)
    assert services.ledger.questions.open_like("q0", "q1") == []
