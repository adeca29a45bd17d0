"""A platform in small, made by the steps of CONTRIBUTING.md: a chat in lines of JSON."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.answer_notes import withheld_note
from adapters.chat.cards import answer_card, corrected_card
from adapters.chat.error_text import sentence
from adapters.chat.hearing import INSTEAD, intent_for, is_worth_saying, said_instead
from adapters.chat.withheld import tell_withheld
from adapters.chat.wording import wording_for
from bot.errors import HeldBack, PlatformError
from bot.question_and_answer import Asker
from bot.text import one_line
from index.error_sentences import verbatim
from index.text.language import spoken_language_of
from tests.fakes.lines.rendering import text_of
from tests.fakes.lines.translate import PLATFORM, Line, readers_of, seen_by, to_question

if TYPE_CHECKING:
    from bot.corrections.restatement import RevisedAnswer
    from bot.ports import Ask
    from bot.question_and_answer import Answer
    from bot.questions.parsing.intent import Intent
    from bot.questions.service import QuestionService
    from bot.services import Services


class Connection:
    """The way to the server of the lines chat."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    async def send(self, action: str, message: str, text: str = "") -> None:
        said = {"action": action, "message": message, "text": text}
        self._writer.write(json.dumps(said).encode() + b"\n")
        await self._writer.drain()


class LinesAnswerEditor:
    """Changes the answers that stand in the lines chat (an `AnswerEditor`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def readers(self, message: str) -> frozenset[str] | None:
        return readers_of(message.removeprefix(f"{PLATFORM}:").partition("/")[0])

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        asked = answer.question.text if answer.question else ""
        card = corrected_card(answer, wording_for(spoken_language_of(asked)))
        await self._connection.send("show", message, text_of(card))
        return True

    async def remove(self, message: str) -> None:
        await self._connection.send("show", message, "")


class Lines:
    """The lines chat as a platform (a `ChatAdapter`)."""

    name = PLATFORM
    is_shared = False

    def __init__(self, port: int, services: Services) -> None:
        self._port = port
        self._services = services
        self.opened = asyncio.Event()

    async def run(self, ask: Ask) -> None:
        """Connect, answer until cancelled, and close the connection.

        Raises:
            PlatformError: The server cannot be reached.
        """
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError as error:
            raise PlatformError(verbatim(f"the lines chat cannot be reached ({error})")) from error
        self.opened.set()
        try:
            await self._serve(reader, Connection(writer), self._services.question_service(ask))
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _serve(
        self, reader: asyncio.StreamReader, connection: Connection, questions: QuestionService
    ) -> None:
        corrections, editor = self._services.corrections, LinesAnswerEditor(connection)
        async with asyncio.TaskGroup() as group:
            group.create_task(corrections.serve(PLATFORM, questions, editor))
            async for data in reader:
                group.create_task(self._hear(Line.read(data), connection, questions))

    async def _hear(self, line: Line, connection: Connection, questions: QuestionService) -> None:
        deliveries = self._services.ledger.deliveries
        if line.is_edited:
            deliveries.release(line.message)
        intent = intent_for(line.text, line.text, is_direct=line.is_to_us)
        if line.is_deleted or (line.is_edited and intent in {"nothing", *INSTEAD}):
            for each in questions.threads.take_back(line.message):
                await connection.send("remove", each)
        if line.is_deleted:
            return
        if line.is_by_bot or intent == "nothing" or not deliveries.claim(line.message):
            return
        if said := said_instead(intent, wording_for(line.language)):
            await connection.send("whisper", line.message, said)
        else:
            await self._reply(line, connection, questions, intent)
        deliveries.finish(line.message)

    async def _reply(
        self, line: Line, connection: Connection, questions: QuestionService, intent: Intent
    ) -> None:
        reply, is_for_us = f"{line.message}a", intent == "answer"
        if is_for_us:
            await connection.send("typing", reply)
        answer, text, is_held_back = await self._answer(line, questions)
        if is_held_back:
            asker = Asker(PLATFORM, line.name.lower(), line.name)
            if is_for_us and self._services.limits.tells(asker):
                await connection.send("whisper", line.message, text)
        elif is_worth_saying(answer, intent):
            await connection.send("show", reply, text)
            if answer is not None:
                self._services.corrections.posted(answer, reply)
                await self._services.corrections.check(reply)
                await self._tell_withheld(line, answer, connection, questions)
        elif answer:
            self._services.ledger.questions.forget(answer.question.id)

    async def _tell_withheld(
        self, line: Line, answer: Answer, connection: Connection, questions: QuestionService
    ) -> None:
        async def own() -> frozenset[str]:
            return seen_by(line.name)

        note = withheld_note(answer.question, "others", wording_for(line.language))
        tell = partial(connection.send, "whisper", line.message, note)
        await tell_withheld(questions, answer, own, tell)

    async def _answer(
        self, line: Line, questions: QuestionService
    ) -> tuple[Answer | None, str, bool]:
        wording = wording_for(line.language)
        try:
            question = to_question(line, readers_of(line.channel))
            if question is None:
                return None, wording.how_to_ask, False
            before = questions.before(line.conversation) if line.is_reply else None
            answer = await questions.ask(question, before)
        except Exception as error:  # noqa: BLE001 - a question that was taken gets its reply
            return None, one_line(sentence(error, wording)), isinstance(error, HeldBack)
        return answer, text_of(answer_card(answer, wording)), False
