from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import TooManyQuestions, UnavailableError
from bot.excerpt_counts import IN_CHAT
from bot.ledger.activity import activity_in
from bot.ledger.ratings import rated_questions
from index.error_sentences import Told
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.ledgers import ADA, BEN, asked
from tests.unit.bot.questions.conftest import MEMBERS, OVEN, PUBLIC, SALE, ids, opened_services

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ports import Ask
    from bot.question_and_answer import Answer, Question
    from bot.questions.service import QuestionService
    from bot.services import Services


async def test_a_question_is_answered_for_a_chat_and_kept(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    answer = await questions.ask(asked("When is the village oven lit?", audience=PUBLIC))
    assert ids(answer) == {OVEN.id}
    assert answer.question.limit == IN_CHAT
    assert services.ledger.questions.get("q1") == answer.question
    assert questions.before("discord:10") == answer.question
    assert questions.before("discord:11") is None


async def test_what_nobody_asked_in_words_is_answered_and_not_kept(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN])
    answer = await questions.look(asked("When is the village oven lit?"))
    assert answer.found
    assert answer.question.limit == IN_CHAT
    assert services.ledger.questions.get("q1") is None


async def test_a_question_that_leans_is_read_after_the_one_before(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path) as services:
        questions = services.question_service(scripted.ask)
        first = await questions.ask(asked("When is the oven lit?", "q1"))
        second = await questions.ask(asked("And who lights it?", "q2"), first.question)
        third = await questions.ask(asked("Why?", "q3"), second.question)
        await questions.ask(asked("Where do the goats graze?", "q4"), third.question)
    contexts = [each.context for each in scripted.asked]
    assert contexts == ["", "When is the oven lit?", "When is the oven lit?", ""]
    assert scripted.asked[1].searched == "When is the oven lit? And who lights it?"


async def test_who_asks_too_fast_is_held_back_and_nothing_is_looked_up(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path, most=1) as services:
        questions = services.question_service(scripted.ask)
        await questions.ask(asked())
        with pytest.raises(TooManyQuestions):
            await questions.ask(asked())
        with pytest.raises(TooManyQuestions):
            await questions.look(asked())
        await questions.look(asked(asker=BEN))
    assert len(scripted.asked) == 2


async def test_a_question_that_could_not_be_answered_is_not_kept(tmp_path: Path) -> None:
    scripted = ScriptedCore(errors=[UnavailableError(Told("later"))])
    with opened_services(tmp_path) as services:
        with pytest.raises(UnavailableError):
            await services.question_service(scripted.ask).ask(asked())
        assert services.ledger.questions.get("q1") is None


async def test_an_answer_is_made_again_for_its_readers_of_the_moment(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    text = "To whom will the village oven be sold?"
    await questions.ask(asked(text, audience=MEMBERS, is_private=True))
    again = await questions.again("q1", MEMBERS, is_private=True)
    public = await questions.again("q1", PUBLIC, is_private=False)
    assert SALE.id in ids(again)
    assert SALE.id not in ids(public)
    assert public
    assert (public.question.audience, public.question.is_private) == (PUBLIC, False)
    await services.library.remove([SALE.id])
    assert SALE.id not in ids(await questions.again("q1", MEMBERS, is_private=True))


async def test_an_explanation_counts_what_was_searched_for_its_reader(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=MEMBERS))
    explained = await questions.explain("q1", PUBLIC, ADA)
    assert explained
    assert explained.statistics.posts == 1
    assert SALE.id not in ids(explained.answer)


async def test_what_is_not_kept_any_more_is_none(questions: QuestionService) -> None:
    assert await questions.again("q404", PUBLIC, is_private=True) is None
    assert await questions.shared("q404", PUBLIC, MEMBERS) is None
    assert await questions.only_for("q404", PUBLIC, MEMBERS) is None
    assert await questions.explain("q404", PUBLIC, ADA) is None


async def test_a_question_forgotten_between_two_answers_is_none(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path) as services:
        questions = services.question_service(forgetting(scripted.ask, services))
        for act in (questions.shared, questions.only_for):
            services.ledger.questions.keep(await scripted.ask(asked()))
            assert await act("q1", PUBLIC, MEMBERS) is None


def forgetting(ask: Ask, services: Services) -> Ask:
    """Forget the asker while their question is answered."""

    async def run(question: Question) -> Answer:
        services.ledger.questions.forget_asker(ADA)
        return await ask(question)

    return run


async def test_what_somebody_asks_who_is_forgotten_is_on_no_list_and_soon_gone(
    tmp_path: Path,
) -> None:
    with opened_services(tmp_path) as services:
        ledger = services.ledger
        questions = services.question_service(ScriptedCore().ask)
        await services.library.save([OVEN])
        await services.library.suppress(ADA.account)
        answer = await questions.ask(asked("Who is the mayor?", "q1"))
        await questions.ask(asked("Who mows the meadow?", "q2", asker=BEN))
        await questions.rate("q1", ADA, is_good=False, comment="No.")
        await questions.rate("q2", ADA, is_good=False, comment="No.")
        await questions.rate("q1", BEN, is_good=False, comment="No.")
        assert ledger.questions.get("q1") == answer.question  # for the buttons under its answer
        open_ = ledger.questions.unanswered("discord", answer.question.workspace_id, 10)
        assert [each.question.id for each in open_] == ["q2"]
        assert activity_in(ledger.database).asked == 1
        workspace = answer.question.workspace_id
        assert rated_questions(ledger, "discord", workspace) == []
        ledger.questions.forget_passing(-timedelta(minutes=1))
        assert ledger.questions.get("q1") is None
        assert ledger.questions.get("q2") is not None
