"""What every chat platform keeps to. A platform joins with a room of its own in `ROOMS`."""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot import app
from bot.errors import NotAKind, UnavailableError
from index.errors import EncoderError, IndexLocked, IndexMismatch, IndexMissing, RemovalOwed
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.hits import hit
from tests.fakes.lines.room import LinesRoom
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.rooms import TerminalRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.messages import Answer, Question
    from bot.ports import Ask
    from index.errors import IndexingError
    from tests.fakes.rooms import Chat, Room


CHATS: list[type[Chat]] = [DiscordRoom, SlackRoom, LinesRoom]
ROOMS: list[type[Room]] = [TerminalRoom, *CHATS]

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
LONG_LINK = "https://example.org/feed/update/" + "a-very-long-link-" * 20
FOUND = [
    hit((OVEN, 0.9), name="1", author="Ada", url=LONG_LINK),
    hit((NETS, 0.8), name="2", author="Bob", url="https://example.org/nets"),
]


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Store posts without a model: nothing is searched here."""
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())


@pytest.fixture(params=ROOMS, ids=lambda room: room.__name__)
async def room(request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """A place of each platform."""
    async with request.param() as opened:
        yield opened


@pytest.fixture(params=CHATS, ids=lambda chat: chat.__name__)
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    """A place of each platform that has others in it."""
    async with request.param() as opened:
        yield opened


@asynccontextmanager
async def serving(room: Room, core: ScriptedCore | Ask) -> AsyncIterator[asyncio.Task[None]]:
    """Let the platform answer in a room, and stop it afterwards."""
    if isinstance(core, ScriptedCore):  # what is quoted and not stored would be struck out again
        core.store = room.stores
    task = asyncio.create_task(
        room.adapter.run(core.ask if isinstance(core, ScriptedCore) else core)
    )
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_an_answer_has_each_quote_and_each_citation_s_whole_link(room: Room) -> None:
    async with serving(room, ScriptedCore(FOUND)):
        room.ask("when is the oven lit?")
        await room.hears("https://example.org/nets")
    assert all(part in room.said for part in (OVEN, NETS, "Ada", "Bob", LONG_LINK))


async def test_the_question_arrives_as_it_was_asked_with_its_filters_read(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        room.ask("  Qui allume le four, « là-haut » ? from:ada 🌻 ")
        await room.hears("https://example.org/nets")
    (asked,) = core.asked
    assert asked.text == "Qui allume le four, « là-haut » ? 🌻"
    assert asked.filters.author == "ada"
    assert asked.asker.platform == room.adapter.name


async def test_each_of_several_questions_is_answered(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        for text in ("first oven", "second oven", "third oven"):
            room.ask(text)
        await room.hears("https://example.org/nets", times=3)
    assert {asked.text for asked in core.asked} == {"first oven", "second oven", "third oven"}
    assert len({asked.id for asked in core.asked}) == 3


async def test_nothing_found_is_said(room: Room) -> None:
    async with serving(room, ScriptedCore()):
        room.ask("who won?")
        await room.hears("Nothing in the posts answers that.")
    assert "1 " not in room.said


async def test_a_question_that_cannot_be_taken_is_answered_with_how_to_mend_it(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        room.ask("oven since:never")
        await room.hears("since:never is not a day: write it as since:2024-09-26.")
        room.ask("when is the oven lit?")
        await room.hears("https://example.org/nets")
    assert [asked.text for asked in core.asked] == ["when is the oven lit?"]


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
        (IndexMissing, "Pas encore de messages : un admin peut en apporter avec /posts watch"),
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
    error = UnavailableError(f"{path}/pullquote.db cannot be used")
    error.__cause__ = cause(str(error)) if cause else None
    chat.speak("fr-FR")
    async with serving(chat, ScriptedCore(FOUND, [error])):
        chat.ask("à quelle heure allume-t-on le four du village ?")
        await chat.hears(told)
        chat.ask("et où sont les filets dans le port ?")
        await chat.hears("https://example.org/nets")
    assert path not in chat.said
    assert "cannot be used" not in chat.said


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


async def test_what_a_post_holds_cannot_do_anything(room: Room) -> None:
    core = ScriptedCore()
    async with serving(room, core):
        for count, (dangerous, harmless) in enumerate(room.disarmed.items(), start=1):
            quoted = f"Begin {dangerous} end of what was written by a person in the village."
            author, title = f"Eve {dangerous} writes", f"On {dangerous} and more"
            core.hits = [
                hit(
                    (quoted, 0.9),
                    author=author,
                    url=f"https://example.org/{count}",
                    name=f"{count}",
                )
            ]
            room.ask("what did they write?")
            await room.hears(f"https://example.org/{count}")
            near = hit(
                (quoted, 0.9), author=author, title=title, name=f"near {count}", confidence=0.1
            )
            core.hits = [near]
            room.ask("what else?")
            await room.hears(f"On {harmless} and more")
            assert f"Begin {harmless} end" in room.said
            assert room.said.count(f"Eve {harmless} writes") == 2
            assert dangerous == harmless or dangerous not in room.said.replace(harmless, "")


async def test_however_long_the_posts_are_each_answer_arrives(room: Room) -> None:
    core = ScriptedCore()
    async with serving(room, core):
        for count, letter in enumerate("e*好🌻", start=1):
            core.hits = [
                hit(
                    (f"{letter * 3} {number} " * 1500, 0.9),
                    name=str(number),
                    author=letter * 500,
                    source=letter * 500,
                    url=f"https://example.org/{count}/{number}",
                )
                for number in range(9)
            ]
            room.ask("what did they write?")
            await room.hears(f"https://example.org/{count}/0")
    assert "went wrong" not in room.said


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


async def test_a_question_is_acknowledged_before_its_answer_is_ready(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    said_before: list[str] = []

    async def ask(question: Question) -> Answer:
        await chat.is_acknowledged()
        said_before.append(chat.said)
        return await core.ask(question)

    async with serving(chat, ask):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
    assert ["https://example.org/nets" in each for each in said_before] == [False]


async def test_a_question_that_is_delivered_again_is_answered_once(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.repeat()
        chat.ask("and where are the nets?")
        await chat.hears("https://example.org/nets", times=2)
    assert [asked.text for asked in core.asked] == [
        "when is the oven lit?",
        "and where are the nets?",
    ]


async def test_bots_are_not_answered(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        await chat.bots_ask("who are you?")
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
    assert [asked.asker.name for asked in core.asked] == ["Ada"]


async def test_who_asks_alone_is_known_to_ask_alone_and_never_sees_simply_everything(
    chat: Chat,
) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.ask_alone("and where are the nets?")
        await chat.hears("https://example.org/nets", times=2)
    everybody, alone = core.asked
    assert (everybody.is_private, alone.is_private) == (False, True)
    assert everybody.conversation != alone.conversation
    assert everybody.audience is not None
    assert alone.audience is not None
