"""Questions do not wait for what is still to be stored, and never quote what it makes untrue."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import TooBusy, UnavailableError
from bot.questions.admission.admission import Admission
from tests.fakes.bot.ledgers import ADA, asked
from tests.fakes.index.locks import written_by_another
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import OVEN, PUBLIC, core, ids

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.question_and_answer import Answer, Question
    from bot.questions.service import QuestionService
    from bot.services import Services
    from index.ports import Encoder
    from index.posts import Post

    Told = Callable[[Services], Awaitable[object]]

LIT = "When is the village oven lit?"
AGAIN = post("The village oven is lit on Mondays now, at nine.", "oven", author="Ada")
STAFF = post(OVEN.text, "oven", author="Ada", audience="discord:7")


@pytest.fixture
def _a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let questions wait for a shorter moment, for what will not be stored by then anyway."""
    monkeypatch.setattr("bot.posts.library.SETTLING_SECONDS", 0.05)


@pytest.mark.usefixtures("_a_moment")
async def test_a_question_does_not_wait_for_what_cannot_be_stored(
    questions: QuestionService, services: Services, tmp_path: Path
) -> None:
    await services.library.save([OVEN])
    with written_by_another(tmp_path / "pullquote.db"):
        saves = [
            asyncio.create_task(services.library.save([post("Goats graze.", str(number))]))
            for number in range(5)
        ]
        answer = await questions.ask(asked(LIT, audience=PUBLIC))
        explained = await questions.explain("q1", PUBLIC, ADA)
        assert not any(each.done() for each in saves)
    assert ids(answer) == {OVEN.id}
    assert explained
    assert explained.statistics.posts == 1
    await asyncio.gather(*saves)


async def test_what_was_told_before_a_question_is_in_its_answer_where_it_can_be_stored(
    questions: QuestionService, services: Services
) -> None:
    saving = asyncio.create_task(services.library.save([OVEN]))
    await asyncio.sleep(0)
    assert ids(await questions.ask(asked(LIT, audience=PUBLIC))) == {OVEN.id}
    assert saving.done()


@pytest.mark.parametrize(
    "told",
    [
        lambda room: room.library.remove([OVEN.id]),
        lambda room: room.library.save([AGAIN]),
        lambda room: room.library.save([STAFF]),
    ],
    ids=["deleted", "edited", "narrowed"],
)
@pytest.mark.usefixtures("_a_moment")
async def test_what_is_not_so_any_more_is_not_quoted_though_it_is_still_stored(
    questions: QuestionService, services: Services, tmp_path: Path, told: Told
) -> None:
    await services.library.save([OVEN])
    with written_by_another(tmp_path / "pullquote.db"):
        telling = asyncio.ensure_future(told(services))
        answer = await questions.ask(asked(LIT, audience=PUBLIC))
        assert not telling.done()
    assert ids(answer) == set()
    assert answer.nearest == ()
    await telling


@pytest.mark.usefixtures("_a_moment")
async def test_what_stays_as_it_was_is_quoted_while_it_is_stored_again(
    questions: QuestionService, services: Services, tmp_path: Path
) -> None:
    await services.library.save([OVEN])
    with written_by_another(tmp_path / "pullquote.db"):
        telling = asyncio.create_task(services.library.save([OVEN, post("Goats graze.", "goats")]))
        answer = await questions.ask(asked(LIT, audience=PUBLIC))
        assert not telling.done()
    assert ids(answer) == {OVEN.id}
    await telling


@pytest.mark.usefixtures("_a_moment")
async def test_what_nobody_knows_yet_is_not_quoted_until_it_is_found_out(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN])
    with services.library.doubting([OVEN.id]):
        assert ids(await questions.ask(asked(LIT, audience=PUBLIC))) == set()
    assert ids(await questions.again("q1", PUBLIC, is_private=False)) == {OVEN.id}


@pytest.mark.parametrize("text", [LIT, "Who repairs the school in the village?"])
async def test_what_goes_while_it_is_searched_for_is_neither_quoted_nor_named(
    tmp_path: Path, services: Services, encoder: Encoder, text: str
) -> None:
    await services.library.save([OVEN])
    removals: list[asyncio.Task[None]] = []
    with core(tmp_path, encoder) as answerer, written_by_another(tmp_path / "pullquote.db"):

        async def meanwhile(question: Question) -> Answer:
            answer = await answerer.ask(question)
            assert answer.excerpts or answer.nearest
            removals.append(asyncio.create_task(services.library.remove([OVEN.id])))
            await asyncio.sleep(0)
            return answer

        answer = await services.question_service(meanwhile).ask(asked(text, audience=PUBLIC))
    assert (answer.excerpts, answer.nearest) == ((), ())
    assert answer.question.outdated == frozenset()
    await asyncio.gather(*removals)


async def test_who_asks_when_it_is_busy_is_told_so_and_nothing_is_counted_or_kept(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN])
    services.limits.most, services.limits.admission = 1, Admission(longest_seconds=-1)
    for act in (questions.ask, questions.look):
        with pytest.raises(TooBusy, match="ask again in 1 second"):
            await act(asked(LIT, audience=PUBLIC))
    assert services.ledger.questions.asked_by(ADA, 9) == []
    services.limits.admission = Admission()
    assert ids(await questions.ask(asked(LIT, audience=PUBLIC))) == {OVEN.id}
    services.limits.admission = Admission(longest_seconds=-1)
    with pytest.raises(TooBusy):
        await questions.again("q1", PUBLIC, is_private=False)
    again = await questions.again("q1", PUBLIC, is_private=False, is_correction=True)
    assert ids(again) == {OVEN.id}


@pytest.mark.parametrize("told", [AGAIN, None], ids=["edited", "deleted"])
async def test_what_could_not_be_stored_is_not_quoted_until_it_is(
    questions: QuestionService, services: Services, tmp_path: Path, told: Post | None
) -> None:
    await services.library.save([OVEN])
    with closing(sqlite3.connect(tmp_path / "pullquote.db")) as other:
        other.execute("ALTER TABLE withdrawn RENAME TO mislaid")
        with pytest.raises(UnavailableError):
            await (services.library.save([told]) if told else services.library.remove([OVEN.id]))
        other.execute("ALTER TABLE mislaid RENAME TO withdrawn")
    assert ids(await questions.ask(asked(LIT, audience=PUBLIC))) == set()
    await services.library.save([OVEN])
    assert ids(await questions.again("q1", PUBLIC, is_private=False)) == {OVEN.id}
