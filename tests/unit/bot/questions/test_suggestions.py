"""What is suggested was asked openly, by people of whom something may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.questions.suggestions import suggestions
from tests.fakes.bot.ledgers import ADA, BEN, asked, found
from tests.unit.bot.questions.conftest import OVEN, PUBLIC

if TYPE_CHECKING:
    from bot.question_and_answer import Question
    from bot.questions.service import QuestionService
    from bot.services import Services

TEXT = "When is the village oven lit?"


async def sees(_: Question) -> bool:
    return True


def keep(services: Services, id_: str, *, passes: bool = False, **more: Any) -> None:
    services.ledger.questions.keep(found(asked(TEXT, id_, **more), "ada"), passes=passes)


async def suggested(services: Services, questions: QuestionService) -> list[str]:
    await services.library.save([OVEN])
    return await suggestions(
        asked(audience=PUBLIC, is_private=True), questions, services.ledger, services.library,
        sees, made=(), beside="", most=4, longest=75,
    )  # fmt: skip


async def test_what_was_often_asked_is_suggested(
    services: Services, questions: QuestionService
) -> None:
    keep(services, "1")
    assert await suggested(services, questions) == []
    keep(services, "2", asker=BEN)
    assert await suggested(services, questions) == [TEXT]


async def test_what_a_forgotten_user_asked_since_does_not_count(
    services: Services, questions: QuestionService
) -> None:
    keep(services, "1")
    keep(services, "2", asker=BEN, passes=True)
    assert await suggested(services, questions) == []


async def test_what_a_user_asked_before_an_admin_had_them_forgotten_does_not_count(
    services: Services, questions: QuestionService
) -> None:
    keep(services, "1")
    keep(services, "2", asker=BEN)
    await services.library.suppress(BEN.account)
    assert await suggested(services, questions) == []
    keep(services, "3", asker=ADA)
    assert await suggested(services, questions) == [TEXT]


async def test_what_was_asked_privately_does_not_count(
    services: Services, questions: QuestionService
) -> None:
    keep(services, "1")
    keep(services, "2", asker=BEN, is_private=True)
    assert await suggested(services, questions) == []
