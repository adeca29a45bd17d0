"""What every chat platform keeps to when something goes wrong, or when it is stopped."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING

import pytest

from bot.errors import NotAKind, UnavailableError
from index.error_sentences import verbatim
from index.errors import EncoderError, IndexLocked, IndexMismatch, IndexMissing, RemovalOwed
from tests.contract.chats.test_chat_manners import until
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from index.errors import IndexingError
    from tests.fakes.rooms import Chat, Room


pytestmark = pytest.mark.usefixtures("_no_model")


async def test_an_expected_error_s_sentence_is_said_and_the_next_question_answered(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    error = NotAKind("kind:x is not known: write kind:post or kind:comment.", value="x")
    async with serving(room, ScriptedCore(FOUND, [error])):
        room.ask("when is the oven lit?")
        await room.hears(str(error))
        room.ask("and now?")
        await room.hears("https://example.org/nets")
    assert "error" not in room.said.lower()
    assert caplog.records == []


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        (
            IndexMissing,
            "Pas encore de messages que je puisse citer ici : un admin peut en apporter",
        ),
        (IndexLocked, "Les messages sont en cours d’écriture : réessayez plus tard."),
        (RemovalOwed, "redonnez la même commande plus tard"),
        (IndexMismatch, "Ce que je conserve est inutilisable pour l’instant"),
        (EncoderError, "Ce que je conserve est inutilisable pour l’instant"),
        (None, "Ce que je conserve est inutilisable pour l’instant"),
    ],
)
async def test_a_path_of_the_host_is_not_said_and_the_reader_s_language_is_spoken(
    chat: Chat, cause: type[IndexingError] | None, told: str
) -> None:
    path = "/srv/pullquote/data"
    error = UnavailableError(verbatim(f"{path}/pullquote.db cannot be used"))
    error.__cause__ = cause(error.sentence) if cause else None
    chat.speak("fr-FR")
    async with serving(chat, ScriptedCore(FOUND, [error])):
        chat.ask("à quelle heure allume-t-on le four du village ?")
        await until(chat, lambda: told in chat.said or told in chat.told_alone)
        chat.ask("et où sont les filets dans le port ?")
        await chat.hears("https://example.org/nets")
    assert path not in chat.said + chat.told_alone
    assert "cannot be used" not in chat.said + chat.told_alone


async def test_a_fault_is_answered_with_an_id_that_is_in_the_log_and_the_next_question_answered(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    core = ScriptedCore(FOUND, [ZeroDivisionError("inner workings")])
    async with serving(room, core):
        room.ask("when is the oven lit?")
        await room.hears("Something went wrong on our side (error ")
        room.ask("and now?")
        await room.hears("https://example.org/nets")
    (record,) = caplog.records
    (error_id,) = re.findall(r"\(error ([0-9a-f]{8})\)", room.said)
    assert record.levelno == logging.ERROR
    assert record.getMessage() == f"error {error_id}"
    assert record.exc_info is not None
    assert "inner workings" not in room.said
    assert "oven lit" not in record.getMessage()


async def test_a_question_is_counted_with_its_outcome_and_none_of_its_words(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    core = ScriptedCore(FOUND, [ZeroDivisionError("inner workings")])
    caplog.set_level(logging.INFO)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("Something went wrong on our side (error ")
        chat.ask("where do the nets hang?")
        await chat.hears("https://example.org/nets")
    counted = chat.services.metrics.text().decode()
    for outcome in ("failed", "found"):
        assert re.search(rf'_questions_total{{outcome="{outcome}",platform="\w+"}} 1.0', counted)
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert re.search(r"oven|nets|Ada|inner", counted + logged) is None


async def test_it_stops_cleanly_when_cancelled_while_nobody_asks(room: Room) -> None:
    before = asyncio.all_tasks()
    async with serving(room, ScriptedCore(FOUND)) as task:
        room.ask("when is the oven lit?")
        await room.hears("https://example.org/nets")
    assert task.cancelled()
    if begun := asyncio.all_tasks() - before:  # on the far side, the end is heard a little later
        _, left = await asyncio.wait(begun, timeout=PATIENCE_SECONDS)
        assert left == set()


async def test_it_stops_cleanly_when_cancelled_before_anybody_asked(room: Room) -> None:
    started = asyncio.create_task(room.adapter.run(ScriptedCore().ask))
    started.cancel()
    await asyncio.wait([started])
    assert started.cancelled()


async def test_it_stops_cleanly_when_cancelled_in_the_middle_of_an_answer(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    is_asked, never = asyncio.Event(), asyncio.Event()

    async def ask(question: Question) -> Answer:
        is_asked.set()
        await never.wait()
        raise AssertionError(question)

    async with serving(room, ask) as task:
        room.ask("when is the oven lit?")
        await is_asked.wait()
    assert task.cancelled()
    assert "went wrong" not in room.said
    assert caplog.records == []
